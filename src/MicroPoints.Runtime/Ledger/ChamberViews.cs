using MicroPoints.Ledger;
using MicroPoints.Streams;

namespace MicroPoints.Runtime;

/// <summary>Answers questions about a chamber from its kept fold where that can be, else from its entries.</summary>
internal static class ChamberViews
{
    public static async ValueTask<ChamberView> Of(
        LedgerState state, IEventLog log, Period period, AsOf at, CancellationToken cancel)
    {
        var reading = ChamberView.Reading(period, at);
        var head = state.Head;
        var knowsAll = KnowsAll(state, at.KnownAt);
        if (knowsAll && HasWholeMonths(state, reading.Day))
            return new ChamberView(state.Id, state.Chamber, head, period, reading, state.Tally.Through(reading.Day),
                state.LastInstant, c => Through(log, state.Stream, head, c))
            { KnowsAll = true };
        var entries = await Through(log, state.Stream, head, cancel);
        return new ChamberView(state.Id, LedgerFold.RegisterAt(entries, at.KnownAt), head, period, reading,
            LedgerFold.At(entries, reading), state.LastInstant, _ => new(entries))
        { KnowsAll = knowsAll };
    }

    /// <summary>Everything was recorded by the question's instant.</summary>
    private static bool KnowsAll(LedgerState state, DateTimeOffset knownAt) => !(state.LastInstant > knownAt);

    /// <summary>
    /// Whether later facts can be left out without folding again: sums are kept by month, and after the last instant's
    /// day there are none to leave out, for a fact is never of a day to come.
    /// </summary>
    private static bool HasWholeMonths(LedgerState state, DateOnly day) =>
        Calendar.IsMonthEnd(day) || state.LastInstant is not { } last || Calendar.DayOf(last) <= day;

    private static async ValueTask<IReadOnlyList<SealedEntry>> Through(
        IEventLog log, StreamId stream, Head head, CancellationToken cancel)
    {
        var entries = new List<SealedEntry>();
        if (head.Sequence == 0) return entries;
        await foreach (var entry in log.Read(stream, 0, cancel))
        {
            entries.Add(entry);
            if (entry.Sequence == head.Sequence) break;
        }
        return entries;
    }
}
