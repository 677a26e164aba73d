using MicroPoints.Streams;

namespace MicroPoints.Store.Embedded;

/// <summary>One stream's head, where its frames lie, and its entries' ids as hashes. One writes, any may read.</summary>
internal sealed class StreamRecord(StreamId stream, RegionCode region)
{
    private readonly Lock _gate = new();
    private GrowingList<FramePlace> _frames;
    private GrowingList<ulong> _ids;
    private IdTable? _table;
    private Head _head = Head.Empty;

    public StreamId Stream { get; } = stream;
    public RegionCode Region { get; } = region;

    /// <summary>The group that last placed an append of this stream, and where the stream then ends; the writer's own.</summary>
    public (long Number, Head After) Placed { get; set; }

    public Head Head
    {
        get { lock (_gate) return _head; }
    }

    /// <summary>Adds a frame that continues the stream.</summary>
    public void Add(FramePlace place, Head head, ReadOnlySpan<ulong> ids)
    {
        lock (_gate)
        {
            Invariant.Holds(place.First == _head.Sequence + 1, "a frame continues its stream");
            Invariant.Holds(head.Sequence == _head.Sequence + ids.Length, "a frame's entries have ids");
            _frames.Add(place);
            _ids.Add(ids);
            _head = head;
        }
    }

    /// <summary>The frames that hold entries after a sequence, in order.</summary>
    public ReadOnlyMemory<FramePlace> FramesAfter(long after)
    {
        lock (_gate)
        {
            if (after >= _head.Sequence) return default;
            return _frames.Items[FrameOf(Math.Max(after, 0) + 1)..];
        }
    }

    /// <summary>The frames that hold an entry of this id, or of another that shares its hash.</summary>
    public FramePlace[] FramesWith(EntryId id)
    {
        lock (_gate)
        {
            var found = (_table ??= new IdTable()).Find(_ids.Span, EntryHash.Of(id));
            return [.. found.Select(position => _frames.Span[FrameOf(position + 1)]).Distinct()];
        }
    }

    /// <summary>The last frame that begins at or before a sequence.</summary>
    private int FrameOf(long sequence)
    {
        var frames = _frames.Span;
        var (low, high) = (0, frames.Length - 1);
        while (low < high)
        {
            var middle = low + (high - low + 1) / 2;
            if (frames[middle].First <= sequence) low = middle;
            else high = middle - 1;
        }
        return low;
    }
}
