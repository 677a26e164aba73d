using MicroPoints.Identity;
using MicroPoints.Streams;

namespace MicroPoints.Tests.Identity;

/// <summary>A book of accounts with what tests do to it.</summary>
internal sealed class AccountDesk
{
    public static readonly AccountId Li = new("li");
    public static readonly RegionCode County = new("450123");
    public static readonly Actor Approver = Contexts.Approver with { Scope = County };
    public static readonly Digest Secret = Digest.OfText("drawn secret");
    public static readonly Digest Session = Digest.OfText("session");
    public static readonly DateTimeOffset Now = Contexts.Noon(new DateOnly(2026, 7, 1));

    private int _given;

    public AccountBook Book { get; } = new(StreamId.Accounts);
    public Account Account => Book.Find(Li)!;

    /// <summary>An open account for which a link was issued and a password set.</summary>
    public static AccountDesk WithPassword(Role role = Role.Clerk)
    {
        var desk = WithLink(role);
        desk.Accepts(desk.Set(Secret), desk.Account.Actor);
        return desk;
    }

    public static AccountDesk WithLink(Role role = Role.Clerk)
    {
        var desk = Opened(role);
        desk.Accepts(Link());
        return desk;
    }

    public static AccountDesk Opened(Role role = Role.Clerk)
    {
        var desk = new AccountDesk();
        desk.Accepts(Open(role: role));
        return desk;
    }

    public static OpenAccount Open(string id = "li", string name = "李明", Role role = Role.Clerk, string scope = "450123") =>
        new(new AccountId(id), name, role, new RegionCode(scope));

    public static IssueAccountLink Link(string secret = "drawn secret", int hours = 24) =>
        new(Li, Digest.OfText(secret), Now.AddHours(hours));

    public SetPassword Set(Digest? link, string hash = "hash") => new(NewId(), Li, new PasswordHash(hash), link);
    public EndSessions End(Digest? session = null) => new(NewId(), Li, session);
    public CloseAccount Close(string reason = "调走") => new(NewId(), Li, reason);
    public ReopenAccount Reopen(string reason = "调回") => new(NewId(), Li, reason);
    public ChangeRole Change(Role role, string reason = "轮岗") => new(NewId(), Li, role, reason);

    private EntryId NewId() => new($"given-{++_given}");

    public Decision Give(StreamCommand<AccountBook> command, Actor? by = null, DateTimeOffset? at = null)
    {
        var decision = command.Judge(Book, Contexts.On("2026-07-01", by ?? Approver) with { At = at ?? Now });
        if (decision is Decision.Accepted accepted)
            foreach (var draft in accepted.Entries) Book.Apply(SealedEntry.Seal(Book.Stream, Book.Head, draft));
        return decision;
    }

    public Draft Accepts(StreamCommand<AccountBook> command, Actor? by = null, DateTimeOffset? at = null) =>
        Assert.Single(Assert.IsType<Decision.Accepted>(Give(command, by, at)).Entries);

    public void Refuses(Refusal refusal, StreamCommand<AccountBook> command, Actor? by = null, DateTimeOffset? at = null)
    {
        var head = Book.Head;
        Assert.Equal(refusal, Assert.IsType<Decision.Refused>(Give(command, by, at)).Reason);
        Assert.Equal(head, Book.Head);
    }
}
