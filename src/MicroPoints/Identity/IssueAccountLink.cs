using MicroPoints.Streams;

namespace MicroPoints.Identity;

/// <summary>Issues the link by which an account's holder sets a password, once. Its earlier links are void from then on.</summary>
/// <param name="Secret">The SHA-256 of a secret that the host drew.</param>
/// <param name="Until">The first instant at which it is no longer valid.</param>
public sealed record IssueAccountLink(AccountId Account, Digest Secret, DateTimeOffset Until)
    : AccountCommand(new EntryId($"link-{Secret.ToString()[..32]}"), Account)
{
    public override Entry Content => new AccountLinkIssued(Account, Secret, Calendar.ToMilliseconds(Until));
    protected override string Deed => "issue a link for it";

    protected override Decision Decide(AccountBook state, Account account, Context context) => Until <= context.At
        ? Decision.Refuse(Refusal.ExpiresTooEarly,
            $"until {Calendar.Text(Until)} is not after now, {Calendar.Text(context.At)}: the link would never be valid")
        : Accept(context, Content);
}
