using MicroPoints.Runtime;
using MicroPoints.Streams;

namespace MicroPoints.Store.Embedded;

/// <summary>
/// Tells which entry is the first that damage made unreadable: from what is left of the damaged group, or from where
/// streams go on behind it.
/// </summary>
/// <param name="heads">Where the streams end in the sound groups before.</param>
internal sealed class DamagedGroup(SegmentFiles files, IReadOnlyDictionary<StreamId, Head> heads)
{
    /// <summary>No group is longer.</summary>
    private const long BytesMax = 1 << 30;

    private readonly Dictionary<StreamId, long> _last = heads.ToDictionary(h => h.Key, h => h.Value.Sequence);

    /// <param name="at">Where the damaged group, or its segment, begins.</param>
    /// <param name="journal">The journal's first header, where it is whole.</param>
    /// <param name="later">Where an intact group stands that was written later, if there is one.</param>
    /// <param name="named">Heads that the log should reach.</param>
    public (StreamId Stream, long Sequence)? FirstBroken(
        Place at, SegmentHeader? journal, Place? later, IEnumerable<StreamHead> named)
    {
        var group = at.Offset == 0 ? at.Plus(SegmentHeader.Bytes) : at;
        if (InGroup(group, later, out var uncertain) is { } found) return found;
        if (journal is { } some && later is { } place && Missing(some, place) is { } missing) return missing;
        foreach (var (stream, head) in named)
            if (Last(stream) < head.Sequence) return (stream, Last(stream) + 1);
        return uncertain;
    }

    /// <param name="uncertain">What may be it, where the stream's name itself may be what is damaged.</param>
    private (StreamId Stream, long Sequence)? InGroup(Place group, Place? later, out (StreamId, long)? uncertain)
    {
        (StreamId, long)? first = uncertain = null;
        var (bytes, frameBytes) = (Frames(group, later), FrameBytes(group));
        for (ReadOnlySpan<byte> rest = bytes; rest.Length > Frame.PrefixBytes;)
        {
            // The length may be what is damaged; what the payload says of its place is read without it.
            if (HeaderOf(rest[Frame.PrefixBytes..]) is not { } header) return null;
            var last = Last(header.Stream);
            var hasLength = Frame.TryLength(rest, rest.Length, out var length);
            var payload = hasLength ? rest.Slice(Frame.PrefixBytes, length) : [];
            if (hasLength && Frame.IsIntact(rest, payload))
            {
                if (header.First != last + 1) return header.First > last ? (header.Stream, last + 1) : null;
                first ??= (header.Stream, header.First);
                _last[header.Stream] = header.Last;
                rest = rest[(Frame.PrefixBytes + length)..];
                // Behind the last frame only zeros should follow, up to the alignment; or the group says that it was the last.
                if (bytes.Length - rest.Length == frameBytes
                    || rest.Length < Frame.PrefixBytes || !rest[..Frame.PrefixBytes].ContainsAnyExcept((byte)0)) return first;
                continue;
            }
            if (header.First != last + 1) return null;
            var sequence = (hasLength ? Frame.FirstUnsound(payload) : null) ?? header.First;
            if (last > 0) return (header.Stream, sequence);
            uncertain = (header.Stream, sequence);
            return null;
        }
        return first;
    }

    private int FrameBytes(Place group)
    {
        Span<byte> start = stackalloc byte[GroupHeader.Bytes];
        return GroupHeader.TryRead(start[..files.Read(group, start)], out var header) ? header.FrameBytes : 0;
    }

    /// <summary>What may be the group's frames: all up to the next group that is known, or to the segment's end.</summary>
    private byte[] Frames(Place group, Place? later)
    {
        var frames = group.Plus(GroupHeader.Bytes);
        var until = later is { } place && place.Segment == group.Segment && place.Offset > frames.Offset
            ? place.Offset : files.Length(group.Segment);
        var bytes = new byte[Math.Clamp(until - frames.Offset, 0, BytesMax)];
        return bytes[..files.Read(frames, bytes)];
    }

    /// <summary>The first stream that goes on behind the damage further than it got before.</summary>
    private (StreamId Stream, long Sequence)? Missing(SegmentHeader journal, Place later)
    {
        Span<byte> start = stackalloc byte[GroupHeader.Bytes];
        if (!GroupHeader.TryRead(start[..files.Read(later, start)], out var group)) return null;
        var groups = new GroupReader(files, journal, later, group.Number - 1);
        while (groups.Find() == Found.Intact)
            if (BehindGap(groups.Frames) is { } found) return found;
        return null;
    }

    private (StreamId Stream, long Sequence)? BehindGap(ReadOnlySpan<byte> group)
    {
        var frames = new FramesIn(group, checkSums: false);
        while (frames.MoveNext())
        {
            if (HeaderOf(frames.Payload) is not { } header) return null;
            if (header.First > Last(header.Stream) + 1) return (header.Stream, Last(header.Stream) + 1);
            _last[header.Stream] = header.Last;
        }
        return null;
    }

    private long Last(StreamId stream) => _last.GetValueOrDefault(stream);

    private static FrameHeader? HeaderOf(ReadOnlySpan<byte> payload)
    {
        var reader = new CanonicalReader(payload);
        try { return FrameHeader.Read(ref reader); }
        catch (CanonicalException) { return null; }
    }
}
