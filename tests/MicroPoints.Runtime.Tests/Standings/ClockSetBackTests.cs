using MicroPoints.Conformance;
using MicroPoints.Rulesets;
using MicroPoints.Runtime.Tests.Rounds;

namespace MicroPoints.Runtime.Tests.Standings;

/// <summary>A machine's clock that steps back hides nothing that was acknowledged before.</summary>
public sealed class ClockSetBackTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly StandingsQuery Live = new("micro-points", null, Sample.County, null, null, []);

    private static async Task<(RoundDesk Desk, DateTimeOffset Recorded)> SetBackAfterAVisit()
    {
        var desk = await RoundDesk.Open(Sample.East, Sample.West);
        await desk.Record(Sample.East, Sample.Visit("acknowledged"));
        var recorded = desk.Now;
        desk.Now = recorded.AddMinutes(-10);
        return (desk, recorded);
    }

    private static Points TotalOf(StandingsAnswer answer, ChamberId chamber) => answer.Cards.Single(c => c.Id == chamber).Total;

    [Fact]
    public async Task An_acknowledged_visit_stays_in_the_scorecard_and_in_the_standings()
    {
        var (desk, recorded) = await SetBackAfterAVisit();
        var answer = await desk.Workspace.Standings.Ask(Live, null, Never);
        Assert.True(TotalOf(answer, Sample.East) > TotalOf(answer, Sample.West), "the visit is missing");
        Assert.Equal(recorded, answer.At.KnownAt);
        var list = await desk.Workspace.Lists.Ask(Live, null, Never);
        Assert.Equal(answer.Cards.Select(c => (c.Id, c.Total)), list.Rows.Select(r => (r.Id, r.Total)));
        Assert.Equal(recorded, list.At.KnownAt);
    }

    [Fact]
    public async Task Asking_again_with_the_instant_that_an_answer_gave_gives_the_same_scorecards()
    {
        var (desk, _) = await SetBackAfterAVisit();
        var live = await desk.Workspace.Standings.Ask(Live, null, Never);
        var again = await desk.Workspace.Standings.Ask(Live with { KnownAt = live.At.KnownAt }, null, Never);
        Assert.Equal(2, live.Cards.Count);
        Assert.Equal(live.Cards.Select(c => (c.Id, c.Total)), again.Cards.Select(c => (c.Id, c.Total)));
        var before = await desk.Workspace.Standings.Ask(Live with { KnownAt = desk.Now }, null, Never);
        Assert.Empty(before.Cards);
    }

    [Fact]
    public async Task A_visit_recorded_while_the_clock_is_behind_adds_what_its_answer_says()
    {
        var (desk, _) = await SetBackAfterAVisit();
        var before = TotalOf(await desk.Workspace.Standings.Ask(Live, null, Never), Sample.East);
        await desk.Record(Sample.East, Sample.Visit("while-behind"));
        var recorded = (await desk.Log.Find(StreamId.Of(Sample.East), [Sample.Id("while-behind")], Never))[0];
        var credited = await desk.Workspace.Chambers.Credited(Sample.East, recorded, Never);
        var after = TotalOf(await desk.Workspace.Standings.Ask(Live, null, Never), Sample.East);
        Assert.Equal(before + credited.Single().Points, after);
        Assert.True(after > before);
    }

    [Fact]
    public async Task What_was_declared_not_applicable_stays_so_in_scorecards_and_in_what_a_visit_adds()
    {
        var (desk, recorded) = await SetBackAfterAVisit();
        desk.Now = recorded.AddMinutes(5);
        var ruleset = desk.ReadRuleset(RoundDesk.Bytes("micro-points/micro-points.yaml"),
            desk.ReadKinds(RoundDesk.Bytes("activities.yaml")));
        Assert.IsType<Answer.Recorded>(await desk.Workspace.Declare(Sample.County, new DeclareNotApplicable(
            Sample.Id("none"), ruleset, Sample.Year2026, "X1", Sample.East, "nothing to report"), Sample.Approver, Never));
        var declared = desk.Now;
        desk.Now = recorded.AddMinutes(-10);
        var answer = await desk.Workspace.Standings.Ask(Live, null, Never);
        Assert.Contains(answer.Cards.Single(c => c.Id == Sample.East).Card.Lines,
            l => l.Indicator.Id == "X1" && l.Because.Contains(Because.NotApplicable));
        Assert.Equal(declared, answer.At.KnownAt);
        await desk.Record(Sample.East, Sample.Visit("given") with { Kind = new KindId("emergency.supported") });
        var given = (await desk.Log.Find(StreamId.Of(Sample.East), [Sample.Id("given")], Never))[0];
        Assert.All(await desk.Workspace.Chambers.Credited(Sample.East, given, Never), l => Assert.Equal(Points.Zero, l.Points));
    }
}
