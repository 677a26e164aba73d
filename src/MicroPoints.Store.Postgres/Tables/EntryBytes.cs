using MicroPoints.Streams;

namespace MicroPoints.Store.Postgres;

/// <summary>
/// One entry as bytes: previous hash, its own fields as one field, its hash, its reason's salt (empty without a reason) and
/// its reason's text (missing once erased); each length-prefixed.
/// </summary>
internal static class EntryBytes
{
    [ThreadStatic] private static (CanonicalWriter Row, CanonicalWriter Own)? _writers;

    public static byte[] Of(SealedEntry entry)
    {
        var (row, own) = _writers ??= (new CanonicalWriter(), new CanonicalWriter());
        row.Clear();
        own.Clear();
        entry.WriteOwnFields(own);
        row.Digest(entry.Previous).Bytes(own.Written).Digest(entry.Hash);
        if (entry.Reason is { } reason) row.Bytes(reason.Salt.Span).Text(reason.Text);
        else row.Bytes([]).Missing();
        return row.Written.ToArray();
    }

    /// <summary>Reads an entry at its place, computing its hash anew.</summary>
    /// <exception cref="CanonicalException">It is not the entry that was sealed there.</exception>
    public static SealedEntry Read(StreamId stream, long sequence, byte[] bytes)
    {
        var reader = new CanonicalReader(bytes);
        var previous = reader.Digest();
        var own = new CanonicalReader(reader.Bytes());
        var (hash, salt, text) = (reader.Digest(), reader.Bytes().ToArray(), reader.TextOrNull());
        reader.Ends();
        if (salt.Length is not (0 or SaltedText.SaltBytes)) throw new CanonicalException("a salt is not 16 bytes");
        var entry = SealedEntry.Read(ref own, stream, new Head(sequence - 1, previous),
            salt.Length == 0 ? null : new SaltedText(salt, text));
        own.Ends();
        if (entry.Hash != hash)
            throw new CanonicalException($"the hash of its content is {entry.Hash}, not {hash} as stored");
        if (text is not null && entry.Reason?.Digest != entry.ReasonDigest)
            throw new CanonicalException("the reason's text is not the one that was sealed");
        return entry;
    }
}
