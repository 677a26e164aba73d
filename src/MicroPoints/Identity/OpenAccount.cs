using MicroPoints.Streams;

namespace MicroPoints.Identity;

/// <summary>Opens a person's account. Nobody can sign in with it until a link was issued and a password set.</summary>
/// <param name="Name">The person's, by which they sign in; no open account has it yet.</param>
public sealed record OpenAccount(AccountId Account, string Name, Role Role, RegionCode Scope)
    : StreamCommand<AccountBook>(new EntryId($"open-{Account}"))
{
    public override Entry Content => new AccountOpened(Account, Role, Scope);
    protected override string? Why => Name;

    /// <summary>Refusals: who, then the name.</summary>
    public override Decision Decide(AccountBook state, Context context)
    {
        if (!context.By.IsAuthority(Scope))
            return Decision.Refuse(Refusal.NotAnAuthority, $"only an approver for {Scope} may open an account that reaches it");
        if (string.IsNullOrWhiteSpace(Name))
            return Decision.Refuse(Refusal.AccountNameMissing, "give the name that the person signs in with");
        if (PlainText.RefuseLine("a name", Name) is { } refused) return refused;
        if (state.Named(Name) is not null) return Decision.Refuse(Refusal.AccountNameTaken,
            "an open account has this name: add what tells the two apart, such as the office, or close the other first");
        return Accept(context, Content, Name);
    }
}
