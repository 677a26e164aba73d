namespace MicroPoints.Runtime.Demo;

/// <summary>An invented county of fifteen chambers and its year 2026: small enough to read, with one of each thing that happens.</summary>
/// <remarks>
/// One leader, most of them good, some fair, one silent; two tied; one kept down for want of a Party organisation; one on the
/// list of abnormal activity until July. The seed moves days, numbers and words; what each chamber comes to stays.
/// </remarks>
public static class CountyDemo
{
    /// <summary>The seed where none is chosen.</summary>
    public const ulong Seed = 20260101;

    public static DemoPlan Create(ulong seed = Seed)
    {
        var diaries = CountyRoster.Chambers.Select(line => Write(line, seed)).ToList();
        return new DemoPlan(
            new Title("澜屏县（虚构）商会微积分演示", "Micro-points of the invented county of Lanping"), CountyRoster.County,
            CountyRoster.Chambers.Count,
            [.. CountyRoster.Above, .. CountyRoster.Chambers.Select(c => new DemoRegion(new RegionCode(c.Code), c.Place))],
            [.. diaries.Select(d => d.Chamber)], DemoSteps.Of(diaries.Select(d => d.Chamber), Whose(diaries)));
    }

    private static (DemoChamber Chamber, Diary Diary) Write(CountyLine line, ulong seed)
    {
        var draws = new SeededDraws(seed, line.Code);
        var profile = line.Profile(line.Chamber(draws));
        var year = new ChamberYear(profile, draws, kind => CountyWords.Of(kind, draws));
        new StandingFacts(profile, year.Diary, draws).Write();
        year.WriteEvents(CountyHabits.All);
        CountyStories.Tell(line.Code, year.Diary, draws);
        return (profile.Chamber, year.Diary);
    }

    private static Func<DemoChamber, Diary> Whose(IEnumerable<(DemoChamber Chamber, Diary Diary)> diaries)
    {
        var byChamber = diaries.ToDictionary(d => d.Chamber.Id, d => d.Diary);
        return chamber => byChamber[chamber.Id];
    }
}
