using System.Text;
using MicroPoints.Identity;
using MicroPoints.Streams;
using static MicroPoints.Tests.Identity.AccountDesk;

namespace MicroPoints.Tests.Identity;

/// <summary>A password is set by a link once or by its holder; its hash is kept beside the chain and shown nowhere.</summary>
public sealed class PasswordTests
{
    [Fact]
    public void A_link_sets_a_password_once()
    {
        var desk = WithLink();
        desk.Accepts(desk.Set(Secret), desk.Account.Actor);
        Assert.Equal(("hash", null), (desk.Account.Password?.Reveal(), desk.Account.Link));
        desk.Refuses(Refusal.AccountLinkInvalid, desk.Set(Secret, "another"), desk.Account.Actor);
    }

    [Fact]
    public void A_link_is_valid_until_its_instant()
    {
        var desk = WithLink();
        desk.Refuses(Refusal.AccountLinkInvalid, desk.Set(Secret), desk.Account.Actor, Now.AddHours(24));
        desk.Accepts(desk.Set(Secret), desk.Account.Actor, Now.AddHours(24).AddMilliseconds(-1));
    }

    [Fact]
    public void A_newer_link_makes_the_older_void()
    {
        var desk = WithLink();
        desk.Accepts(Link("second"));
        desk.Refuses(Refusal.AccountLinkInvalid, desk.Set(Secret), desk.Account.Actor);
        desk.Accepts(desk.Set(Digest.OfText("second")), desk.Account.Actor);
    }

    [Fact]
    public void A_link_that_would_never_be_valid_is_refused_and_the_same_again_exists()
    {
        var desk = Opened();
        desk.Refuses(Refusal.ExpiresTooEarly, Link(hours: 0));
        desk.Accepts(Link(hours: 1));
        Assert.IsType<Decision.Exists>(desk.Give(Link(hours: 1)));
    }

    [Fact]
    public void Only_the_holder_sets_a_password()
    {
        var desk = WithLink();
        desk.Refuses(Refusal.NotAllowed, desk.Set(Secret));
        desk.Refuses(Refusal.NotAllowed, desk.Set(null), Contexts.Approver);
    }

    [Fact]
    public void There_is_no_empty_password()
    {
        var desk = WithLink();
        desk.Refuses(Refusal.PasswordUnfit, desk.Set(Secret, " "), desk.Account.Actor);
    }

    [Fact]
    public void A_hash_is_sealed_as_a_digest_shown_nowhere_and_can_be_erased()
    {
        var desk = WithLink();
        var draft = desk.Accepts(desk.Set(Secret, "very secret hash"), desk.Account.Actor);
        var entry = SealedEntry.Seal(StreamId.Accounts, Head.Empty, draft);
        Assert.DoesNotContain("very secret", Encoding.UTF8.GetString(Streams.Samples.Bytes(entry.Body)));
        Assert.DoesNotContain("very secret", entry.ToString());
        Assert.DoesNotContain("very secret", desk.Account.ToString());
        Assert.DoesNotContain("very secret", desk.Set(null, "very secret").ToString());
        Assert.Null(entry.ShownReason);
        Assert.Equal(entry.Hash, (entry with { Reason = entry.Reason! with { Text = null } }).ComputeHash());
    }

    [Fact]
    public void An_erased_hash_lets_nobody_in()
    {
        var desk = WithLink();
        var draft = desk.Accepts(desk.Set(Secret), desk.Account.Actor);
        var book = new AccountBook(StreamId.Accounts);
        book.Apply(SealedEntry.Seal(book.Stream, book.Head,
            Streams.Samples.DraftOf(new("open-li"), new AccountOpened(Li, Role.Clerk, County))));
        var entry = SealedEntry.Seal(book.Stream, book.Head, draft);
        book.Apply(entry with { Reason = entry.Reason! with { Text = null } });
        Assert.Null(book.Find(Li)!.Password);
    }

    [Fact]
    public void A_new_password_ends_the_sessions_before_it()
    {
        var desk = WithPassword();
        var before = desk.Account.Epoch;
        desk.Accepts(desk.Set(null, "new"), desk.Account.Actor);
        Assert.Equal("new", desk.Account.Password?.Reveal());
        Assert.False(desk.Account.Holds(before, Session));
        Assert.True(desk.Account.Holds(desk.Account.Epoch, Session));
    }

    [Fact]
    public void One_session_ends_and_others_go_on_until_all_end()
    {
        var desk = WithPassword();
        var (epoch, other) = (desk.Account.Epoch, Digest.OfText("other"));
        desk.Accepts(desk.End(Session), desk.Account.Actor);
        Assert.Equal((false, true), (desk.Account.Holds(epoch, Session), desk.Account.Holds(epoch, other)));
        desk.Accepts(desk.End(), Approver);
        Assert.False(desk.Account.Holds(epoch, other));
    }

    [Fact]
    public void Ended_sessions_are_remembered_only_as_long_as_they_could_last()
    {
        var desk = WithPassword();
        desk.Accepts(desk.End(Session), desk.Account.Actor);
        desk.Accepts(desk.End(Digest.OfText("other")), desk.Account.Actor, Now.AddHours(Limits.SessionHoursMax - 1));
        Assert.Equal(2, desk.Account.Ended.Count);
        desk.Accepts(desk.End(Digest.OfText("third")), desk.Account.Actor, Now.AddHours(Limits.SessionHoursMax + 1));
        Assert.Equal(2, desk.Account.Ended.Count);
    }
}
