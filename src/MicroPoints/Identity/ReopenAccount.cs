using MicroPoints.Streams;

namespace MicroPoints.Identity;

/// <summary>Opens a closed account again, with a reason. It takes a new link to set a password.</summary>
public sealed record ReopenAccount(EntryId Id, AccountId Account, string Reason) : AccountCommand(Id, Account)
{
    public override Entry Content => new AccountReopened(Account);
    protected override string? Why => Reason;
    protected override string Deed => "open it again";
    protected override bool IsForClosed => true;

    /// <summary>Refusals: it is open, another took the name, then why.</summary>
    protected override Decision Decide(AccountBook state, Account account, Context context)
    {
        if (account.IsOpen) return Decision.Refuse(Refusal.AccountNotClosed, $"{Account} is open: there is nothing to open again");
        if (account.Name is { } name && state.Named(name) is { } other) return Decision.Refuse(Refusal.AccountNameTaken,
            $"{other.Id} has the same name meanwhile: close it first, or open a new account under another name");
        return RefuseReason(Reason) ?? Accept(context, Content, Reason);
    }
}
