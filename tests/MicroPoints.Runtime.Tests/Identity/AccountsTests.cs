using MicroPoints.Conformance;
using MicroPoints.Identity;
using MicroPoints.Runtime.Tests.Rounds;

namespace MicroPoints.Runtime.Tests.Identity;

/// <summary>Accounts and links to chambers' cards, as a workspace keeps and reads them.</summary>
public sealed class AccountsTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    [Fact]
    public async Task Only_digests_of_secrets_are_kept_and_no_password()
    {
        var desk = await SignInDesk.WithLi();
        var secret = await desk.Link();
        await foreach (var entry in desk.Desk.Log.Read(StreamId.Accounts, 0, Never))
        {
            Assert.DoesNotContain(secret, entry.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain(secret, entry.Reason?.Text ?? "", StringComparison.Ordinal);
            Assert.DoesNotContain(SignInDesk.Password, entry.Reason?.Text ?? "", StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Accounts_are_known_after_a_restart_and_what_another_process_did_after_a_reload()
    {
        var desk = await SignInDesk.WithLi();
        var second = await Accounts.Open(desk.Desk.Workspace.Streams, desk.Desk, Never);
        Assert.True(second.Find(desk.Li.Id)!.IsOpen);
        await desk.Accounts.Close(desk.Li.Id, "调走", Sample.Approver, Never);
        await second.Reload(Never);
        Assert.False(second.Find(desk.Li.Id)!.IsOpen);
    }

    [Fact]
    public async Task A_region_lists_its_own_accounts()
    {
        var desk = await SignInDesk.WithLi();
        Assert.Single(desk.Accounts.List(Sample.County));
        Assert.Empty(desk.Accounts.List(Sample.Elsewhere));
    }

    [Fact]
    public async Task An_account_is_closed_opened_again_and_given_a_role()
    {
        var desk = await SignInDesk.WithLi();
        Assert.IsType<Answer.Recorded>(await desk.Accounts.ChangeRole(desk.Li.Id, Role.Reader, "轮岗", Sample.Approver, Never));
        Assert.IsType<Answer.Recorded>(await desk.Accounts.Close(desk.Li.Id, "调走", Sample.Approver, Never));
        Assert.IsType<Answer.Refused>(await desk.Accounts.EndSessions(desk.Li.Id, null, Sample.Approver, Never));
        Assert.IsType<Answer.Recorded>(await desk.Accounts.Reopen(desk.Li.Id, "调回", Sample.Approver, Never));
        Assert.Equal((true, Role.Reader), (desk.Li.IsOpen, desk.Li.Role));
    }

    [Fact]
    public async Task Who_may_not_open_an_account_or_issue_a_link_is_refused_by_name()
    {
        var desk = await SignInDesk.WithLi();
        var refused = await Assert.ThrowsAsync<QueryRefusedException>(async () => await desk.Accounts.Open(
            new NewAccount(null, "王芳", Role.Clerk, Sample.County), Sample.Clerk, Never));
        Assert.Equal(Refusal.NotAnAuthority, refused.Reason);
        refused = await Assert.ThrowsAsync<QueryRefusedException>(
            async () => await desk.Accounts.IssueLink(desk.Li.Id, Sample.Clerk, Never));
        Assert.Equal(Refusal.NotAnAuthority, refused.Reason);
        refused = await Assert.ThrowsAsync<QueryRefusedException>(async () => await desk.Accounts.Open(
            new NewAccount(desk.Li.Id, "王芳", Role.Clerk, Sample.County), Sample.Approver, Never));
        Assert.Equal(Refusal.ExistsWithDifferentReason, refused.Reason);
    }

    [Fact]
    public async Task A_chambers_link_is_found_by_its_secret_until_it_is_revoked_or_ends()
    {
        var desk = await RoundDesk.Open();
        var links = desk.Workspace.ChamberLinks;
        var (id, secret) = await links.Issue(new ChamberId("c-01"), Sample.County, null, Sample.Approver, Never);
        var (_, brief) = await links.Issue(new ChamberId("c-01"), Sample.County, new DateOnly(2026, 12, 3), Sample.Approver, Never);
        Assert.Equal(id, links.Of(secret)?.Id);
        Assert.NotNull(links.Of(brief));
        Assert.Null(links.Of(secret[..^1] + (secret[^1] == 'A' ? 'E' : 'A')));
        desk.Now = new DateTimeOffset(2026, 12, 2, 16, 0, 0, TimeSpan.Zero);
        Assert.Null(links.Of(brief));
        Assert.IsType<Answer.Recorded>(await links.Revoke(id, Sample.Approver, Never));
        Assert.IsType<Answer.Exists>(await links.Revoke(id, Sample.Approver, Never));
        Assert.Null(links.Of(secret));
        Assert.Equal(2, links.List(Sample.County).Count);
        Assert.Null((await ChamberLinks.Open(desk.Workspace.Streams, desk, Never)).Of(secret));
    }

    [Fact]
    public async Task What_another_process_did_to_links_is_known_after_a_reload()
    {
        var desk = await RoundDesk.Open();
        var second = await ChamberLinks.Open(desk.Workspace.Streams, desk, Never);
        var (_, secret) = await desk.Workspace.ChamberLinks.Issue(new ChamberId("c-01"), Sample.County, null, Sample.Approver, Never);
        Assert.Null(second.Of(secret));
        await second.Reload(Never);
        Assert.NotNull(second.Of(secret));
        await Assert.ThrowsAsync<QueryRefusedException>(async () =>
            await second.Issue(new ChamberId("c-01"), Sample.County, null, Sample.Clerk, Never));
    }

    [Fact]
    public void Waiting_is_remembered_of_so_many_and_no_more()
    {
        var desk = new Clock();
        var lockouts = new Lockouts(desk, free: 1, most: 100);
        Assert.Null(lockouts.Begin("first"));
        Assert.Equal(TimeSpan.FromSeconds(15), lockouts.Begin("first"));
        for (var i = 0; i < 10_000; i++) lockouts.Begin($"flood{i}");
        Assert.Null(lockouts.Begin("first"));
    }

    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 7, 1, 0, 0, 0, TimeSpan.Zero);
    }
}
