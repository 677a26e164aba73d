using MicroPoints.Streams;

namespace MicroPoints.Identity;

/// <summary>A link was issued that shows one chamber's card to whoever has it.</summary>
/// <param name="Scope">The chamber's seat when it was issued: whose approvers it belongs to.</param>
/// <param name="Secret">The SHA-256 of the secret in its address, which was shown once and is kept nowhere.</param>
/// <param name="Until">The first day on which it is no longer valid; null for none.</param>
public sealed record ChamberLinkIssued(ChamberLinkId Link, ChamberId Chamber, RegionCode Scope, Digest Secret, DateOnly? Until) : Entry
{
    public const string Type = "chamber-link-issued/1";
    public override string TypeName => Type;

    public override void Write(CanonicalWriter writer) =>
        writer.Text(Link.Value).Text(Chamber.Value).Text(Scope.Value).Digest(Secret).Day(Until);

    internal static Entry Read(ref CanonicalReader reader) => new ChamberLinkIssued(EntryFields.ChamberLink(ref reader),
        EntryFields.Chamber(ref reader), EntryFields.Region(ref reader), reader.Digest(), reader.DayOrNull());
}

/// <summary>A chamber's link was taken back; it shows nothing any more.</summary>
public sealed record ChamberLinkRevoked(ChamberLinkId Link) : Entry
{
    public const string Type = "chamber-link-revoked/1";
    public override string TypeName => Type;
    public override void Write(CanonicalWriter writer) => writer.Text(Link.Value);
    internal static Entry Read(ref CanonicalReader reader) => new ChamberLinkRevoked(EntryFields.ChamberLink(ref reader));
}
