namespace MicroPoints.Identity;

/// <summary>A command to one account: the account is there, and whoever gives it may.</summary>
public abstract record AccountCommand(EntryId Id, AccountId Account) : StreamCommand<AccountBook>(Id)
{
    /// <summary>What it does, as a refusal says it: <c>close it</c>.</summary>
    protected abstract string Deed { get; }

    /// <summary>Whether the account's own holder may give it.</summary>
    protected virtual bool IsForHolder => false;

    /// <summary>Whether an approver for the account's scope may give it.</summary>
    protected virtual bool IsForAuthority => true;

    /// <summary>Whether it is given to a closed account.</summary>
    protected virtual bool IsForClosed => false;

    /// <summary>Refusals: which account, who, whether it is open, then the command's own.</summary>
    public sealed override Decision Decide(AccountBook state, Context context)
    {
        if (state.Find(Account) is not { } account)
            return Decision.Refuse(Refusal.AccountUnknown, $"there is no account {Account}: list the accounts to see their ids");
        if (!(IsForHolder && context.By.Id == account.Actor.Id) && !(IsForAuthority && context.By.IsAuthority(account.Scope)))
            return Decision.Refuse(IsForAuthority ? Refusal.NotAnAuthority : Refusal.NotAllowed, IsForAuthority
                ? $"only an approver for {account.Scope} may {Deed}" : $"only the holder of {Account} may {Deed}");
        if (!account.IsOpen && !IsForClosed)
            return Decision.Refuse(Refusal.AccountClosed, $"{Account} is closed: open it again first");
        return Decide(state, account, context);
    }

    protected abstract Decision Decide(AccountBook state, Account account, Context context);

    /// <summary>Refuses a reason that is missing or not plain.</summary>
    protected Decision? RefuseReason(string? reason) => string.IsNullOrWhiteSpace(reason)
        ? Decision.Refuse(Refusal.ReasonMissing, "say why") : PlainText.RefuseLines("a reason", reason);
}
