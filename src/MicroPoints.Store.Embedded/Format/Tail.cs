namespace MicroPoints.Store.Embedded;

/// <summary>What lies behind the end of the log.</summary>
/// <param name="Later">An intact group that was written later, if there is one: then the end is no end but damage.</param>
/// <param name="BytesTorn">Bytes that are not zero, through the last such: an append that a crash tore.</param>
internal readonly record struct Tail(Place? Later, long BytesTorn)
{
    private const int ChunkBytes = 1 << 20;

    /// <summary>Looks through all that follows a place, to the last segment.</summary>
    /// <param name="after">The number of the last sound group.</param>
    public static Tail After(SegmentFiles files, SegmentHeader journal, Place from, long after)
    {
        var torn = 0L;
        var last = files.Last();
        for (var segment = from.Segment; segment <= last; segment++)
        {
            if (!files.Has(segment)) continue;
            var start = segment == from.Segment ? from.Offset : SegmentHeader.Bytes;
            var tail = In(files, journal, new Place(segment, start / GroupHeader.Alignment * GroupHeader.Alignment), after);
            if (tail.Later is not null) return tail;
            torn += tail.BytesTorn;
        }
        return new Tail(null, torn);
    }

    private static Tail In(SegmentFiles files, SegmentHeader journal, Place from, long after)
    {
        var chunk = new byte[ChunkBytes];
        var torn = 0L;
        for (var at = from; ; at = at.Plus(ChunkBytes))
        {
            var bytes = chunk.AsSpan(0, files.Read(at, chunk));
            var dirty = bytes.LastIndexOfAnyExcept((byte)0);
            if (dirty >= 0) torn = at.Offset + dirty + 1 - from.Offset;
            for (var i = 0; dirty >= 0 && i < bytes.Length; i += GroupHeader.Alignment)
                if (GroupHeader.TryRead(bytes[i..], out var group) && group.Number > after
                    && IsIntact(files, at.Plus(i), group, journal.Seed)) return new Tail(at.Plus(i), torn);
            if (bytes.Length < ChunkBytes) return new Tail(null, torn);
        }
    }

    /// <summary>Whether it was written, be it for this place or for another.</summary>
    private static bool IsIntact(SegmentFiles files, Place at, GroupHeader group, uint seed)
    {
        var there = files.Length(at.Segment) - at.Offset;
        if (there < GroupHeader.Bytes + group.FrameBytes) return false;
        var bytes = new byte[Math.Min(group.AlignedBytes, there)];
        return group.IsIntact(bytes.AsSpan(0, files.Read(at, bytes)), seed);
    }
}
