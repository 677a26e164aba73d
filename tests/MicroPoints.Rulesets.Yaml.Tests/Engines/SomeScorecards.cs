using MicroPoints.Activities;
using MicroPoints.Standings;

namespace MicroPoints.Rulesets.Yaml.Tests.Engines;

/// <summary>Random chambers under a ruleset, from idle to busy, and the scorecards that evaluation gives them on a random day.</summary>
/// <param name="order">Shuffles the chambers, and each one's facts, before they are read; it decides nothing else.</param>
public sealed class SomeScorecards(Ruleset ruleset, KindCatalogue kinds, Random random, Random? order = null)
{
    private readonly KindId[] _kinds = [.. ruleset.KindsOfConditions
        .Concat(ruleset.Leaves.SelectMany(i => i.CountedKinds)).Concat(ruleset.Deductions.SelectMany(d => d.Counts).Select(c => c.Kind))
        .Concat(ruleset.Settings.SelectMany(s => s.Default.List).Where(KindId.IsValid).Select(k => new KindId(k)))
        .Distinct().Where(k => kinds.Find(k) is not null)];

    /// <summary>Evaluates so many chambers together and asks conditions of their scorecards.</summary>
    public Asked Ask(int chambers, Func<Ruleset, IReadOnlyList<Condition>> conditions)
    {
        var period = Period.Containing(ruleset.Adoptable.From, ruleset.Period);
        var day = random.Next(2) == 0 ? period.LastDay : period.From.AddDays(random.Next(period.LastDay.DayNumber - period.From.DayNumber));
        var settings = random.Next(2) == 0 ? [] : ruleset.Settings.Where(s => s.Type == SettingType.Switch)
            .ToDictionary(s => s.Id, _ => SettingValue.Of(random.Next(4) > 0));
        var drawn = Enumerable.Range(0, chambers).Select(i => Draw($"c{i:000}", period, day)).ToDictionary(c => c.Chamber.Id);
        var evaluator = new Evaluator(ruleset, settings);
        var cards = evaluator.Evaluate(Ordered(drawn.Values.Select(c => c.Chamber)));
        return new Asked(ruleset, evaluator.Values, kinds, conditions(ruleset), [.. cards.Select(c => new Scored(c, drawn[c.Id].Facts))]);
    }

    private (ChamberFacts Chamber, List<StandingFact> Facts) Draw(string id, Period period, DateOnly day)
    {
        var (busy, tally, facts) = (random.NextDouble(), new Tally(), new List<StandingFact>());
        foreach (var kind in _kinds.Select(k => kinds[k]))
            for (var times = random.NextDouble() < busy ? random.Next(1, 4) : 0; times > 0; times--)
                facts.Add(new StandingFact(SomeFact(kind, busy, period, day), facts.Count + 1));
        foreach (var fact in Ordered(facts)) tally.Add(fact);
        return (new ChamberFacts(new ChamberId(id), new RegionCode(random.Next(2) == 0 ? "990101001" : "990102001"), random.Next(10) > 0,
            random.Next(3) == 0 ? day.AddDays(-random.Next(900)) : null, new TallyReading(tally, kinds, period, day),
            ruleset.Attributes.ToDictionary(a => a.Id, a => random.Next(6) == 0 ? null : SomeAttribute(a, day)),
            new Dictionary<string, string>(), [.. SomeHistory(period)]), facts);
    }

    private IEnumerable<T> Ordered<T>(IEnumerable<T> items)
    {
        T[] all = [.. items];
        order?.Shuffle(all);
        return all;
    }

    private Fact SomeFact(ActivityKind kind, double busy, Period period, DateOnly day)
    {
        var oldest = random.Next(4) == 0 ? day.AddYears(-3) : period.From;
        var on = oldest.AddDays(random.Next(day.DayNumber - oldest.DayNumber + 1));
        return new Fact(kind.Id, kind.Nature, On.Day(on),
            kind.Nature == Nature.State && random.Next(8) == 0 ? on.AddDays(random.Next(1, 600)) : null,
            SomeMeasured(kind, busy), kind.Keyed ? $"K{random.Next(3)}" : null, null);
    }

    private Measured SomeMeasured(ActivityKind kind, double busy) => kind.Measure switch
    {
        MeasureType.Count => new Measured.Count(random.Next(1, 8)),
        MeasureType.Quantity => new Measured.Quantity(random.Next(1, 500_000)),
        MeasureType.Rate => SomeRate(random.Next(1, 200), busy),
        MeasureType.Share => SomeShare(random.Next(1, 60), busy),
        MeasureType.Option => new Measured.Option(kind.Nature == Nature.State && random.Next(10) == 0
            ? ActivityKind.Ended : kind.Options[random.Next(kind.Options.Count)].Id),
        MeasureType.Flag => new Measured.Flag(random.NextDouble() < 0.3 + busy / 2),
        MeasureType.Points => new Measured.Awarded(new Points(random.Next(50, 500))),
        _ => throw new InvalidOperationException("unknown measure"),
    };

    private Measured.Rate SomeRate(int asked, double busy)
    {
        var answered = random.Next(asked + 1);
        return new Measured.Rate(answered, Often(answered, busy), asked);
    }

    private Measured.Share SomeShare(int due, double busy) => new(Often(due, busy), due);

    /// <summary>Mostly all of them for a busy chamber.</summary>
    private long Often(int of, double busy) => random.NextDouble() < busy / 2 ? of : random.Next(of + 1);

    private string SomeAttribute(AttributeDefinition attribute, DateOnly day) => attribute.Type switch
    {
        AttributeType.Number => random.Next(10) > 0 ? new Points(random.Next(random.Next(2) == 0 ? 6_000 : 200_000)).ToString() : "许多",
        AttributeType.Day => random.Next(10) > 0 ? Calendar.Text(day.AddDays(-random.Next(1_500))) : "去年",
        _ => attribute.Options[random.Next(attribute.Options.Count)],
    };

    private IEnumerable<EarlierResult> SomeHistory(Period period)
    {
        for (var rounds = random.Next(3); rounds > 0; rounds--)
            yield return new EarlierResult(period = period.Previous,
                ruleset.Grades.Count > 0 ? ruleset.Grades[random.Next(ruleset.Grades.Count)].Id : null,
                ruleset.Classes.Count > 0 ? ruleset.Classes[random.Next(ruleset.Classes.Count)].Id : null,
                [.. ruleset.Outcomes.Where(_ => random.Next(3) == 0).Select(o => o.Id)]);
    }
}
