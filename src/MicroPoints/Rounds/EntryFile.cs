using MicroPoints.Streams;

namespace MicroPoints.Rounds;

/// <summary>One stream's entries as a file: each entry's own fields, length-prefixed. Place and hash follow from the order.</summary>
/// <remarks>Reasons of entries stand in it as salted digests only; a meeting's words, which are printed, stand as they are.</remarks>
public static class EntryFile
{
    public static byte[] Write(IReadOnlyList<SealedEntry> entries)
    {
        var file = new CanonicalWriter();
        foreach (var entry in entries)
        {
            var fields = new CanonicalWriter();
            entry.WriteOwnFields(fields);
            file.Bytes(fields.Written);
        }
        return file.ToArray();
    }

    /// <summary>Reads the entries and computes each hash from those before it.</summary>
    public static IReadOnlyList<SealedEntry> Read(StreamId stream, ReadOnlySpan<byte> bytes)
    {
        var entries = new List<SealedEntry>();
        var reader = new CanonicalReader(bytes);
        var head = Head.Empty;
        while (!reader.AtEnd)
        {
            var fields = new CanonicalReader(reader.Bytes());
            entries.Add(SealedEntry.Read(ref fields, stream, head, null));
            fields.Ends();
            head = entries[^1].Head;
        }
        return entries;
    }
}
