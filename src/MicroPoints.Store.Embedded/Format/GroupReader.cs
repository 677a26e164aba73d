using System.Numerics;

namespace MicroPoints.Store.Embedded;

/// <summary>What stands at a place of the journal.</summary>
internal enum Found
{
    Intact,
    End,
    Broken,
}

/// <summary>Reads groups one after the other through all segments. At the end, or after a broken group, it stands still.</summary>
internal sealed class GroupReader
{
    private const int ChunkBytes = 1 << 20;

    /// <summary>A buffer that grew for a large group is kept for those that follow: a new one each time keeps the collector busy.</summary>
    private const int KeptBytesMax = 16 << 20;

    private readonly SegmentFiles _files;
    private readonly uint _seed;
    private readonly Guid _journal;
    private byte[] _buffer = new byte[ChunkBytes];
    private Place _bufferAt;
    private int _buffered;
    private GroupHeader _group;

    /// <param name="journal">A header of the journal's, which names it.</param>
    /// <param name="from">Where the next group begins.</param>
    /// <param name="number">The number of the group before.</param>
    public GroupReader(SegmentFiles files, SegmentHeader journal, Place from, long number) =>
        (_files, _journal, _seed, Next, Number) = (files, journal.Journal, journal.Seed, from, number);

    /// <summary>Where the group last found begins, where the log ends, or what is broken.</summary>
    public Place At { get; private set; }

    /// <summary>Where the next group begins.</summary>
    public Place Next { get; private set; }

    /// <summary>The number of the intact group last found.</summary>
    public long Number { get; private set; }

    /// <summary>The check sum of the intact group last found.</summary>
    public uint Sum { get; private set; }

    /// <summary>What is wrong at a broken place.</summary>
    public string Why { get; private set; } = "";

    /// <summary>The frames of the intact group last found, until the next call.</summary>
    public ReadOnlySpan<byte> Frames => Buffered(At, GroupHeader.Bytes + _group.FrameBytes)[GroupHeader.Bytes..];

    /// <summary>Where those frames begin.</summary>
    public Place FramesAt => At.Plus(GroupHeader.Bytes);

    public Found Find()
    {
        var found = FindAt(Next);
        if (found != Found.End || !_files.Has(Next.Segment + 1)) return found == Found.End ? EndAt(Next) : found;

        // Zeros end a segment: the next group stands at the beginning of the next one, or nowhere.
        var end = Next;
        var following = new Place(end.Segment + 1, SegmentHeader.Bytes);
        if (_files.Header(following.Segment) is not { } header)
            return BrokenAt(following with { Offset = 0 }, "the segment's header is damaged");
        if (header.Journal != _journal) return BrokenAt(following with { Offset = 0 }, "the segment is of another journal");
        found = FindAt(following);
        return found == Found.End ? EndAt(end) : found;
    }

    /// <summary>Forgets what was read, so that the next call sees what a running writer wrote meanwhile.</summary>
    public void Refresh() => _buffered = 0;

    private Found FindAt(Place place)
    {
        At = place;
        var bytes = Buffered(place, GroupHeader.Bytes);
        if (!bytes.ContainsAnyExcept((byte)0)) return Found.End;
        if (!GroupHeader.TryRead(bytes, out var group) || group.Place != place)
            return BrokenAt(place, "no group begins there");
        // Only a group that is there in full is worth a buffer of the length it states.
        var whole = group.AlignedBytes;
        if (!IsBuffered(place, whole)) whole = Math.Min(whole, _files.Length(place.Segment) - place.Offset);
        if (whole < GroupHeader.Bytes + group.FrameBytes) return BrokenAt(place, "the group ends with the file");
        bytes = Buffered(place, (int)whole);
        if (!group.IsIntact(bytes, _seed)) return BrokenAt(place, "the group is damaged");
        if (group.Number != Number + 1)
            return BrokenAt(place, $"group {group.Number} stands where group {Number + 1} belongs");
        (_group, Number, Sum) = (group, group.Number, GroupHeader.SumOf(bytes));
        Next = place.Plus(group.AlignedBytes);
        return Found.Intact;
    }

    private Found EndAt(Place place)
    {
        At = place;
        return Found.End;
    }

    private Found BrokenAt(Place place, string why)
    {
        (At, Why) = (place, why);
        return Found.Broken;
    }

    private bool IsBuffered(Place place, long count) => place.Segment == _bufferAt.Segment
        && place.Offset >= _bufferAt.Offset && place.Offset + count <= _bufferAt.Offset + _buffered;

    /// <summary>Bytes at a place, read ahead; fewer where the file ends.</summary>
    private ReadOnlySpan<byte> Buffered(Place place, int count)
    {
        if (!IsBuffered(place, count))
        {
            if (_buffer.Length < count) _buffer = new byte[BitOperations.RoundUpToPowerOf2((uint)count)];
            else if (count < ChunkBytes && _buffer.Length > KeptBytesMax) _buffer = new byte[ChunkBytes];
            _bufferAt = place;
            _buffered = _files.Read(place, _buffer);
        }
        var skip = place.Offset - _bufferAt.Offset;
        return _buffer.AsSpan((int)skip, (int)Math.Min(count, _buffered - skip));
    }
}
