using System.Text;
using MicroPoints.Identity;
using MicroPoints.Streams;
using static MicroPoints.Tests.Identity.AccountDesk;

namespace MicroPoints.Tests.Identity;

/// <summary>Accounts are opened, given roles and closed by an authority whose scope contains theirs.</summary>
public sealed class AccountTests
{
    [Fact]
    public void An_account_acts_in_its_role_for_its_scope()
    {
        var account = Opened().Account;
        Assert.Equal(new Actor(new ActorId("account:li"), Role.Clerk, County), account.Actor);
        Assert.Equal(("李明", true), (account.Name, account.IsOpen));
        Assert.Equal((null, null), (account.Password, account.Link));
    }

    [Fact]
    public void A_name_is_sealed_only_as_a_salted_digest()
    {
        var draft = new AccountDesk().Accepts(Open());
        Assert.Equal("李明", draft.Reason?.Text);
        Assert.DoesNotContain("李明", Encoding.UTF8.GetString(Streams.Samples.Bytes(draft.Body)));
        Assert.DoesNotContain("李明", draft.ToString());
    }

    [Fact]
    public void An_erased_name_leaves_the_chain_valid_and_the_account_known_by_its_id()
    {
        var draft = new AccountDesk().Accepts(Open());
        var entry = SealedEntry.Seal(StreamId.Accounts, Head.Empty, draft);
        var erased = entry with { Reason = entry.Reason! with { Text = null } };
        Assert.Equal(entry.Hash, erased.ComputeHash());
        var book = new AccountBook(StreamId.Accounts);
        book.Apply(erased);
        Assert.Equal((null, "li"), (book.Find(Li)!.Name, book.Find(Li)!.Called));
    }

    [Theory]
    [InlineData("4501")]
    [InlineData("450124")]
    [InlineData("00")]
    public void Nobody_opens_an_account_that_reaches_further_than_they_do(string scope) =>
        new AccountDesk().Refuses(Refusal.NotAnAuthority, Open(scope: scope));

    [Fact]
    public void Only_an_approver_for_its_scope_changes_an_account()
    {
        var desk = Opened();
        foreach (var by in (Actor[])[Contexts.Clerk, Contexts.Reader, Approver with { Scope = new("450124") }])
            foreach (var command in (StreamCommand<AccountBook>[])
                [Open("other", "王芳"), Link(), desk.End(), desk.Close(), desk.Change(Role.Reader)])
                desk.Refuses(Refusal.NotAnAuthority, command, by);
        desk.Accepts(desk.Close());
        desk.Refuses(Refusal.NotAnAuthority, desk.Reopen(), Contexts.Clerk);
    }

    [Fact]
    public void A_name_is_due_of_one_plain_line_and_not_too_long()
    {
        var desk = new AccountDesk();
        desk.Refuses(Refusal.AccountNameMissing, Open(name: " "));
        desk.Refuses(Refusal.TextNotPlain, Open(name: "李\n明"));
        desk.Refuses(Refusal.ReasonTooLong, Open(name: new string('李', Limits.NameLengthMax + 1)));
    }

    [Fact]
    public void Two_open_accounts_never_have_the_same_name()
    {
        var desk = Opened();
        desk.Accepts(Open("wang", "Wang"));
        desk.Refuses(Refusal.AccountNameTaken, Open("other"));
        desk.Refuses(Refusal.AccountNameTaken, Open("other", "WANG"));
        desk.Accepts(desk.Close());
        desk.Accepts(Open("other"));
        desk.Refuses(Refusal.AccountNameTaken, desk.Reopen());
    }

    [Fact]
    public void The_same_opening_again_exists_and_another_under_the_id_is_refused()
    {
        var desk = Opened();
        Assert.IsType<Decision.Exists>(desk.Give(Open()));
        desk.Refuses(Refusal.ExistsWithDifferentContent, Open(role: Role.Reader));
        desk.Refuses(Refusal.ExistsWithDifferentReason, Open(name: "王芳"));
    }

    [Fact]
    public void An_account_that_is_not_there_is_unknown()
    {
        var desk = new AccountDesk();
        foreach (var command in (StreamCommand<AccountBook>[])
            [Link(), desk.Set(Secret), desk.End(), desk.Close(), desk.Reopen(), desk.Change(Role.Reader)])
            desk.Refuses(Refusal.AccountUnknown, command);
    }

    [Fact]
    public void A_role_changes_with_a_reason_and_ends_sessions()
    {
        var desk = WithPassword();
        var before = desk.Account.Epoch;
        desk.Refuses(Refusal.RoleUnchanged, desk.Change(Role.Clerk));
        desk.Refuses(Refusal.ReasonMissing, desk.Change(Role.Reader, " "));
        desk.Refuses(Refusal.TextNotPlain, desk.Change(Role.Reader, "x\u001B"));
        desk.Accepts(desk.Change(Role.Approver));
        Assert.Equal(Role.Approver, desk.Account.Actor.Role);
        Assert.False(desk.Account.Holds(before, Session));
    }

    [Fact]
    public void A_closed_account_has_no_password_no_link_and_no_session()
    {
        var desk = WithPassword();
        desk.Accepts(Link("second"));
        var before = desk.Account.Epoch;
        Assert.True(desk.Account.Holds(before, Session));
        desk.Accepts(desk.Close());
        Assert.Equal((false, null, null, "调走"),
            (desk.Account.IsOpen, desk.Account.Password, desk.Account.Link, desk.Account.ClosedReason));
        Assert.False(desk.Account.Holds(before, Session));
        Assert.False(desk.Account.Holds(desk.Account.Epoch, Session));
    }

    [Fact]
    public void A_closed_account_does_nothing_until_it_is_opened_again()
    {
        var desk = WithPassword();
        desk.Refuses(Refusal.AccountNotClosed, desk.Reopen());
        desk.Refuses(Refusal.ReasonMissing, desk.Close(" "));
        desk.Accepts(desk.Close());
        foreach (var command in (StreamCommand<AccountBook>[])[Link("third"), desk.End(), desk.Close(), desk.Change(Role.Reader)])
            desk.Refuses(Refusal.AccountClosed, command);
        desk.Refuses(Refusal.AccountClosed, desk.Set(null), desk.Account.Actor);
        desk.Refuses(Refusal.ReasonMissing, desk.Reopen(" "));
        var before = desk.Account.Epoch;
        desk.Accepts(desk.Reopen());
        Assert.Equal((true, null, before), (desk.Account.IsOpen, desk.Account.Password, desk.Account.Epoch));
    }

    [Fact]
    public void The_last_approver_who_can_sign_in_stays_one()
    {
        var desk = WithPassword(Role.Approver);
        desk.Refuses(Refusal.LastApprover, desk.Close());
        desk.Refuses(Refusal.LastApprover, desk.Change(Role.Reader));
        desk.Accepts(Open("other", "王芳", Role.Approver));
        desk.Refuses(Refusal.LastApprover, desk.Close());
        var secret = Digest.OfText("of the other");
        desk.Accepts(new IssueAccountLink(new AccountId("other"), secret, Now.AddDays(1)));
        desk.Accepts(new SetPassword(new EntryId("set"), new AccountId("other"), new PasswordHash("h"), secret),
            desk.Book.Find(new AccountId("other"))!.Actor);
        desk.Accepts(desk.Close());
    }

    [Fact]
    public void An_approver_who_never_set_a_password_may_be_closed()
    {
        var desk = WithLink(Role.Approver);
        desk.Accepts(desk.Close());
    }

    [Fact]
    public void The_longest_id_still_makes_an_actor_and_its_entries()
    {
        var id = new string('a', Limits.AccountIdLengthMax);
        Assert.False(AccountId.IsValid(id + "a"));
        var desk = new AccountDesk();
        desk.Accepts(Open(id));
        Assert.Equal($"account:{id}", Assert.Single(desk.Book.All).Actor.Id.Value);
        Assert.Throws<FormatException>(() => new AccountId(id + "a"));
    }
}
