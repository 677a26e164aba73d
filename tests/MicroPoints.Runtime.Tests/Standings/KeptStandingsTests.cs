using MicroPoints.Conformance;
using MicroPoints.Runtime.Tests.Rounds;

namespace MicroPoints.Runtime.Tests.Standings;

public sealed class KeptStandingsTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly StandingsQuery Live = new("micro-points", null, Sample.County, null, null, []);

    private static ValueTask<StandingsAnswer> Ask(RoundDesk desk, StandingsQuery? query = null) =>
        desk.Workspace.Standings.Ask(query ?? Live, null, Never);

    [Fact]
    public async Task An_answer_about_now_is_kept_while_nothing_is_recorded()
    {
        var desk = await RoundDesk.Open(Sample.East, Sample.West);
        Assert.Same(await Ask(desk), await Ask(desk));
        Assert.Same(await Ask(desk), await Ask(desk, Live with { AsOf = desk.Workspace.Today }));
    }

    [Fact]
    public async Task What_was_acknowledged_before_the_question_is_in_the_answer()
    {
        var desk = await RoundDesk.Open(Sample.East, Sample.West);
        var before = await Ask(desk);
        await desk.Record(Sample.East, Sample.Visit("visit-1"));
        var after = await Ask(desk);
        Assert.Same(after, await Ask(desk));
        Assert.True(after.Cards.Single(c => c.Id == Sample.East).Total > before.Cards.Single(c => c.Id == Sample.East).Total);
    }

    [Fact]
    public async Task Another_day_scope_or_instant_is_another_question()
    {
        var desk = await RoundDesk.Open(Sample.East, Sample.West);
        var live = await Ask(desk);
        Assert.NotSame(live, await Ask(desk, Live with { Scope = RegionCode.Nation }));
        Assert.NotSame(live, await Ask(desk, Live with { AsOf = desk.Workspace.Today.AddDays(-1) }));
        Assert.NotSame(live, await Ask(desk, Live with { KnownAt = desk.Now }));
        Assert.NotSame(live, await Ask(desk, Live with { PeerGroups = ["township"] }));
        desk.Now = desk.Now.AddDays(1);
        Assert.NotSame(live, await Ask(desk));
    }

    [Fact]
    public async Task A_question_that_was_refused_is_asked_anew()
    {
        var desk = await RoundDesk.Open(Sample.East);
        var unknown = Live with { Ruleset = "no-such" };
        for (var time = 0; time < 2; time++)
            await Assert.ThrowsAsync<QueryRefusedException>(async () => await Ask(desk, unknown));
    }

    [Fact]
    public async Task Many_who_ask_at_once_share_one_answer()
    {
        var desk = await RoundDesk.Open(Sample.East, Sample.West);
        await desk.Record(Sample.East, Sample.Visit("visit-1"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => Ask(desk).AsTask())));
        Assert.Single(answers.Distinct());
    }
}
