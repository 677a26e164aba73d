using System.Buffers.Binary;
using MicroPoints.Streams;

namespace MicroPoints.Store.Embedded;

/// <summary>One append as bytes: u32 length, u32 CRC-32C of the payload, payload; all big-endian.</summary>
/// <remarks>
/// The payload is canonical: stream, first sequence, previous hash, count, and for each entry its own fields as one
/// field, its hash, its
/// reason's salt (empty without a reason) and its reason's text (missing once erased). One frame holds one append, so a
/// batch is atomic.
/// </remarks>
internal static class Frame
{
    public const int PrefixBytes = 8;

    /// <summary>A payload that holds one entry is never shorter.</summary>
    public const int PayloadBytesMin = 64;

    /// <summary>A writer that grew for a large batch is not kept.</summary>
    private const int WriterBytesKept = 1 << 16;

    [ThreadStatic] private static (CanonicalWriter Payload, CanonicalWriter Own)? _writers;

    public static byte[] Encode(IReadOnlyList<SealedEntry> entries)
    {
        var (payload, own) = _writers ??= (new CanonicalWriter(), new CanonicalWriter());
        payload.Clear();
        var first = entries[0];
        payload.Text(first.Stream.ToString()).Whole(first.Sequence).Digest(first.Previous).Whole(entries.Count);
        foreach (var entry in entries) Write(payload, own, entry);

        var frame = new byte[PrefixBytes + payload.Written.Length];
        payload.Written.CopyTo(frame.AsSpan(PrefixBytes));
        BinaryPrimitives.WriteUInt32BigEndian(frame, (uint)payload.Written.Length);
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(4), Crc32C.Of(payload.Written));
        if (frame.Length > WriterBytesKept) _writers = null;
        return frame;
    }

    /// <summary>The payload's length, if a frame may say so with so many bytes left in the file.</summary>
    public static bool TryLength(ReadOnlySpan<byte> prefix, long bytesLeft, out int length)
    {
        var stated = BinaryPrimitives.ReadUInt32BigEndian(prefix);
        length = (int)Math.Min(stated, int.MaxValue);
        return stated is >= PayloadBytesMin and <= Limits.FrameBytesMax && stated <= bytesLeft - PrefixBytes;
    }

    public static bool IsIntact(ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> payload) =>
        BinaryPrimitives.ReadUInt32BigEndian(prefix[4..]) == Crc32C.Of(payload);

    /// <summary>
    /// Reads a payload's entries, computing each hash anew; a hash that differs from the stored one is an error.
    /// </summary>
    public static List<SealedEntry> Decode(ReadOnlySpan<byte> payload)
    {
        var reader = new CanonicalReader(payload);
        var header = FrameHeader.Read(ref reader);
        var entries = new List<SealedEntry>(header.Count);
        var head = new Head(header.First - 1, header.Previous);
        for (var i = 0; i < header.Count; i++)
        {
            entries.Add(Read(ref reader, header.Stream, head));
            head = entries[i].Head;
        }
        reader.Ends();
        return entries;
    }

    /// <summary>The first sequence of a damaged payload whose entry is not as it was sealed; null where all are.</summary>
    public static long? FirstUnsound(ReadOnlySpan<byte> payload)
    {
        var reader = new CanonicalReader(payload);
        FrameHeader header;
        try { header = FrameHeader.Read(ref reader); }
        // The length that the frame states may be what is damaged.
        catch (CanonicalException) { return null; }
        var head = new Head(header.First - 1, header.Previous);
        for (var i = 0; i < header.Count; i++)
            try { head = Read(ref reader, header.Stream, head).Head; }
            catch (CanonicalException) { return header.First + i; }
        return null;
    }

    private static void Write(CanonicalWriter payload, CanonicalWriter own, SealedEntry entry)
    {
        own.Clear();
        entry.WriteOwnFields(own);
        payload.Bytes(own.Written).Digest(entry.Hash);
        if (entry.Reason is { } reason) payload.Bytes(reason.Salt.Span).Text(reason.Text);
        else payload.Bytes([]).Missing();
    }

    private static SealedEntry Read(ref CanonicalReader reader, StreamId stream, Head head)
    {
        var own = new CanonicalReader(reader.Bytes());
        var (hash, salt, text) = (reader.Digest(), reader.Bytes().ToArray(), reader.TextOrNull());
        if (salt.Length is not (0 or SaltedText.SaltBytes)) throw new CanonicalException("a salt is not 16 bytes");
        var entry = SealedEntry.Read(ref own, stream, head, salt.Length == 0 ? null : new SaltedText(salt, text));
        own.Ends();
        var place = $"{stream} at sequence {entry.Sequence}";
        if (entry.Hash != hash)
            throw new CanonicalException($"{place}: the hash of its content is {entry.Hash}, not {hash} as stored");
        if (text is not null && entry.Reason?.Digest != entry.ReasonDigest)
            throw new CanonicalException($"{place}: the reason's text is not the one that was sealed");
        return entry;
    }
}
