using MicroPoints.Streams;

namespace MicroPoints.Identity;

/// <summary>Ends one session of an account, or all of them; by its holder, or an approver for its scope.</summary>
/// <param name="Session">The SHA-256 of the session's id; null for all.</param>
public sealed record EndSessions(EntryId Id, AccountId Account, Digest? Session) : AccountCommand(Id, Account)
{
    public override Entry Content => new SessionsEnded(Account, Session);
    protected override string Deed => "end its sessions";
    protected override bool IsForHolder => true;

    protected override Decision Decide(AccountBook state, Account account, Context context) => Accept(context, Content);
}
