using MicroPoints.Streams;

namespace MicroPoints.Identity;

/// <summary>Issues a link that shows one chamber's card, and nothing else, to whoever has it.</summary>
/// <param name="Scope">The chamber's seat.</param>
/// <param name="Secret">The SHA-256 of a secret that the host drew.</param>
/// <param name="Until">The first day on which it is no longer valid; null for none.</param>
public sealed record IssueChamberLink(ChamberLinkId Link, ChamberId Chamber, RegionCode Scope, Digest Secret, DateOnly? Until)
    : StreamCommand<ChamberLinkBook>(new EntryId($"issue-{Link}"))
{
    public override Entry Content => new ChamberLinkIssued(Link, Chamber, Scope, Secret, Until);

    /// <summary>Refusals: who, then until.</summary>
    public override Decision Decide(ChamberLinkBook state, Context context)
    {
        if (!context.By.IsAuthority(Scope))
            return Decision.Refuse(Refusal.NotAnAuthority, $"only an approver for {Scope} may issue a link to a chamber there");
        return Until <= context.Today ? Decision.Refuse(Refusal.ExpiresTooEarly,
            $"until {Calendar.Text(Until.Value)} is not after today, {Calendar.Text(context.Today)}: the link would never be valid")
            : Accept(context, Content);
    }
}
