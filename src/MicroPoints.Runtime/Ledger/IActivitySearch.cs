namespace MicroPoints.Runtime;

/// <summary>Finds activities and chambers over all ledgers of a scope, in something derived that follows the log.</summary>
/// <remarks>
/// It may be behind the log for a moment, never ahead of it, and every page says how far it reaches. Nothing is decided
/// from it: commands, tallies and rounds read the log.
/// </remarks>
public interface IActivitySearch
{
    /// <summary>All that was acknowledged before this instant can be found.</summary>
    DateTimeOffset CaughtUpTo { get; }

    /// <summary>Waits until all that was acknowledged before the call can be found; false where the time ran out first.</summary>
    ValueTask<bool> CatchUp(TimeSpan within, CancellationToken cancel);

    /// <summary>A page of activities in the order of recorded instant, chamber and sequence.</summary>
    ValueTask<FoundActivities> Find(ActivityQuery query, CancellationToken cancel);

    /// <summary>A page of the register in the order of id.</summary>
    ValueTask<FoundChambers> Find(ChamberQuery query, CancellationToken cancel);
}
