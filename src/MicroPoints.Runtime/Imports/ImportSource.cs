namespace MicroPoints.Runtime;

/// <summary>Where an import's activities come from, and how they are understood.</summary>
/// <param name="Digest">Of all that was sent: the same again is the same import.</param>
internal sealed record ImportSource(Digest Digest, Func<ImportRequest, ImportBasis, ImportedTable> Read);
