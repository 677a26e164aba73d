using MicroPoints.Streams;

namespace MicroPoints.Identity;

/// <summary>Gives an account another role, with a reason. Whoever is signed in with it signs in again.</summary>
public sealed record ChangeRole(EntryId Id, AccountId Account, Role Role, string Reason) : AccountCommand(Id, Account)
{
    public override Entry Content => new RoleChanged(Account, Role);
    protected override string? Why => Reason;
    protected override string Deed => "change its role";

    /// <summary>Refusals: the same role, the last approver, then why.</summary>
    protected override Decision Decide(AccountBook state, Account account, Context context)
    {
        if (account.Role == Role)
            return Decision.Refuse(Refusal.RoleUnchanged, $"{Account} has this role already: choose another, or leave it as it is");
        if (state.IsLastApprover(account)) return Decision.Refuse(Refusal.LastApprover,
            $"{Account} is the last approver who can sign in for {account.Scope}: let another approver set a password first");
        return RefuseReason(Reason) ?? Accept(context, Content, Reason);
    }
}
