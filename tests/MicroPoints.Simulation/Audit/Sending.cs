namespace MicroPoints.Simulation;

/// <summary>One id that a caller sends to a stream, and what it says; null where only the store knows.</summary>
internal sealed record SentLine(StreamId Stream, EntryId Id, string? Content);

/// <summary>One sending, all or nothing, with what the auditor knew of its ids when it went out.</summary>
/// <param name="Before">The first answers known then.</param>
/// <param name="WasPossible">Whether an id might have been there already.</param>
internal sealed record Sending(
    IReadOnlyList<SentLine> Lines, IReadOnlyList<FirstAnswer?> Before, IReadOnlyList<bool> WasPossible);

/// <summary>Where an acknowledged id stands, for ever.</summary>
internal sealed record FirstAnswer(long Sequence, Digest Hash, string Content);
