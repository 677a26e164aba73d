namespace MicroPoints.Runtime.Demo;

/// <summary>An invented county of fifteen chambers: small enough to read, with one of each that happens.</summary>
/// <remarks>
/// One leader, most of them good, some fair, one silent; two tied; one kept down for want of a Party organisation; one
/// on the list of abnormal activity until July. The seed moves days, numbers and words; what each comes to stays.
/// </remarks>
public static class CountyDemo
{
    /// <summary>The seed where none is chosen.</summary>
    public const ulong Seed = 20260101;

    public static DemoPlan Create(ulong seed = Seed)
    {
        var written = CountyRoster.Chambers.Select(line => Write(line, seed)).ToList();
        var diaries = written.ToDictionary(w => w.Chamber.Id, w => w.Diary);
        List<DemoChamber> chambers = [.. written.Select(w => w.Chamber)];
        return new DemoPlan(
            new Title("澜屏县（虚构）商会微积分演示", "Micro-points of the invented county of Lanping"),
            CountyRoster.County, chambers.Count,
            [.. CountyRoster.Above, .. CountyRoster.Chambers.Select(c => c.Region)],
            chambers, DemoSteps.Of(chambers, c => diaries[c.Id]));
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
}
