using MicroPoints.Activities;

namespace MicroPoints.Runtime.Demo;

/// <summary>Writes one chamber's year into a diary: what it did, by its levels.</summary>
/// <param name="say">The words put beside a fact of a kind; null for none.</param>
internal sealed class ChamberYear(Profile profile, SeededDraws draws, Func<KindId, string?> say)
{
    public Diary Diary { get; } = new(profile.Chamber);

    /// <summary>The counted habits, and what is measured otherwise.</summary>
    public void WriteEvents(IReadOnlyList<Habit> habits)
    {
        foreach (var habit in habits)
            if (habit.Kind != DemoKinds.Dispute || profile.MediatingSince is not null) Write(habit);
        WriteSurvey();
        WriteIntegrity();
        WriteProposals();
        WriteProjects();
        WriteVillages();
    }

    private void Write(Habit habit)
    {
        var records = new List<int>();
        for (var left = habit.Amounts[(int)profile.Levels[habit.Field]]; left > 0; left -= records[^1])
            records.Add(Math.Min(left, draws.Between((habit.Most + 1) / 2, habit.Most)));
        for (var i = 0; i < records.Count; i++)
            Add(habit.Kind, DemoCalendar.Spread(i, records.Count, draws), DemoKinds.Times(records[i]));
    }

    /// <summary>Enough answer; the satisfied follow the level, each in a band that no rounding leaves.</summary>
    private void WriteSurvey()
    {
        var (least, most) = profile.Levels[Field.Members] switch
        {
            Level.Strong => (90, 97),
            Level.Ordinary => (80, 84),
            Level.Weak => (60, 74),
            _ => (0, 0),
        };
        if (most == 0) return;
        var asked = 5 * draws.Between(6, 14);
        var answered = asked * draws.Between(55, 85) / 100;
        var satisfied = (answered * draws.Between(least, most) + 99) / 100;
        Add(DemoKinds.Satisfaction, In(11, 11), new Measured.Rate(answered, satisfied, asked));
    }

    private void WriteIntegrity()
    {
        var level = profile.Levels[Field.Integrity];
        int[][] quarters = [[], [1, 3], [0, 1, 3], [0, 1, 2, 3]];
        foreach (var quarter in quarters[(int)level])
            Add(DemoKinds.Disclosure, DemoCalendar.InQuarter(quarter, draws), DemoKinds.Times(1));
        if (level == Level.None) return;
        if (level >= Level.Ordinary) Add(DemoKinds.Accounts, In(1, 3), DemoKinds.Yes);
        var members = 50 * draws.Between(1, 2);
        var percent = level switch { Level.Weak => 50, Level.Ordinary => 80, _ => 96 };
        Add(DemoKinds.Pledge, In(10, 10), new Measured.Share(members * percent / 100, members));
    }

    private void WriteProposals()
    {
        var level = profile.Levels[Field.Economy];
        if (level < Level.Ordinary) return;
        Add(DemoKinds.Proposal, In(3, 6), DemoKinds.Option("county"), "proposal-1");
        if (level == Level.Strong) Add(DemoKinds.Proposal, In(8, 11), DemoKinds.Option("city"), "proposal-2");
    }

    private void WriteProjects()
    {
        var level = profile.Levels[Field.Investment];
        if (level < Level.Ordinary) return;
        Add(DemoKinds.Project, In(2, 6), DemoKinds.Option("signed"), "project-1");
        if (level == Level.Strong) Add(DemoKinds.Project, In(8, 12), DemoKinds.Option("landed"), "project-1");
    }

    private void WriteVillages()
    {
        for (var village = 1; village < (int)profile.Levels[Field.Rural]; village++)
            Add(DemoKinds.Village, In(3, 12), DemoKinds.Times(1), $"village-{village}");
    }

    private DateOnly In(int firstMonth, int lastMonth) => DemoCalendar.InMonths(firstMonth, lastMonth, draws);

    private void Add(KindId kind, DateOnly on, Measured measured, string? key = null) =>
        Diary.Add(kind, on, measured, say(kind), key);
}
