using MicroPoints.Conformance;
using MicroPoints.Identity;
using MicroPoints.Runtime.Tests.Rounds;

namespace MicroPoints.Runtime.Tests.Identity;

/// <summary>A secret is shown once, and it alone says who acts.</summary>
public sealed class KeysTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly KeyId Board = new("board");

    private static NewKey New(KeyId? id = null, DateOnly? until = null, string? label = null) =>
        new(id, label, Role.Clerk, Sample.County, until);

    private static async Task<(RoundDesk Desk, Keys Keys, string Secret)> Issued(NewKey? key = null)
    {
        var desk = await RoundDesk.Open();
        var keys = desk.Workspace.Keys;
        return (desk, keys, (await keys.Issue(key ?? New(Board), Sample.Approver, Never)).Secret);
    }

    [Fact]
    public async Task A_new_deployment_has_no_key() =>
        Assert.Empty((await RoundDesk.Open()).Workspace.Keys.List(RegionCode.Nation));

    [Fact]
    public async Task The_secret_says_who_acts()
    {
        var (_, keys, secret) = await Issued();
        Assert.StartsWith("mp_board_", secret, StringComparison.Ordinal);
        Assert.Equal(new Actor(new ActorId("key:board"), Role.Clerk, Sample.County), keys.Authenticate(secret));
    }

    [Fact]
    public async Task No_character_of_a_secret_may_differ()
    {
        var (_, keys, secret) = await Issued();
        for (var at = 0; at < secret.Length; at++)
            Assert.Null(keys.Authenticate($"{secret[..at]}{(secret[at] == 'A' ? 'B' : 'A')}{secret[(at + 1)..]}"));
        Assert.Null(keys.Authenticate(secret[..^1]));
        Assert.Null(keys.Authenticate(secret + "A"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("mp_")]
    [InlineData("mp_board_")]
    [InlineData("密钥密钥密钥密钥密钥密钥密钥密钥密钥密钥密钥密钥密钥密钥密钥密钥密钥密钥密钥密钥密钥密钥密钥密钥密钥密钥密钥")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000")]
    public async Task What_is_no_secret_is_nobody(string text) =>
        Assert.Null((await Issued()).Keys.Authenticate(text));

    [Fact]
    public async Task Only_a_digest_of_the_secret_is_kept()
    {
        var (desk, keys, secret) = await Issued();
        Assert.Equal(Digest.OfText(secret), Assert.Single(keys.List(RegionCode.Nation)).Secret);
        await foreach (var entry in desk.Log.Read(StreamId.Keys, 0, Never))
            Assert.DoesNotContain(secret[^43..], entry.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drawn_ids_and_secrets_differ_and_each_finds_its_own()
    {
        var keys = (await RoundDesk.Open()).Workspace.Keys;
        var issued = new List<(IssuedKey Key, string Secret)>();
        for (var i = 0; i < 50; i++) issued.Add(await keys.Issue(New(), Sample.Approver, Never));
        Assert.Equal(50, issued.Select(i => i.Key.Id).Distinct().Count());
        Assert.Equal(50, issued.Select(i => i.Secret[^43..]).Distinct().Count());
        Assert.All(issued, i => Assert.Equal($"key:{i.Key.Id}", keys.Authenticate(i.Secret)?.Id.Value));
    }

    [Fact]
    public async Task An_id_that_holds_the_separator_is_found()
    {
        var (_, keys, secret) = await Issued(New(new KeyId("a_b_c")));
        Assert.Equal("key:a_b_c", keys.Authenticate(secret)?.Id.Value);
    }

    [Fact]
    public async Task The_longest_id_has_a_secret_that_is_read()
    {
        var (_, keys, secret) = await Issued(New(new KeyId(new string('k', Limits.KeyIdLengthMax))));
        Assert.NotNull(keys.Authenticate(secret));
    }

    [Fact]
    public async Task A_key_is_valid_until_its_day_in_Shanghai()
    {
        var (desk, keys, secret) = await Issued(New(Board, new DateOnly(2026, 12, 3)));
        desk.Now = new DateTimeOffset(2026, 12, 2, 15, 59, 59, TimeSpan.Zero);
        Assert.NotNull(keys.Authenticate(secret));
        desk.Now = new DateTimeOffset(2026, 12, 2, 16, 0, 0, TimeSpan.Zero);
        Assert.Null(keys.Authenticate(secret));
    }

    [Fact]
    public async Task A_revoked_key_is_nobody_at_once_and_the_same_revocation_exists()
    {
        var (_, keys, secret) = await Issued();
        Assert.IsType<Answer.Recorded>(await keys.Revoke(Board, "lost", Sample.Approver, Never));
        Assert.Null(keys.Authenticate(secret));
        Assert.IsType<Answer.Exists>(await keys.Revoke(Board, "lost", Sample.Approver, Never));
        var refused = Assert.IsType<Answer.Refused>(await keys.Revoke(Board, "moved", Sample.Approver, Never));
        Assert.Equal(Refusal.KeyAlreadyRevoked, refused.Reason);
    }

    [Fact]
    public async Task An_issued_id_is_never_issued_again()
    {
        var (_, keys, secret) = await Issued();
        var refused = await Assert.ThrowsAsync<QueryRefusedException>(
            async () => await keys.Issue(New(Board), Sample.Approver, Never));
        Assert.Equal(Refusal.ExistsWithDifferentContent, refused.Reason);
        Assert.Contains("another id", refused.Message, StringComparison.Ordinal);
        Assert.NotNull(keys.Authenticate(secret));
    }

    [Fact]
    public async Task Who_may_not_issue_is_refused_by_name()
    {
        var keys = (await RoundDesk.Open()).Workspace.Keys;
        var refused = await Assert.ThrowsAsync<QueryRefusedException>(
            async () => await keys.Issue(New(Board), Sample.Clerk, Never));
        Assert.Equal(Refusal.NotAnAuthority, refused.Reason);
    }

    [Fact]
    public async Task A_region_lists_its_own_keys_and_those_below()
    {
        var (_, keys, _) = await Issued();
        Assert.Single(keys.List(new RegionCode(Sample.County.Value[..4])));
        Assert.Single(keys.List(Sample.County));
        Assert.Empty(keys.List(Sample.Elsewhere));
        Assert.Empty(keys.List(new RegionCode(Sample.County.Value + "001")));
    }

    [Fact]
    public async Task Keys_are_known_after_a_restart_and_what_another_process_did_after_a_reload()
    {
        var (desk, first, secret) = await Issued();
        var second = await Keys.Open(desk.Workspace.Streams, desk, Never);
        Assert.NotNull(second.Authenticate(secret));
        await first.Revoke(Board, "lost", Sample.Approver, Never);
        await second.Reload(Never);
        Assert.Null(second.Authenticate(secret));
    }

    [Fact]
    public async Task Knowing_who_acts_allocates_nothing()
    {
        var (_, keys, secret) = await Issued();
        keys.Authenticate(secret);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) keys.Authenticate(secret);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
