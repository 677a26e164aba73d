using MicroPoints.Streams;

namespace MicroPoints.Orleans;

/// <summary>Entries as bytes of a segment or a tail: salt and text of the reason, then the entry's own fields.</summary>
/// <remarks>Hashes are worked out again.</remarks>
internal static class EntryBytes
{
    public static byte[] Write(SealedEntry entry)
    {
        var writer = new CanonicalWriter();
        if (entry.Reason is { } reason) writer.Bytes(reason.Salt.Span).Text(reason.Text);
        else writer.Bytes([]).Missing();
        entry.WriteOwnFields(writer);
        return writer.ToArray();
    }

    /// <summary>The entries after a head, each with the number of its bytes.</summary>
    /// <exception cref="CanonicalException">The bytes are not such entries.</exception>
    public static List<(SealedEntry Entry, int Bytes)> Read(ReadOnlySpan<byte> bytes, StreamId stream, Head after)
    {
        var entries = new List<(SealedEntry, int)>();
        for (var (head, from) = (after, 0); from < bytes.Length;)
        {
            var reader = new CanonicalReader(bytes[from..]);
            var (salt, text) = (reader.Bytes().ToArray(), reader.TextOrNull());
            if (salt.Length is not (0 or SaltedText.SaltBytes)) throw new CanonicalException("a salt is not 16 bytes");
            var entry = SealedEntry.Read(ref reader, stream, head, salt.Length == 0 ? null : new SaltedText(salt, text));
            var length = bytes.Length - from - reader.Left;
            entries.Add((entry, length));
            (head, from) = (entry.Head, from + length);
        }
        return entries;
    }
}
