using MicroPoints.Streams;

namespace MicroPoints.Identity;

/// <summary>Takes a chamber's link back. It shows nothing from then on.</summary>
public sealed record RevokeChamberLink(EntryId Id, ChamberLinkId Link) : StreamCommand<ChamberLinkBook>(Id)
{
    public override Entry Content => new ChamberLinkRevoked(Link);

    /// <summary>Refusals: which link, who, then again.</summary>
    public override Decision Decide(ChamberLinkBook state, Context context)
    {
        if (state.Find(Link) is not { } link)
            return Decision.Refuse(Refusal.ChamberLinkUnknown, $"there is no link {Link}: see the list of links");
        if (!context.By.IsAuthority(link.Scope))
            return Decision.Refuse(Refusal.NotAnAuthority, $"only an approver for {link.Scope} may revoke {Link}");
        return link.RevokedAt is { } at
            ? Decision.Refuse(Refusal.ChamberLinkRevoked, $"{Link} was revoked on {Calendar.Text(at)}: it shows nothing any more")
            : Accept(context, Content);
    }
}
