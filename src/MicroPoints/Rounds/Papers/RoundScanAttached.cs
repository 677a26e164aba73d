using MicroPoints.Streams;

namespace MicroPoints.Rounds;

/// <summary>A signed scan belongs to the round, and its file is kept beside the data, under its digest.</summary>
/// <remarks>The note stands beside the entry, as it does where a paper is attached by its digest alone.</remarks>
/// <param name="Scan">The SHA-256 of the file.</param>
/// <param name="Bytes">How long the file is.</param>
public sealed record RoundScanAttached(PaperKind Kind, Digest Scan, ScanFormat Format, long Bytes) : Entry
{
    public const string Type = "round-scan-attached/1";
    public override string TypeName => Type;
    public override void Write(CanonicalWriter writer) => writer.Whole((long)Kind).Digest(Scan).Whole((long)Format).Whole(Bytes);

    internal static Entry Read(ref CanonicalReader reader) => new RoundScanAttached(EntryFields.Enumerated<PaperKind>(ref reader),
        reader.Digest(), EntryFields.Enumerated<ScanFormat>(ref reader), reader.Whole());
}
