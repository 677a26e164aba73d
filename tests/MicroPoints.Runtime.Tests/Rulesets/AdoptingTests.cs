using MicroPoints.Conformance;
using MicroPoints.Rounds;
using MicroPoints.Rulesets;
using MicroPoints.Runtime.Tests.Rounds;

namespace MicroPoints.Runtime.Tests.Rulesets;

/// <summary>What counts where after an adoption: at once, for every reader, and never for a round that was locked before.</summary>
/// <remarks>A chamber of which nothing was recorded has three points: nobody complained of it.</remarks>
public sealed class AdoptingTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly RegionCode City = new("9901"), Neighbour = new("990101");

    private static StandingsQuery Of(string ruleset, RegionCode? scope = null) =>
        new(ruleset, Sample.Year2026, scope ?? Sample.County, null, null, []);

    private static string? InForce(Workspace workspace, RegionCode region, string ruleset = PublishingDesk.County) =>
        workspace.Regions.AdoptionOf(ruleset, region, AsOf.On(workspace.Today))?.Version;

    [Fact]
    public async Task A_county_without_its_own_inherits_and_its_own_wins()
    {
        var workspace = (await RoundDesk.Open()).Workspace;
        var (first, second) = (await workspace.Published(PublishingDesk.Own("1")), await workspace.Published(PublishingDesk.Own("2")));
        await workspace.Adopt(first, City, "city");
        Assert.Equal(("1", "1"), (InForce(workspace, Sample.County), InForce(workspace, Neighbour)));
        Assert.Null(InForce(workspace, Sample.Elsewhere));
        await workspace.Adopt(second, Sample.County, "county");
        Assert.Equal(("2", "1"), (InForce(workspace, Sample.County), InForce(workspace, Neighbour)));
        Assert.Equal("2", InForce(workspace, new RegionCode($"{Sample.County}101")));
    }

    [Fact]
    public async Task An_adoption_counts_from_its_day_and_not_before()
    {
        var desk = await RoundDesk.Open();
        await desk.Workspace.Adopt(await desk.Workspace.Published(PublishingDesk.Own("1")), Sample.County, "a", from: "2026-12-02");
        Assert.Null(InForce(desk.Workspace, Sample.County));
        desk.Now = desk.Now.AddDays(1);
        Assert.Equal("1", InForce(desk.Workspace, Sample.County));
    }

    [Fact]
    public async Task What_is_adopted_while_others_read_is_seen_by_the_next_question()
    {
        var desk = await RoundDesk.Open(Sample.East);
        await desk.Record(Sample.East, Sample.Visit("v", times: 4));
        var workspace = desk.Workspace;
        Assert.Equal("5", (await workspace.Lists.Ask(Of("micro-points"), null, Never)).Rows[0].Total.ToString());
        await Assert.ThrowsAsync<QueryRefusedException>(async () => await workspace.Lists.Ask(Of(PublishingDesk.County), null, Never));
        await workspace.Adopt(await workspace.Published(PublishingDesk.Own("1")), Sample.County, "a");
        Assert.Equal("7", (await workspace.Lists.Ask(Of(PublishingDesk.County), null, Never)).Rows[0].Total.ToString());
        await workspace.Adopt(await workspace.Published(PublishingDesk.Own("2", "0.25")), Sample.County, "b");
        Assert.Equal("4", (await workspace.Lists.Ask(Of(PublishingDesk.County), null, Never)).Rows[0].Total.ToString());
        Assert.Equal("4", (await workspace.Standings.Ask(Of(PublishingDesk.County), Sample.East, Never)).Cards[0].Total.ToString());
    }

    [Fact]
    public async Task A_round_that_was_locked_is_finished_by_the_rules_that_it_locked()
    {
        var desk = await RoundDesk.Open(Sample.East, Sample.West);
        await desk.Record(Sample.East, Sample.Visit("v", times: 4));
        Assert.IsNotType<Answer.Refused>(await desk.Lock());
        var frozen = (await desk.State()).Locked!.Snapshot.RulesetHash;
        var changed = PublishingDesk.Next("1");
        await desk.Workspace.Adopt(await desk.Workspace.Published(changed), Sample.County, "next");
        Assert.Equal("7", (await desk.Workspace.Lists.Ask(Of("micro-points"), null, Never)).Rows[0].Total.ToString());
        Assert.IsNotType<Answer.Refused>(await desk.Decide());
        var proof = await desk.Seal();
        Assert.Equal(frozen, proof.Evaluation.Ruleset.Hash);
        Assert.Equal("5", proof.Evaluation.Cards.First(c => c.Id == Sample.East).Total.ToString());
    }

    [Fact]
    public async Task A_round_that_is_open_locks_the_version_adopted_by_then()
    {
        var desk = await RoundDesk.Open(Sample.East, Sample.West);
        var next = await desk.Workspace.Published(PublishingDesk.Next("0.5"));
        await desk.Workspace.Adopt(next, Sample.County, "next");
        Assert.IsNotType<Answer.Refused>(await desk.Lock());
        Assert.Equal(next.Hash, (await desk.State()).Locked!.Snapshot.RulesetHash);
    }

    [Fact]
    public async Task A_county_chooses_the_ruleset_of_its_annual_rounds_among_those_that_count_there()
    {
        var workspace = (await RoundDesk.Open()).Workspace;
        var own = await workspace.Published(PublishingDesk.Own("1"));
        string? Annual(RegionCode region) => workspace.Regions.AnnualRulesetOf(region, AsOf.On(workspace.Today));
        async Task<Answer> Choose(string id) => await workspace.Choose(Sample.County, new ChooseAnnualRuleset(Sample.Id(id), own),
            Sample.Country, Never);
        Assert.Equal(Refusal.NothingAdopted, Assert.IsType<Answer.Refused>(await Choose("early")).Reason);
        await workspace.Adopt(own, Sample.County, "a");
        Assert.Equal("micro-points", Annual(Sample.County));
        Assert.IsType<Answer.Recorded>(await Choose("then"));
        Assert.Equal((PublishingDesk.County, "micro-points"), (Annual(Sample.County), Annual(Neighbour)));
        Assert.Equal(PublishingDesk.County, await workspace.Rounds.AnnualRulesetOf(Sample.Year2026, Sample.County, Never));
    }

    [Fact]
    public async Task A_year_whose_round_was_opened_stands_by_that_rounds_ruleset()
    {
        var desk = await RoundDesk.Open();
        var workspace = desk.Workspace;
        Assert.IsType<Answer.Recorded>(await workspace.Rounds.Open(new RoundId("annual-2026"), new RoundOpened(
            "micro-points", Sample.Year2026, Sample.County, [], RoundPurpose.Annual, "light", null), Sample.Approver, Never));
        var own = await workspace.Published(PublishingDesk.Own("1"));
        await workspace.Adopt(own, Sample.County, "a");
        await workspace.Choose(Sample.County, new ChooseAnnualRuleset(Sample.Id("c"), own), Sample.Country, Never);
        Assert.Equal("micro-points", await workspace.Rounds.AnnualRulesetOf(Sample.Year2026, Sample.County, Never));
        Assert.Equal(PublishingDesk.County, await workspace.Rounds.AnnualRulesetOf(Period.Year(2027), Sample.County, Never));
    }
}
