using MicroPoints.Runtime;

namespace MicroPoints.Store.Postgres;

/// <summary>The first thing found wrong.</summary>
/// <param name="Stream">The stream, where it can be told.</param>
/// <param name="Sequence">The first broken sequence of the stream, where it can be told.</param>
public sealed record Broken(StreamId? Stream, long? Sequence, string What)
{
    /// <summary>The entries are sound; only what was derived from them for questions is not.</summary>
    public bool IsDerived { get; init; }

    public override string ToString() => Stream is { } stream ? $"{stream} at sequence {Sequence}: {What}" : What;
}

/// <summary>What verify found.</summary>
/// <param name="Entries">How many entries are sound, up to the first broken one.</param>
/// <param name="Heads">Where the sound streams end.</param>
/// <param name="Broken">Null where everything is sound.</param>
public sealed record VerifyReport(long Entries, Heads Heads, Broken? Broken)
{
    public bool IsSound => Broken is null;
}
