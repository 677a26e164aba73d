using MicroPoints.Conformance;
using MicroPoints.Rounds;
using MicroPoints.Rulesets;
using MicroPoints.Runtime.Tests.Rounds;
using MicroPoints.Runtime.Tests.Streams;

namespace MicroPoints.Runtime.Tests.Rulesets;

/// <summary>From the day a region ends what it adopted, what a region above adopted counts again; where none did, nothing does.</summary>
public sealed class EndingTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly RegionCode Province = new(Sample.County.Value[..2]), Town = new($"{Sample.County}101");

    private static DateOnly D(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<Answer> End(Workspace workspace, string from, string id = "end", string ruleset = PublishingDesk.County,
        RegionCode? region = null) => await workspace.End(region ?? Sample.County,
            new EndAdoption(Sample.Id(id), ruleset, D(from), "改用省里的办法"), Sample.Country, Never);

    private static void Refuses(Refusal refusal, Answer answer) => Assert.Equal(refusal, Assert.IsType<Answer.Refused>(answer).Reason);

    /// <summary>Which version counts for the county on a day, as known on another; a township of it has the same.</summary>
    private static string? Counts(Workspace workspace, string day, string known)
    {
        var at = AsOf.KnownOn(D(day), D(known));
        var version = workspace.Regions.AdoptionOf(PublishingDesk.County, Sample.County, at)?.Version;
        Assert.Equal(version, workspace.Regions.AdoptionOf(PublishingDesk.County, Town, at)?.Version);
        Assert.Equal(version,
            workspace.Regions.AdoptionsOf(Sample.County, at).SingleOrDefault(a => a.Ruleset == PublishingDesk.County)?.Version);
        return version;
    }

    /// <summary>The province adopts 1 on 1 March, the county 2 on 1 May and ends it on 20 June from 1 July; it adopts 3 again on
    /// 10 September from 1 October.</summary>
    private static async Task<Workspace> Story()
    {
        var desk = await RoundDesk.OpenUnder(bytes => bytes);
        var workspace = desk.Workspace;
        async Task On(string day, Func<Task<Answer>> decide)
        {
            desk.Now = new DateTimeOffset(D(day).ToDateTime(new TimeOnly(4, 0)), TimeSpan.Zero);
            Assert.IsType<Answer.Recorded>(await decide());
        }

        desk.Now = new DateTimeOffset(2026, 2, 1, 4, 0, 0, TimeSpan.Zero);
        var rules = new List<Ruleset>();
        foreach (var version in (string[])["1", "2", "3"]) rules.Add(await workspace.Published(PublishingDesk.Own(version)));
        await On("2026-03-01", () => workspace.Adopt(rules[0], Province, "province", "2026-03-01"));
        await On("2026-05-01", () => workspace.Adopt(rules[1], Sample.County, "county", "2026-05-01"));
        await On("2026-06-20", () => End(workspace, "2026-07-01"));
        await On("2026-09-10", () => workspace.Adopt(rules[2], Sample.County, "again", "2026-10-01"));
        return workspace;
    }

    [Theory]
    [InlineData("2026-02-28", "2026-12-31", null)]
    [InlineData("2026-04-30", "2026-12-31", "1")]
    [InlineData("2026-05-01", "2026-12-31", "2")]
    [InlineData("2026-05-01", "2026-04-30", "1")]
    [InlineData("2026-06-30", "2026-12-31", "2")]
    [InlineData("2026-07-01", "2026-06-19", "2")]
    [InlineData("2026-07-01", "2026-06-20", "1")]
    [InlineData("2026-09-30", "2026-12-31", "1")]
    [InlineData("2026-10-01", "2026-09-09", "1")]
    [InlineData("2026-10-01", "2026-09-10", "3")]
    [InlineData("2026-12-31", "2026-06-19", "2")]
    public async Task What_counts_on_a_day_as_known_on_another(string day, string known, string? version) =>
        Assert.Equal(version, Counts(await Story(), day, known));

    [Fact]
    public async Task Where_nothing_is_above_nothing_counts_and_the_period_before_keeps_its_figures()
    {
        var desk = await RoundDesk.OpenUnder(bytes => bytes, Sample.East);
        await desk.Record(Sample.East, Sample.Visit("v", times: 4));
        var workspace = desk.Workspace;
        await workspace.Adopt(await workspace.Published(PublishingDesk.Own("1")), Sample.County, "a");
        var query = new StandingsQuery(PublishingDesk.County, Sample.Year2026, Sample.County, null, null, []);
        Assert.Equal("7", (await workspace.Lists.Ask(query, null, Never)).Rows[0].Total.ToString());
        Assert.IsType<Answer.Recorded>(await End(workspace, "2027-01-01"));
        Assert.Equal("7", (await workspace.Lists.Ask(query, null, Never)).Rows[0].Total.ToString());
        desk.Now = new DateTimeOffset(2027, 1, 5, 2, 0, 0, TimeSpan.Zero);
        Assert.Equal("7", (await workspace.Lists.Ask(query, null, Never)).Rows[0].Total.ToString());
        await Assert.ThrowsAsync<QueryRefusedException>(
            async () => await workspace.Lists.Ask(query with { Period = Period.Year(2027) }, null, Never));
        var visit = (await workspace.Log.Find(StreamId.Of(Sample.East), [Sample.Id("v")], Never))[0];
        Assert.DoesNotContain(await workspace.Chambers.Credited(Sample.East, visit, Never),
            c => c.Ruleset.StartsWith(PublishingDesk.County, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_region_inherits_and_what_it_chose_for_its_rounds_it_cannot_end()
    {
        var workspace = (await RoundDesk.OpenUnder(bytes => bytes)).Workspace;
        Refuses(Refusal.AdoptionNotOwn, await End(workspace, "2026-12-01", ruleset: "micro-points"));
        var own = await workspace.Published(PublishingDesk.Own("1"));
        await workspace.Adopt(own, Sample.County, "a");
        await workspace.Choose(Sample.County, new ChooseAnnualRuleset(Sample.Id("annual"), own), Sample.Country, Never);
        Refuses(Refusal.RulesetIsAnnual, await End(workspace, "2026-12-01"));
        // Where the province has adopted it too, the annual rounds go on by that.
        await workspace.Adopt(own, Province, "province");
        Assert.IsType<Answer.Recorded>(await End(workspace, "2026-12-01"));
        Assert.Equal(own.Id, workspace.Regions.AnnualRulesetOf(Sample.County, AsOf.On(new DateOnly(2026, 12, 1))));
    }

    [Fact]
    public async Task A_round_under_way_keeps_the_adoption_and_one_that_goes_by_its_own_regions_does_not()
    {
        var desk = await RoundDesk.OpenUnder(bytes => bytes, Sample.East);
        var workspace = desk.Workspace;
        var own = await workspace.Published(PublishingDesk.Own("1"));
        await workspace.Adopt(own, Province, "province");
        Assert.IsType<Answer.Recorded>(await workspace.Rounds.Open(RoundDesk.Round, new RoundOpened(own.Id, Sample.Year2026,
            Sample.County, [], RoundPurpose.Annual, "light", null), Sample.Approver, Never));
        Refuses(Refusal.AdoptionInRound, await End(workspace, "2027-01-01", region: Province));
        await workspace.Adopt(own, Sample.County, "county");
        Assert.IsType<Answer.Recorded>(await End(workspace, "2027-01-01", region: Province));
        Refuses(Refusal.AdoptionInRound, await End(workspace, "2027-01-01"));
        Assert.IsType<Answer.Recorded>(await workspace.Rounds.Lock(RoundDesk.Round, null, true, Sample.Approver, null, Never));
        Refuses(Refusal.AdoptionPeriodLocked, await End(workspace, "2025-12-31"));
        Refuses(Refusal.AdoptionInRound, await End(workspace, "2026-12-31"));
        Assert.IsType<Answer.Recorded>(await End(workspace, "2027-01-01"));
    }

    [Fact]
    public async Task An_end_recorded_elsewhere_counts_here_after_the_next_turn()
    {
        var two = await TwoProcesses.Open();
        await two.A.Adopt(await two.A.Published(PublishingDesk.Own("1")), Sample.County, "a");
        await two.B.CatchUp(Never);
        Assert.NotNull(two.B.Regions.AdoptionOf(PublishingDesk.County, Sample.County, AsOf.On(two.B.Today)));
        Assert.IsType<Answer.Recorded>(await End(two.A, "2026-06-01"));
        await two.B.CatchUp(Never);
        Assert.Null(two.B.Regions.AdoptionOf(PublishingDesk.County, Sample.County, AsOf.On(two.B.Today)));
        Assert.IsType<Answer.Exists>(await End(two.B, "2026-06-01"));
    }
}
