namespace MicroPoints.Contracts;

/// <summary>A page of what was decided about keys and rules, in the order it was recorded.</summary>
/// <param name="Next">The cursor of the next page; left out on the last.</param>
public sealed record AuditPage(string Scope, IReadOnlyList<AuditEntry> Entries, string? Next = null);

/// <summary>One entry of a stream of keys or of a region.</summary>
/// <param name="Stream">Such as <c>identity:keys</c> or <c>region:990101</c>.</param>
/// <param name="By">Who; opaque.</param>
/// <param name="Text">What it says, in words.</param>
/// <param name="Reason">Why, in words, or a key's label; left out where none was given or the text was erased.</param>
public sealed record AuditEntry(
    string Stream, long Sequence, string Id, string Type, DateTimeOffset Recorded, string By, string Hash, string Previous,
    string Text, string? Reason = null);
