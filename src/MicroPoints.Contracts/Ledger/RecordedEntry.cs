namespace MicroPoints.Contracts;

/// <summary>An entry that is in its stream.</summary>
/// <param name="Sequence">Its place in the stream; of a replay, the first answer's.</param>
/// <param name="Hash">The hash that seals it; of a replay, the first answer's.</param>
/// <param name="Recorded">When; of a replay, the first answer's instant.</param>
public sealed record RecordedEntry(SendingAnswer Answer, string Id, long Sequence, string Hash, DateTimeOffset Recorded);
