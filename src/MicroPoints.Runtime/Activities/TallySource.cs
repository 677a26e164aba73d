using System.Runtime.CompilerServices;
using MicroPoints.Ledger;
using MicroPoints.Streams;

namespace MicroPoints.Runtime;

/// <summary>Folds tallies straight from a log.</summary>
public sealed class TallySource(IEventLog log) : ITallySource
{
    public async IAsyncEnumerable<ChamberTallies> At(
        Heads cut, Period period, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var (stream, head) in cut.Of(StreamType.Chamber))
        {
            var entries = await Through(stream, head.Sequence, cancel);
            if (HeadOf(entries) != head)
                throw new StoreException($"the log does not hold {stream} at {head}: "
                    + "the cut is of another log, or this one was cut short; run verify");
            yield return Fold(new ChamberId(stream.Name), entries, period, AsOf.On(period.LastDay));
        }
    }

    public async ValueTask<ChamberTallies> One(ChamberId chamber, Period period, AsOf at, CancellationToken cancel) =>
        Fold(chamber, await Through(StreamId.Of(chamber), long.MaxValue, cancel), period, at);

    private static ChamberTallies Fold(ChamberId chamber, IReadOnlyList<SealedEntry> entries, Period period, AsOf at)
    {
        var reading = ChamberView.Reading(period, at);
        return new ChamberTallies(chamber, LedgerFold.RegisterAt(entries, at.KnownAt), HeadOf(entries), period, reading,
            LedgerFold.At(entries, reading));
    }

    private async ValueTask<List<SealedEntry>> Through(StreamId stream, long sequence, CancellationToken cancel)
    {
        var entries = new List<SealedEntry>();
        if (sequence == 0) return entries;
        await foreach (var entry in log.Read(stream, 0, cancel))
        {
            entries.Add(entry);
            if (entry.Sequence == sequence) break;
        }
        return entries;
    }

    private static Head HeadOf(IReadOnlyList<SealedEntry> entries) =>
        entries is [.., var last] ? last.Head : Head.Empty;
}
