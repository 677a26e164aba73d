using MicroPoints.Streams;

namespace MicroPoints.Store.Embedded;

/// <summary>Where a frame stands in its stream, read without decoding the entries.</summary>
internal readonly record struct FrameHeader(StreamId Stream, long First, Digest Previous, int Count)
{
    public long Last => First + Count - 1;

    public static FrameHeader Read(ref CanonicalReader reader)
    {
        var text = reader.Text();
        if (!StreamId.TryParse(text, out var stream)) throw new CanonicalException($"'{text}' is not a stream");
        var (first, previous, count) = (reader.Whole(), reader.Digest(), reader.Count());
        if (first < 1 || count < 1 || first > long.MaxValue - count)
            throw new CanonicalException("a frame holds no entry");
        return new FrameHeader(stream, first, previous, count);
    }

    /// <summary>Reads the header and skips to the last entry's stored hash: the head after the frame.</summary>
    public static (FrameHeader Header, Head Head) ReadThrough(ReadOnlySpan<byte> payload)
    {
        var reader = new CanonicalReader(payload);
        var header = Read(ref reader);
        var hash = header.Previous;
        for (var i = 0; i < header.Count; i++)
        {
            reader.Bytes();
            hash = reader.Digest();
            reader.Bytes();
            reader.TextOrNull();
        }
        reader.Ends();
        return (header, new Head(header.Last, hash));
    }
}
