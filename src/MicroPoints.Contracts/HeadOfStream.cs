namespace MicroPoints.Contracts;

/// <summary>Where a stream ends: how many entries it has, and the last one's hash.</summary>
/// <param name="Sequence">0 for an empty stream.</param>
/// <param name="Hash">64 lower-case hexadecimal digits.</param>
public sealed record HeadOfStream(long Sequence, string Hash);
