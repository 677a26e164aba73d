namespace MicroPoints.Contracts;

/// <summary>Activities of all chambers of a scope, in the order of recorded instant, chamber and sequence.</summary>
/// <param name="CaughtUpTo">All that was acknowledged before this instant was looked through.</param>
/// <param name="Stamp">What stands on every output about them, such as 程序生成，非真实数据; left out for real data.</param>
/// <param name="Next">The `cursor` of the next page; left out on the last.</param>
public sealed record ActivityPage(
    string Scope, IReadOnlyList<ActivityLine> Activities, DateTimeOffset CaughtUpTo, string? Stamp = null, string? Next = null);

/// <summary>One activity that was found; its reason, evidence and hash are in the chamber's ledger.</summary>
/// <param name="Recorded">When, UTC.</param>
/// <param name="By">Who; opaque.</param>
/// <param name="ReversedBy">The reversal that took it back; left out while it stands.</param>
/// <param name="Origin">Of a carried activity: the chamber that recorded it first.</param>
/// <param name="PostClose">True where it was recorded in a late window; else left out.</param>
public sealed record ActivityLine(
    string Chamber, long Sequence, string Id, DateTimeOffset Recorded, string By, ActivityFields Activity,
    string? ReversedBy = null, string? Origin = null, bool? PostClose = null);
