using MicroPoints.Streams;

namespace MicroPoints.Identity;

/// <summary>One link to a chamber's card as it stands.</summary>
/// <param name="Secret">The SHA-256 of the secret.</param>
/// <param name="Until">The first day on which it is no longer valid; null for none.</param>
public sealed record ChamberLink(
    ChamberLinkId Id, ChamberId Chamber, RegionCode Scope, Digest Secret, DateOnly? Until, DateTimeOffset IssuedAt, ActorId IssuedBy)
{
    /// <summary>When it was taken back; null while it was not.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    public bool IsValidOn(DateOnly day) => RevokedAt is null && !(Until <= day);
}

/// <summary>Every link to a chamber's card that was ever issued, folded from their stream.</summary>
public sealed class ChamberLinkBook(StreamId stream) : StreamState(stream)
{
    private readonly SortedDictionary<ChamberLinkId, ChamberLink> _links = [];

    /// <summary>In order of id, revoked and expired ones among them.</summary>
    public IReadOnlyCollection<ChamberLink> All => _links.Values;

    public ChamberLink? Find(ChamberLinkId id) => _links.GetValueOrDefault(id);

    protected override void Fold(SealedEntry entry)
    {
        switch (entry.Body)
        {
            case ChamberLinkIssued issued:
                Invariant.Holds(_links.TryAdd(issued.Link, new ChamberLink(issued.Link, issued.Chamber, issued.Scope, issued.Secret,
                    issued.Until, entry.At, entry.By)), "a chamber's link is issued once");
                break;
            case ChamberLinkRevoked revoked:
                var link = Find(revoked.Link) ?? throw new InvariantException(
                    $"{entry.Stream} revokes {revoked.Link}, which it does not hold");
                Invariant.Holds(link.RevokedAt is null, "a chamber's link is revoked at most once");
                _links[link.Id] = link with { RevokedAt = entry.At };
                break;
            default:
                Unknown(entry);
                break;
        }
    }
}
