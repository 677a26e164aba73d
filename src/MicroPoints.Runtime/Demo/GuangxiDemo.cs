using MicroPoints.Activities;

namespace MicroPoints.Runtime.Demo;

/// <summary>A province at its real size and published counts; the chambers are invented and bear codes.</summary>
/// <remarks>
/// Some 200 activities a chamber, about 224,600 in all. A chamber's diary is written anew for each recording day, from
/// the seed and the chamber's id, so that the commands in memory are one chamber's at a time.
/// </remarks>
public static class GuangxiDemo
{
    /// <summary>The seed where none is chosen.</summary>
    public const ulong Seed = 45;

    public static DemoPlan Create(ulong seed = Seed)
    {
        var profiles = GuangxiRoster.Of(seed);
        var byChamber = profiles.ToDictionary(p => p.Chamber.Id);
        List<DemoChamber> chambers = [.. profiles.Select(p => p.Chamber)];
        return new DemoPlan(
            new Title("广西规模样例商会微积分演示", "Micro-points of sample chambers at the size of Guangxi"),
            new RegionCode("45"), GuangxiPlaces.All.Count, [], chambers,
            DemoSteps.Of(chambers, c => Write(byChamber[c.Id], seed)));
    }

    private static Diary Write(Profile profile, ulong seed)
    {
        var draws = new SeededDraws(seed, profile.Chamber.Id.Value);
        var year = new ChamberYear(profile, draws, _ => null);
        new StandingFacts(profile, year.Diary, draws).Write();
        year.WriteEvents(ProvinceHabits.All);
        Fill(profile, year.Diary, draws);
        Mishaps.Befall(year.Diary, draws);
        new Sanctions(profile, year.Diary, draws).Write();
        return year.Diary;
    }

    /// <summary>More of what chambers do most, up to a province's number of records; few points come of it.</summary>
    private static void Fill(Profile profile, Diary diary, SeededDraws draws)
    {
        var more = new List<KindId> { DemoKinds.Volunteers };
        if (profile.Levels[Field.Members] >= Level.Ordinary)
            more.AddRange([DemoKinds.Visited, DemoKinds.Visited, DemoKinds.Resolved]);
        if (profile.Levels[Field.Economy] >= Level.Ordinary) more.Add(DemoKinds.Secured);
        if (profile.Levels[Field.Governance] >= Level.Ordinary) more.Add(DemoKinds.Community);
        var target = 77 + 20 * more.Count + draws.Below(40);
        while (diary.Activities < target)
        {
            var kind = draws.Pick(more);
            Measured measured = kind == DemoKinds.Volunteers
                ? new Measured.Quantity(50 * draws.Between(4, 80)) : DemoKinds.Times(draws.Between(1, 2));
            diary.Add(kind, draws.Day(DemoCalendar.FirstDay, DemoCalendar.LastDay), measured);
        }
    }
}
