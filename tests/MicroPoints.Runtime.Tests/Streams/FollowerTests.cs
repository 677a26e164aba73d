using System.Collections.Concurrent;
using System.Diagnostics;
using MicroPoints.Conformance;
using MicroPoints.Identity;
using MicroPoints.Rulesets;
using MicroPoints.Runtime.Tests.Rounds;
using MicroPoints.Runtime.Tests.Rulesets;

namespace MicroPoints.Runtime.Tests.Streams;

/// <summary>A follower takes turn after turn, and failures only delay it.</summary>
public sealed class FollowerTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private readonly ConcurrentQueue<string> _told = [];

    private FollowOptions Quick => new()
    {
        Every = TimeSpan.FromMilliseconds(10),
        LateAfter = TimeSpan.FromMilliseconds(200),
        Tell = _told.Enqueue,
    };

    private static async Task Until(Func<bool> holds, string what)
    {
        var started = Stopwatch.GetTimestamp();
        while (!holds())
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(20), what);
            await Task.Delay(5);
        }
    }

    [Fact]
    public async Task A_key_revoked_elsewhere_is_refused_here_within_a_second()
    {
        var two = await TwoProcesses.Open();
        await using var follower = two.B.Follow(new FollowOptions());
        var (key, secret) = await two.A.Keys.Issue(
            new NewKey(null, null, Role.Clerk, Sample.County, null), Sample.Approver, Never);
        await Until(() => two.B.Keys.Authenticate(secret) is not null, "the key is not known");
        await two.A.Keys.Revoke(key.Id, "lost", Sample.Approver, Never);
        var revoked = Stopwatch.GetTimestamp();
        await Until(() => two.B.Keys.Authenticate(secret) is null, "the key still acts");
        Assert.InRange(Stopwatch.GetElapsedTime(revoked), TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_log_that_does_not_answer_is_told_once_and_makes_the_process_not_ready_until_it_answers()
    {
        var two = await TwoProcesses.Open();
        await using var follower = two.B.Follow(Quick)!;
        Assert.True(follower.IsCurrent);
        two.Log.IsUnreachable = true;
        await Until(() => !follower.IsCurrent, "it is still ready");
        var changes = two.B.Changes;
        await Until(() => two.B.Changes > changes, "what was worked out before would be given for ever");
        two.Log.IsUnreachable = false;
        await Until(() => follower.IsCurrent, "it is not ready again");
        await Until(() => _told.Count == 2, "not told of both");
        Assert.Equal(["cannot see what other processes record, and keeps trying: the other machine does not answer: try again",
            "follows the other processes again"], _told);
    }

    [Fact]
    public async Task Activities_published_elsewhere_are_in_force_here_within_a_second_and_need_no_telling()
    {
        var two = await TwoProcesses.Open(Sample.East);
        await using var follower = two.B.Follow(new FollowOptions { Tell = _told.Enqueue });
        Assert.IsType<Answer.Recorded>((await two.A.PublishKinds(KindsDesk.Next("2026.2", KindsDesk.Trees))).Answer);
        var published = Stopwatch.GetTimestamp();
        await Until(() => two.B.Kinds.Version == "2026.2", "the kinds before are still in force");
        Assert.InRange(Stopwatch.GetElapsedTime(published), TimeSpan.Zero, TimeSpan.FromSeconds(1));
        await TwoProcesses.Recorded(two.B, Sample.East, KindsDesk.Planted("t-1"));
        Assert.Empty(_told);
    }

    [Fact]
    public async Task Activities_that_this_program_cannot_read_are_told_and_make_it_not_ready()
    {
        var two = await TwoProcesses.Open();
        await using var follower = two.B.Follow(Quick)!;
        await two.A.Streams.Run(StreamId.OfRuleset(RulesetState.Activities), RegionCode.Nation, Sample.Country,
            new PublishRuleset(Sample.Id("newer"), "2030.1", "kinds: of a later program"u8.ToArray()), Never);
        await Until(() => !follower.IsCurrent, "it is still ready");
        Assert.Contains("activities 2030.1 were published and cannot be read by this program",
            Assert.Single(_told), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_of_one_process_needs_no_follower()
    {
        var desk = await RoundDesk.Open();
        Assert.Null(desk.Workspace.Follow(new FollowOptions()));
        var changes = desk.Workspace.Changes;
        await desk.Workspace.CatchUp(Never);
        Assert.Equal(changes, desk.Workspace.Changes);
    }
}
