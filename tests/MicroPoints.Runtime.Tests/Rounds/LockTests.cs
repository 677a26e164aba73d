using MicroPoints.Conformance;
using MicroPoints.Identity;

namespace MicroPoints.Runtime.Tests.Rounds;

/// <summary>Locking freezes a round, and leaves no trace where it is refused.</summary>
public sealed class LockTests
{
    private static async Task RefusesAndMovesNoHead(RoundDesk desk, Refusal refusal, Actor? by = null)
    {
        var before = await desk.Heads();
        var answer = await desk.Lock(closePeriod: true, by);
        Assert.Equal(refusal, Assert.IsType<Answer.Refused>(answer).Reason);
        Assert.True(before.Equals(await desk.Heads()), "a head moved");
    }

    [Fact]
    public async Task A_lock_outside_the_days_of_the_ruleset_closes_no_period()
    {
        var desk = await RoundDesk.Open(Sample.East, Sample.West);
        desk.Now = new DateTimeOffset(2099, 1, 1, 2, 0, 0, TimeSpan.Zero);
        await RefusesAndMovesNoHead(desk, Refusal.RulesetNotAdoptable);
    }

    [Fact]
    public async Task A_lock_by_one_who_may_not_closes_no_period() => await RefusesAndMovesNoHead(
        await RoundDesk.Open(Sample.East), Refusal.NotAllowed, Sample.Clerk with { Role = Role.Reader });

    [Fact]
    public async Task A_lock_of_an_empty_county_is_refused() =>
        await RefusesAndMovesNoHead(await RoundDesk.Open(), Refusal.RoundNothingToRank);

    [Fact]
    public async Task An_accepted_lock_closes_the_period_of_every_chamber_first()
    {
        var desk = await RoundDesk.Open(Sample.East, Sample.West);
        Assert.IsType<Answer.Recorded>(await desk.Lock(closePeriod: true));
        Assert.All((await desk.State()).Locked!.Snapshot.Heads, h => Assert.Equal(2, h.Head.Sequence));
    }

    [Fact]
    public async Task After_the_clock_was_set_back_the_lock_still_knows_every_entry_acknowledged_before()
    {
        var desk = await RoundDesk.Open(Sample.East, Sample.West);
        desk.Now = desk.Now.AddDays(2);
        await desk.Record(Sample.East, Sample.Visit("acknowledged"));
        var recorded = desk.Now;
        desk.Now = desk.Now.AddDays(-1);
        await desk.Lock();
        var state = await desk.State();
        Assert.Equal(recorded, state.Locked!.Snapshot.At.KnownAt);
        var (evaluation, _) = await desk.Rounds.Evaluate(state, null, CancellationToken.None);
        Assert.True(evaluation.Cards[0].Total > evaluation.Cards[1].Total);
    }
}
