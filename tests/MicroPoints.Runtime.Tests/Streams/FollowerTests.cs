using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using MicroPoints.Conformance;
using MicroPoints.Identity;
using MicroPoints.Rulesets;
using MicroPoints.Runtime.Tests.Rounds;

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
    public async Task Other_activities_published_meanwhile_are_told_once()
    {
        var two = await TwoProcesses.Open();
        var text = Encoding.UTF8.GetString(RoundDesk.Bytes("activities.yaml")).Replace("version: '2026.1'", "version: '2026.9'");
        await using var follower = two.B.Follow(Quick);
        await two.A.Streams.Run(StreamId.OfRuleset(RulesetState.Activities), RegionCode.Nation, Sample.Country,
            new PublishRuleset(Sample.Id("other"), "2026.9", Encoding.UTF8.GetBytes(text)), Never);
        await Until(() => !_told.IsEmpty, "not told");
        var changes = two.B.Changes;
        await Until(() => two.B.Changes > changes + 3, "no more turns");
        Assert.Contains("start this one again", Assert.Single(_told), StringComparison.Ordinal);
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
