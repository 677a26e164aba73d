using MicroPoints.Activities;

namespace MicroPoints.Runtime;

/// <summary>One activity that was found; its reason, evidence and hash are in the ledger.</summary>
/// <param name="ReversedBy">The reversal that took it back; null while it stands.</param>
/// <param name="Origin">Of one carried on after a merger or split: the predecessor.</param>
/// <param name="IsPostClose">Recorded in a late window, after its period was closed.</param>
public sealed record FoundActivity(
    ChamberId Chamber, long Sequence, EntryId Id, Fact Fact, DateTimeOffset Recorded, ActorId By,
    EntryId? ReversedBy, ChamberId? Origin, bool IsPostClose)
{
    public ActivityPosition Position => new(Recorded, Chamber, Sequence);
}

/// <summary>Activities in the order of recorded instant, chamber and sequence.</summary>
/// <param name="Next">Where the next page goes on; null on the last.</param>
/// <param name="CaughtUpTo">All that was acknowledged before this instant was looked through.</param>
/// <param name="Stamp">What stands on every output about these chambers, such as 程序生成，非真实数据.</param>
public sealed record FoundActivities(
    IReadOnlyList<FoundActivity> Items, ActivityPosition? Next, DateTimeOffset CaughtUpTo, string? Stamp);
