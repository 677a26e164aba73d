using MicroPoints.Activities;

namespace MicroPoints.Runtime.Demo;

/// <summary>Writes what holds for a chamber, mostly since earlier years and recorded on the demo's first day.</summary>
internal sealed class StandingFacts(Profile profile, Diary diary, SeededDraws draws)
{
    /// <summary>What was recorded before the demo's year holds from a day in these years.</summary>
    private static readonly DateOnly From = new(2020, 3, 1), Through = new(2025, 11, 30);

    public void Write()
    {
        WriteRegistration();
        WriteFinances();
        WriteParty();
        WriteMediation();
        WriteHonours();
        if (profile.Levels[Field.Emergency] >= Level.Ordinary)
            diary.Add(DemoKinds.EmergencyPlan, draws.Day(new(2024, 3, 1), Through), DemoKinds.Yes);
    }

    private void WriteRegistration()
    {
        if (profile.Chamber.RegisteredOn is not { } since)
        {
            diary.Add(DemoKinds.Registration, Through, DemoKinds.Option("not-registered"));
            return;
        }
        diary.Add(DemoKinds.Registration, since, DemoKinds.Option("registered"));
        diary.Add(DemoKinds.AnnualCheck, draws.Day(new(2025, 5, 6), new(2025, 6, 27)), DemoKinds.Option("passed"));
        var conclusion = profile.Levels[Field.Integrity] switch
        {
            Level.None => "not-taken",
            Level.Weak => "basically-passed",
            _ => "passed",
        };
        diary.Add(DemoKinds.AnnualCheck, DemoCalendar.InMonths(5, 6, draws), DemoKinds.Option(conclusion));
    }

    private void WriteFinances()
    {
        var level = profile.Levels[Field.Integrity];
        if (level >= Level.Weak) Held(DemoKinds.FinanceRules, DemoKinds.Yes);
        if (level == Level.Strong) diary.Add(DemoKinds.TermAudit, draws.Day(new(2023, 3, 1), Through), DemoKinds.Yes);
    }

    /// <summary>Where a Party organisation is due and not founded, its life and posts cannot be confirmed.</summary>
    private void WriteParty()
    {
        var level = profile.Levels[Field.Party];
        if (profile.Coverage is { } coverage) Held(DemoKinds.Coverage, DemoKinds.Option(coverage));
        if (level >= Level.Ordinary) Held(DemoKinds.Charter, DemoKinds.Yes);
        if (profile.Coverage is not ("organisation" or "instructor")) return;
        diary.Add(DemoKinds.PartyLife, draws.Day(new(2026, 11, 16), new(2026, 12, 18)), DemoKinds.Option(level switch
        {
            Level.None => "not-observed",
            Level.Weak => "partly",
            _ => "observed",
        }));
        if (level == Level.Strong) Held(DemoKinds.SharedPost, DemoKinds.Yes);
    }

    /// <summary>Disputes of earlier years are known by the year, as they come from a department's list.</summary>
    private void WriteMediation()
    {
        if (profile.MediatingSince is not { } since) return;
        diary.Add(DemoKinds.Mediation, new DateOnly(since, draws.Between(1, 12), draws.Between(1, 28)), DemoKinds.Yes);
        int[] weights = [.. Enumerable.Range(since, 2026 - since).Select(_ => draws.Between(2, 5))];
        var shares = Shares.Of(profile.DisputesBefore, weights);
        for (var i = 0; i < shares.Count; i++)
        {
            var year = On.Ending(new DateOnly(since + i, 12, 31), Precision.Year);
            if (shares[i] > 0) diary.Add(DemoKinds.Dispute, year, DemoKinds.Times(shares[i]));
        }
    }

    /// <summary>Titles of 2025 hold through the demo's year.</summary>
    private void WriteHonours()
    {
        if (profile.IsStar) Held(DemoKinds.Star, DemoKinds.Yes);
        if (profile.IsPioneer) Held(DemoKinds.Pioneer, DemoKinds.Yes);
        if (profile.FourGood is { } title)
            diary.Add(DemoKinds.FourGood, draws.Day(new(2025, 3, 1), Through), DemoKinds.Option(title));
    }

    private void Held(KindId kind, Measured measured) => diary.Add(kind, draws.Day(From, Through), measured);
}
