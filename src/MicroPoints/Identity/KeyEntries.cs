using MicroPoints.Streams;

namespace MicroPoints.Identity;

/// <summary>A key was issued. Its label is the entry's reason, so that the chain holds only a salted digest of it.</summary>
/// <param name="Secret">The SHA-256 of the secret; the secret itself was shown once and is kept nowhere.</param>
/// <param name="Until">The first day on which it is no longer valid; null for none.</param>
public sealed record KeyIssued(KeyId Key, Digest Secret, Role Role, RegionCode Scope, DateOnly? Until) : Entry
{
    public const string Type = "key-issued/1";
    public override string TypeName => Type;

    public override void Write(CanonicalWriter writer) =>
        writer.Text(Key.Value).Digest(Secret).Whole((long)Role).Text(Scope.Value).Day(Until);

    internal static Entry Read(ref CanonicalReader reader) => new KeyIssued(EntryFields.Key(ref reader), reader.Digest(),
        EntryFields.Enumerated<Role>(ref reader), EntryFields.Region(ref reader), reader.DayOrNull());
}

/// <summary>A key was taken back, with a reason; it is not valid any more.</summary>
public sealed record KeyRevoked(KeyId Key) : Entry
{
    public const string Type = "key-revoked/1";
    public override string TypeName => Type;
    public override void Write(CanonicalWriter writer) => writer.Text(Key.Value);
    internal static Entry Read(ref CanonicalReader reader) => new KeyRevoked(EntryFields.Key(ref reader));
}
