using MicroPoints.Ledger;
using MicroPoints.Runtime;
using MicroPoints.Streams;

namespace MicroPoints.Store.Embedded;

/// <summary>Reads entries from where the index says they lie, checking each frame, and folds them.</summary>
internal sealed class JournalReader(SegmentFiles files, StreamIndex index)
{
    public IEnumerable<SealedEntry> After(StreamId stream, long after, CancellationToken cancel) =>
        index.Find(stream)?.FramesAfter(after) is { IsEmpty: false } places ? Entries(places, after, cancel) : [];

    /// <summary>Reads only the frames that hold an entry of such an id.</summary>
    public IReadOnlyList<SealedEntry> Find(StreamId stream, IReadOnlyList<EntryId> ids)
    {
        if (index.Find(stream) is not { } record) return [];
        List<SealedEntry>? found = null;
        foreach (var id in ids.Count > 1 ? ids.Distinct() : ids)
            foreach (var place in record.FramesWith(id))
                foreach (var entry in At(place))
                    if (entry.Id == id) (found ??= []).Add(entry);
        return found ?? (IReadOnlyList<SealedEntry>)[];
    }

    /// <summary>Folds a stream on from what a checkpoint has of it, through a sequence.</summary>
    public StreamState Fold(StreamId stream, long through, CancellationToken cancel)
    {
        var state = index.Find(stream)?.LatestState() is { } kept && kept.Stream == stream && kept.Head.Sequence <= through
            ? kept : StreamStates.For(stream);
        foreach (var entry in After(stream, state.Head.Sequence, cancel))
        {
            if (entry.Sequence > through) break;
            // A partial state finds what it takes back only where it is brought back first.
            if (state.IsPartial && entry.Body is ActivityReversed reversed && state.Find(reversed.Target) is null)
                state.TakeUp(Find(stream, [reversed.Target]).Where(e => e.Sequence < entry.Sequence));
            state.Apply(entry);
        }
        return state;
    }

    private IEnumerable<SealedEntry> Entries(ReadOnlyMemory<FramePlace> places, long after, CancellationToken cancel)
    {
        for (var i = 0; i < places.Length; i++)
        {
            cancel.ThrowIfCancellationRequested();
            foreach (var entry in At(places.Span[i]))
                if (entry.Sequence > after) yield return entry;
        }
    }

    private List<SealedEntry> At(FramePlace place)
    {
        var bytes = new byte[Frame.PrefixBytes + place.PayloadLength];
        var read = files.Read(place.Place, bytes);
        try
        {
            if (read == bytes.Length && Frame.IsIntact(bytes, bytes.AsSpan(Frame.PrefixBytes)))
                return Frame.Decode(bytes.AsSpan(Frame.PrefixBytes));
        }
        catch (CanonicalException e) { throw Damaged(place, e.Message, e); }
        throw Damaged(place, "the frame is damaged", null);
    }

    private StoreException Damaged(FramePlace place, string why, Exception? inner) => new(
        $"{files.PathOf(place.Place)}: {why}. Run 'micropoints verify', then restore a backup.", inner);
}
