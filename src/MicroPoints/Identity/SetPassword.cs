using MicroPoints.Streams;

namespace MicroPoints.Identity;

/// <summary>Sets the password of one's own account: by a link, which is used up, or by whoever has just proved the old one.</summary>
/// <param name="Hash">What the host made of the password; the password itself comes nowhere near an entry.</param>
/// <param name="Link">The SHA-256 of the link's secret; null where the host has compared the old password.</param>
public sealed record SetPassword(EntryId Id, AccountId Account, PasswordHash Hash, Digest? Link) : AccountCommand(Id, Account)
{
    public override Entry Content => new PasswordSet(Account, Link);
    protected override string? Why => Hash.Reveal();
    protected override string Deed => "set its password";
    protected override bool IsForHolder => true;
    protected override bool IsForAuthority => false;

    protected override Decision Decide(AccountBook state, Account account, Context context)
    {
        if (string.IsNullOrWhiteSpace(Hash.Reveal())) return Decision.Refuse(Refusal.PasswordUnfit, "there is no password to set");
        if (Link is { } link && !(account.Link is { } issued && issued.Secret == link && context.At < issued.Until))
            return Decision.Refuse(Refusal.AccountLinkInvalid,
                "the link was used, has expired or was replaced by a newer one: ask for a new link");
        return Accept(context, Content, Hash.Reveal());
    }
}
