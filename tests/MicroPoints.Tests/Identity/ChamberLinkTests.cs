using MicroPoints.Identity;
using MicroPoints.Streams;
using static MicroPoints.Tests.Lines;

namespace MicroPoints.Tests.Identity;

/// <summary>Links to a chamber's card are issued and revoked by an authority for its seat.</summary>
public sealed class ChamberLinkTests
{
    private static readonly ChamberLinkId Card = new("card");
    private static readonly Actor County = Contexts.Approver with { Scope = new("450123") };
    private readonly ChamberLinkBook _book = new(StreamId.ChamberLinks);

    private static IssueChamberLink Issue(string? until = null, string secret = "drawn") => new(
        Card, new ChamberId("c-01"), new RegionCode("450123001"), Digest.OfText(secret), until is null ? null : D(until));

    private static RevokeChamberLink Revoke(string id = "revoke-1") => new(new EntryId(id), Card);

    private Decision Give(StreamCommand<ChamberLinkBook> command, Actor? by = null)
    {
        var decision = command.Judge(_book, Contexts.On("2026-07-01", by ?? County));
        if (decision is Decision.Accepted accepted)
            foreach (var draft in accepted.Entries) _book.Apply(SealedEntry.Seal(_book.Stream, _book.Head, draft));
        return decision;
    }

    private void Refuses(Refusal refusal, StreamCommand<ChamberLinkBook> command, Actor? by = null) =>
        Assert.Equal(refusal, Assert.IsType<Decision.Refused>(Give(command, by)).Reason);

    [Fact]
    public void A_link_shows_a_chamber_until_it_is_revoked()
    {
        Assert.IsType<Decision.Accepted>(Give(Issue()));
        var link = Assert.Single(_book.All);
        Assert.Equal(("c-01", true), (link.Chamber.Value, link.IsValidOn(D("2030-01-01"))));
        Assert.IsType<Decision.Accepted>(Give(Revoke()));
        Assert.False(_book.Find(Card)!.IsValidOn(D("2026-07-01")));
    }

    [Fact]
    public void Until_is_the_first_day_on_which_it_shows_nothing()
    {
        Refuses(Refusal.ExpiresTooEarly, Issue("2026-07-01"));
        Give(Issue("2026-08-01"));
        Assert.True(_book.Find(Card)!.IsValidOn(D("2026-07-31")));
        Assert.False(_book.Find(Card)!.IsValidOn(D("2026-08-01")));
    }

    [Fact]
    public void Only_an_approver_for_the_seat_issues_and_revokes()
    {
        Refuses(Refusal.NotAnAuthority, Issue(), Contexts.Clerk);
        Refuses(Refusal.NotAnAuthority, Issue(), County with { Scope = new("450124") });
        Give(Issue());
        Refuses(Refusal.NotAnAuthority, Revoke(), Contexts.Clerk);
    }

    [Fact]
    public void A_link_is_revoked_once_and_an_unknown_one_never()
    {
        Refuses(Refusal.ChamberLinkUnknown, Revoke());
        Give(Issue());
        Give(Revoke());
        Assert.IsType<Decision.Exists>(Give(Revoke()));
        Refuses(Refusal.ChamberLinkRevoked, Revoke("revoke-2"));
    }

    [Fact]
    public void An_id_is_issued_once()
    {
        Give(Issue());
        Assert.IsType<Decision.Exists>(Give(Issue()));
        Refuses(Refusal.ExistsWithDifferentContent, Issue(secret: "another"));
        Assert.Throws<FormatException>(() => new ChamberLinkId(new string('c', Limits.ChamberLinkIdLengthMax + 1)));
    }
}
