using System.Runtime.CompilerServices;

namespace MicroPoints.Runtime;

/// <summary>Answers a whole cut from columns where some stand for exactly its heads, and folds everything else.</summary>
public sealed class ColumnTallySource(IPeriodColumns columns, ITallySource folding) : ITallySource
{
    public async IAsyncEnumerable<ChamberTallies> At(
        Heads cut, Period period, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var file = columns.Find(period, cut.Of(StreamType.Chamber));
        if (file is null)
        {
            await foreach (var chamber in folding.At(cut, period, cancel)) yield return chamber;
            yield break;
        }
        var (reader, at) = (file.NewReader(null, period.LastDay), ChamberView.Reading(period, AsOf.On(period.LastDay)));
        for (var block = 0; block < file.Blocks; block++)
        {
            cancel.ThrowIfCancellationRequested();
            reader.Load(block);
            while (reader.Next())
                yield return new ChamberTallies(reader.Id, reader.Register, reader.Head, period, at, reader.TallyOf(null));
        }
    }

    public ValueTask<ChamberTallies> One(ChamberId chamber, Period period, AsOf at, CancellationToken cancel) =>
        folding.One(chamber, period, at, cancel);
}
