using MicroPoints.Streams;

namespace MicroPoints.Identity;

/// <summary>Closes an account, with a reason: whoever is signed in with it is out, and its password and links are void.</summary>
public sealed record CloseAccount(EntryId Id, AccountId Account, string Reason) : AccountCommand(Id, Account)
{
    public override Entry Content => new AccountClosed(Account);
    protected override string? Why => Reason;
    protected override string Deed => "close it";

    /// <summary>Refusals: the last approver, then why.</summary>
    protected override Decision Decide(AccountBook state, Account account, Context context) => state.IsLastApprover(account)
        ? Decision.Refuse(Refusal.LastApprover,
            $"{Account} is the last approver who can sign in for {account.Scope}: let another approver set a password first")
        : RefuseReason(Reason) ?? Accept(context, Content, Reason);
}
