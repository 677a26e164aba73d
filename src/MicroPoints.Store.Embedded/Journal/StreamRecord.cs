using MicroPoints.Ledger;
using MicroPoints.Streams;

namespace MicroPoints.Store.Embedded;

/// <summary>One stream's head, where its frames lie, and its entries' ids as hashes. One writes, any may read.</summary>
/// <remarks>What a checkpoint has of these lists is read from it when it is first asked for.</remarks>
internal sealed class StreamRecord
{
    /// <summary>So few ids are sooner looked through than kept in a table: most chambers need none in a year.</summary>
    private const int IdsSearchedMax = 256;

    private readonly Lock _gate = new();
    private readonly CheckpointFile? _checkpoint;
    private KeptStream? _unread;
    private GrowingList<FramePlace> _frames;
    private GrowingList<ulong> _ids;
    private IdTable? _table;
    private Head _head = Head.Empty;

    public StreamRecord(StreamId stream, RegionCode region) => (Stream, Region) = (stream, region);

    public StreamRecord(CheckpointFile checkpoint, KeptStream kept) : this(kept.Stream, kept.Region) =>
        (_checkpoint, KeptWhole, _unread, _head) = (checkpoint, kept, kept, kept.Head);

    public StreamId Stream { get; }
    public RegionCode Region { get; }

    /// <summary>What the checkpoint that was opened has of this stream, state and all.</summary>
    public KeptStream? KeptWhole { get; }

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
            if (after < _unread?.Head.Sequence) TakeOver();
            return _frames.Items[FrameOf(Math.Max(after, 0) + 1)..];
        }
    }

    /// <summary>The frames that hold an entry of this id, or of another that shares its hash.</summary>
    public FramePlace[] FramesWith(EntryId id)
    {
        lock (_gate)
        {
            TakeOver();
            var hash = EntryHash.Of(id);
            if (_ids.Count <= IdsSearchedMax && !_ids.Span.Contains(hash)) return [];
            var found = (_table ??= new IdTable()).Find(_ids.Span, hash);
            return found.Count == 0 ? [] : [.. found.Select(position => _frames.Span[FrameOf(position + 1)]).Distinct()];
        }
    }

    /// <summary>The chamber's state as a checkpoint written since then has it.</summary>
    public FoldedState? Folded { get; set; }

    /// <summary>Through which entry a state of the chamber is at hand.</summary>
    public long FoldedThrough => Folded?.Kept.Sequence ?? KeptWhole?.State?.Sequence ?? 0;

    /// <summary>The chamber's latest state that is at hand; null where it has to be folded from the journal.</summary>
    public LedgerState? LatestState() => Folded?.Read() ?? (KeptWhole is { } kept ? _checkpoint!.ReadState(kept) : null);

    public CapturedStream Capture()
    {
        lock (_gate) return new CapturedStream(this, _head, _unread, _frames.Items, _ids.Items);
    }

    private void TakeOver()
    {
        if (_unread is not { } kept) return;
        var (frames, ids) = _checkpoint!.ReadIndex(kept);
        _frames.Prepend(frames);
        _ids.Prepend(ids);
        _unread = null;
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
