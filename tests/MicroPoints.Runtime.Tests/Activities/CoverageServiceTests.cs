using MicroPoints.Activities;
using MicroPoints.Chambers;
using MicroPoints.Conformance;
using MicroPoints.Ledger;
using MicroPoints.Runtime.Tests.Rounds;

namespace MicroPoints.Runtime.Tests.Activities;

/// <summary>Where recording reaches, by region, and what nobody records.</summary>
public sealed class CoverageServiceTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly RegionCode First = new("990102001"), Second = new("990102002");
    private static readonly KindId Coverage = new("party.coverage"), Visited = new("member.visited");

    private static async Task<RoundDesk> County()
    {
        var desk = await RoundDesk.Open();
        foreach (var (chamber, seat) in ((ChamberId, RegionCode)[])
            [(new("a"), First), (new("b"), First), (new("c"), Second), (new("d"), Sample.County)])
            await desk.Record(chamber, new ChangeChamber(Sample.Registration(chamber.Value, seat)));
        await desk.Record(new("a"), Sample.Visit("v1"));
        await desk.Record(new("a"), Sample.Visit("v2"));
        await desk.Record(new("b"), Sample.Visit("v3", "2025-03-01"));
        await desk.Record(new("c"), new RecordActivity(
            Sample.Id("s"), Coverage, On.Parse("2025-05-01"), new Measured.Option("organisation")));
        return desk;
    }

    private static async Task<CoverageAnswer> Of(RoundDesk desk, RegionCode scope, int year = 2026, AsOf? at = null) =>
        await desk.Workspace.Coverage.Of(scope, Period.Year(year), at ?? AsOf.On(desk.Workspace.Today), Never);

    [Fact]
    public async Task A_county_is_counted_by_its_townships_in_order_of_code()
    {
        var answer = await Of(await County(), Sample.County);
        Assert.Equal([(Sample.County, 1, 0, 0L), (First, 2, 1, 2L), (Second, 1, 0, 0L)],
            answer.Regions.Select(r => (r.Region, r.Chambers, r.Active, r.Activities)));
        Assert.Equal((Sample.County, 4, 1, 2L),
            (answer.Whole.Region, answer.Whole.Chambers, answer.Whole.Active, answer.Whole.Activities));
    }

    [Theory]
    [InlineData("00", "99")]
    [InlineData("99", "9901")]
    [InlineData("9901", "990102")]
    [InlineData("990102001", "990102001")]
    public async Task Each_scope_is_counted_one_level_below(string scope, string region) =>
        Assert.Equal(region, Assert.Single((await Of(await County(), new RegionCode(scope))).Regions).Region.Value);

    [Fact]
    public async Task A_kind_is_a_blind_spot_until_somebody_records_it()
    {
        var desk = await County();
        var answer = await Of(desk, Sample.County);
        Assert.DoesNotContain(Visited, answer.Regions[1].NeverRecorded);
        Assert.Contains(Visited, answer.Regions[2].NeverRecorded);
        Assert.DoesNotContain(Visited, answer.Whole.NeverRecorded);
        Assert.Equal(desk.Workspace.Kinds.Kinds.Count - 2, answer.Whole.NeverRecorded.Count);
    }

    [Fact]
    public async Task A_state_of_an_earlier_year_is_no_blind_spot_and_no_activity_of_this_one()
    {
        var answer = await Of(await County(), Second);
        Assert.Equal((0, 0L), (answer.Whole.Active, answer.Whole.Activities));
        Assert.DoesNotContain(Coverage, answer.Whole.NeverRecorded);
        Assert.Equal((1, 1L), (await Of(await County(), Second, 2025)) is { Whole: var w } ? (w.Active, w.Activities) : default);
    }

    [Fact]
    public async Task A_reversed_activity_does_not_count_and_a_dissolved_chamber_neither()
    {
        var desk = await County();
        await desk.Record(new("a"), Sample.Reversal("r", "v1"));
        await desk.Record(new("c"), new ChangeChamber(new DissolveChamber(Sample.Id("end"), new DateOnly(2026, 6, 1))));
        var answer = await Of(desk, Sample.County);
        Assert.Equal(1, answer.Whole.Activities);
        Assert.DoesNotContain(answer.Regions, r => r.Region == Second);
        Assert.Equal(4, (await Of(desk, Sample.County, at: AsOf.On(new DateOnly(2026, 5, 31)))).Whole.Chambers);
    }

    [Fact]
    public async Task What_was_not_known_then_does_not_count()
    {
        var desk = await County();
        var known = desk.Now;
        desk.Now += TimeSpan.FromHours(1);
        await desk.Record(new("c"), Sample.Visit("late"));
        Assert.Equal(3, (await Of(desk, Sample.County)).Whole.Activities);
        Assert.Equal(2, (await Of(desk, Sample.County, at: new AsOf(desk.Workspace.Today, known))).Whole.Activities);
    }

    [Fact]
    public async Task A_scope_without_chambers_has_no_regions_and_every_kind_is_blind()
    {
        var desk = await RoundDesk.Open();
        var answer = await Of(desk, Sample.Elsewhere);
        Assert.Empty(answer.Regions);
        Assert.Equal(desk.Workspace.Kinds.Kinds.Select(k => k.Id), answer.Whole.NeverRecorded);
    }
}
