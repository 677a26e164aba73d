using MicroPoints.Identity;
using MicroPoints.Streams;
using static MicroPoints.Tests.Lines;

namespace MicroPoints.Tests.Identity;

/// <summary>Keys are issued and revoked by an authority whose scope contains theirs.</summary>
public sealed class KeyTests
{
    private static readonly KeyId Board = new("board");
    private static readonly Digest Secret = Digest.OfText("secret");
    private static readonly Actor County = Contexts.Approver with { Scope = new("450123") };
    private readonly KeyRing _ring = new(StreamId.Keys);

    private static IssueKey Issue(string scope = "450123", string? until = null, string? label = null) =>
        new(Board, Secret, Role.Reader, new RegionCode(scope), until is null ? null : D(until), label);

    private static RevokeKey Revoke(string reason = "lost", string id = "revoke-1", string key = "board") =>
        new(new EntryId(id), new KeyId(key), reason);

    private Decision Give(StreamCommand<KeyRing> command, Actor? by = null, string on = "2026-07-01")
    {
        var decision = command.Judge(_ring, Contexts.On(on, by));
        if (decision is Decision.Accepted accepted)
            foreach (var draft in accepted.Entries) _ring.Apply(SealedEntry.Seal(_ring.Stream, _ring.Head, draft));
        return decision;
    }

    private static void Refuses(Refusal refusal, Decision decision) =>
        Assert.Equal(refusal, Assert.IsType<Decision.Refused>(decision).Reason);

    [Fact]
    public void A_key_acts_in_its_role_for_its_scope()
    {
        Give(Issue(label: "notice board"));
        var key = Assert.Single(_ring.All);
        Assert.Equal(new Actor(new ActorId("key:board"), Role.Reader, new RegionCode("450123")), key.Actor);
        Assert.Equal((Secret, "notice board", (DateTimeOffset?)null), (key.Secret, key.Label, key.RevokedAt));
    }

    [Fact]
    public void A_label_is_sealed_only_as_a_salted_digest()
    {
        var draft = Assert.Single(Assert.IsType<Decision.Accepted>(Give(Issue(label: "notice board"))).Entries);
        Assert.Equal("notice board", draft.Reason?.Text);
        Assert.DoesNotContain("notice board", System.Text.Encoding.UTF8.GetString(Streams.Samples.Bytes(draft.Body)));
    }

    [Theory]
    [InlineData("450123")]
    [InlineData("450123001")]
    public void An_authority_issues_within_its_scope(string scope) =>
        Assert.IsType<Decision.Accepted>(Give(Issue(scope), County));

    [Theory]
    [InlineData("4501")]
    [InlineData("450124")]
    [InlineData("00")]
    public void Nobody_issues_a_key_that_reaches_further_than_they_do(string scope) =>
        Refuses(Refusal.NotAnAuthority, Give(Issue(scope), County));

    [Fact]
    public void Only_an_approver_issues_and_revokes()
    {
        Refuses(Refusal.NotAnAuthority, Give(Issue(), Contexts.Clerk));
        Give(Issue());
        Refuses(Refusal.NotAnAuthority, Give(Revoke(), Contexts.Clerk));
        Refuses(Refusal.NotAnAuthority, Give(Revoke(), Contexts.Approver with { Scope = new("450124") }));
        Assert.IsType<Decision.Accepted>(Give(Revoke(), County));
    }

    [Fact]
    public void A_key_that_would_never_be_valid_is_refused()
    {
        Refuses(Refusal.ExpiresTooEarly, Give(Issue(until: "2026-07-01")));
        Assert.IsType<Decision.Accepted>(Give(Issue(until: "2026-07-02")));
    }

    [Fact]
    public void Until_is_the_first_day_on_which_it_is_not_valid()
    {
        Give(Issue(until: "2026-08-01"));
        Assert.True(_ring.Find(Board)!.IsValidOn(D("2026-07-31")));
        Assert.False(_ring.Find(Board)!.IsValidOn(D("2026-08-01")));
    }

    [Fact]
    public void A_label_and_a_reason_have_a_greatest_length_steer_no_terminal_and_a_reason_is_due()
    {
        Refuses(Refusal.TextNotPlain, Give(Issue(label: "board\n")));
        Refuses(Refusal.ReasonTooLong, Give(Issue(label: new string('x', Limits.NameLengthMax + 1))));
        Give(Issue());
        Refuses(Refusal.ReasonTooLong, Give(Revoke(new string('x', Limits.ReasonLengthMax + 1))));
        Refuses(Refusal.TextNotPlain, Give(Revoke("lost\u001B")));
        Refuses(Refusal.ReasonMissing, Give(Revoke(" ")));
    }

    [Fact]
    public void The_same_issue_again_exists_and_another_secret_under_the_id_is_refused()
    {
        Give(Issue());
        Assert.IsType<Decision.Exists>(Give(Issue()));
        Refuses(Refusal.ExistsWithDifferentContent, Give(Issue() with { Secret = Digest.OfText("another") }));
    }

    [Fact]
    public void A_blank_label_is_none_so_that_sending_it_again_exists()
    {
        Give(Issue(label: " "));
        Assert.Null(_ring.Find(Board)!.Label);
        Assert.IsType<Decision.Exists>(Give(Issue(label: " ")));
    }

    [Fact]
    public void A_revoked_key_is_not_valid_says_why_and_is_revoked_once()
    {
        Give(Issue());
        Give(Revoke());
        var key = _ring.Find(Board)!;
        Assert.False(key.IsValidOn(D("2026-07-01")));
        Assert.Equal("lost", key.RevokedReason);
        Assert.IsType<Decision.Exists>(Give(Revoke()));
        Refuses(Refusal.KeyAlreadyRevoked, Give(Revoke("moved", "revoke-2")));
        Refuses(Refusal.ExistsWithDifferentReason, Give(Revoke("moved")));
    }

    [Fact]
    public void A_key_that_is_not_there_is_unknown() => Refuses(Refusal.KeyUnknown, Give(Revoke(key: "nobody")));

    [Theory]
    [InlineData("a")]
    [InlineData("A.b_c:d-9")]
    public void An_id_is_spelled_like_other_ids(string id) => Assert.Equal(id, new KeyId(id).Value);

    [Theory]
    [InlineData("")]
    [InlineData("-a")]
    [InlineData("a b")]
    public void Anything_else_is_no_id(string id) => Assert.Throws<FormatException>(() => new KeyId(id));

    [Fact]
    public void The_longest_id_still_makes_an_actor_and_its_entries()
    {
        var id = new string('k', Limits.KeyIdLengthMax);
        Assert.False(KeyId.IsValid(id + "k"));
        Assert.IsType<Decision.Accepted>(Give(Issue() with { Key = new KeyId(id) }));
        Assert.Equal($"key:{id}", Assert.Single(_ring.All).Actor.Id.Value);
    }
}
