using MicroPoints.Activities;
using MicroPoints.Chambers;
using MicroPoints.Streams;

namespace MicroPoints.Runtime;

/// <summary>One chamber as a question sees it.</summary>
/// <param name="Register">What the register said as known at the question's instant; null where the chamber was not on
/// it.</param>
/// <param name="Head">Where the stream ended when the question was answered.</param>
/// <param name="At">The reading: the question's day, at most the period's last, and its instant.</param>
/// <param name="Tally">Folded for the reading.</param>
/// <param name="Last">When the entry at the head was recorded; null where there is none.</param>
/// <param name="Entries">Fetches the entries through the head, in sequence, whatever the question's instant.</param>
public sealed record ChamberView(
    ChamberId Id, Chamber? Register, Head Head, Period Period, AsOf At, Tally Tally, DateTimeOffset? Last,
    Func<CancellationToken, ValueTask<IReadOnlyList<SealedEntry>>> Entries)
{
    /// <summary>Whether nothing was recorded after the question's instant: a later instant then sees the same at this head.</summary>
    public bool KnowsAll { get; init; }

    /// <summary>Facts are read on the earlier of the question's day and the period's last day.</summary>
    public static AsOf Reading(Period period, AsOf at) =>
        at.Day > period.LastDay ? at with { Day = period.LastDay } : at;
}
