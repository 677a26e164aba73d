using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using MicroPoints.Runtime;
using MicroPoints.Streams;

namespace MicroPoints.Orleans;

/// <summary>One stream as a read of its head found it; what it says of the past stays true.</summary>
/// <remarks>
/// An append writes the head and nothing else: it holds the entries since the last boundary, and its ETag decides between two that
/// append at once. Entries that fill a segment leave the head at the next append, for a segment named by the hash before its first
/// entry. Only what a head held goes there, so whoever writes a segment writes the same bytes, and one left behind by a process that
/// died between segment and head is the one that the next append would have written.
/// </remarks>
internal sealed class StoredStream
{
    public const string HeadKind = "head", SegmentKind = "segment";

    /// <summary>A segment is full with so many entries, or so many bytes.</summary>
    /// <remarks>
    /// These never change: a stream's segments were cut by them, and one that was left behind without its head must be the one that is
    /// written again.
    /// </remarks>
    private const int SegmentEntries = 32, SegmentBytes = 16 * 1024;

    /// <summary>Boundaries that the head names, so that the segments between them are read at the same time.</summary>
    internal const int BoundariesMax = 64;

    private const int BoundaryBytes = 8 + Digest.Bytes;
    private const int ReadAtOnce = 16;

    private readonly GrainStore _store;
    private readonly string? _etag;
    private readonly IReadOnlyList<(SealedEntry Entry, int Bytes)> _tail;
    private readonly ReadOnlyMemory<byte> _tailBytes;

    private StoredStream(GrainStore store, StreamId stream, string? etag, Head at, IReadOnlyList<Head> boundaries,
        ReadOnlyMemory<byte> tailBytes, IReadOnlyList<(SealedEntry, int)> tail) =>
        (_store, Stream, _etag, At, Boundaries, _tailBytes, _tail) = (store, stream, etag, at, boundaries, tailBytes, tail);

    public StreamId Stream { get; }
    public Head At { get; }

    /// <summary>The last boundaries, oldest first, never none: an empty stream's is its beginning.</summary>
    public IReadOnlyList<Head> Boundaries { get; }

    public static async Task<StoredStream> Open(GrainStore store, StreamId stream)
    {
        var (head, etag) = await store.Read<StoredHead>(HeadKind, stream.ToString());
        if (head.Sequence == 0) return new StoredStream(store, stream, etag, Head.Empty, [Head.Empty], default, []);
        var boundaries = new List<Head>();
        for (var at = 0; at < head.Boundaries.Length; at += BoundaryBytes)
            boundaries.Add(new Head(BinaryPrimitives.ReadInt64BigEndian(head.Boundaries.AsSpan(at)),
                Digest.Read(head.Boundaries.AsSpan(at + 8, Digest.Bytes))));
        var end = new Head(head.Sequence, Digest.Read(head.Hash));
        return new StoredStream(store, stream, etag, end, boundaries, head.Tail, Entries(stream, head.Tail, boundaries[^1], end));
    }

    /// <summary>The entries after a sequence through the head.</summary>
    public async IAsyncEnumerable<SealedEntry> Read(long after, [EnumeratorCancellation] CancellationToken cancel)
    {
        // Before the first boundary that is known, each segment tells only by its end where the next one is.
        var known = Boundaries[0];
        for (var at = Head.Empty; after < known.Sequence && at.Sequence < known.Sequence;)
        {
            cancel.ThrowIfCancellationRequested();
            var entries = await Segment(at, null);
            var end = entries[^1].Head;
            // Only the known boundary tells whether the last of them is as it was written.
            if (end.Sequence >= known.Sequence && end != known) throw Damaged(Stream, at, $"they end at {end}, not at {known}");
            foreach (var entry in entries) if (entry.Sequence > after) yield return entry;
            at = end;
        }
        var first = 0;
        while (first + 1 < Boundaries.Count && Boundaries[first + 1].Sequence <= after) first++;
        for (; first + 1 < Boundaries.Count; first += ReadAtOnce)
        {
            cancel.ThrowIfCancellationRequested();
            var read = await Task.WhenAll(Enumerable.Range(first, Math.Min(ReadAtOnce, Boundaries.Count - 1 - first))
                .Select(i => Segment(Boundaries[i], Boundaries[i + 1])));
            foreach (var entry in read.SelectMany(e => e)) if (entry.Sequence > after) yield return entry;
        }
        foreach (var (entry, _) in _tail) if (entry.Sequence > after) yield return entry;
    }

    /// <summary>Appends to this head; null where the stream's is another by now.</summary>
    /// <exception cref="StoreException">Whether it was appended is unknown.</exception>
    public async Task<StoredStream?> Append(IReadOnlyList<SealedEntry> entries)
    {
        var (boundaries, tail, from) = await Spill();
        var written = entries.Select(EntryBytes.Write).ToList();
        var bytes = new byte[_tailBytes.Length - from + written.Sum(w => w.Length)];
        _tailBytes.Span[from..].CopyTo(bytes);
        var at = _tailBytes.Length - from;
        foreach (var one in written)
        {
            one.CopyTo(bytes, at);
            at += one.Length;
        }
        tail.AddRange(entries.Zip(written, (e, w) => (e, w.Length)));
        var end = entries[^1].Head;
        var head = new StoredHead { Sequence = end.Sequence, Hash = BytesOf(end.Hash), Boundaries = BytesOf(boundaries), Tail = bytes };
        return await _store.Write(HeadKind, Stream.ToString(), head, _etag) is { } etag
            ? new StoredStream(_store, Stream, etag, end, boundaries, bytes, tail) : null;
    }

    /// <summary>Writes what fills segments out of the tail; gives what remains.</summary>
    private async Task<(List<Head> Boundaries, List<(SealedEntry, int)> Tail, int From)> Spill()
    {
        var boundaries = Boundaries.ToList();
        var (first, from) = (0, 0);
        for (var (i, bytes) = (0, 0); i < _tail.Count; i++)
        {
            bytes += _tail[i].Bytes;
            if (i + 1 - first < SegmentEntries && bytes < SegmentBytes) continue;
            var segment = new StoredSegment { Entries = _tailBytes.Slice(from, bytes).ToArray() };
            // Where it is there already it is the same one.
            await _store.Write(SegmentKind, NameOf(boundaries[^1]), segment, null);
            boundaries.Add(_tail[i].Entry.Head);
            (first, from, bytes) = (i + 1, from + bytes, 0);
        }
        if (boundaries.Count > BoundariesMax) boundaries.RemoveRange(0, boundaries.Count - BoundariesMax);
        return (boundaries, [.. _tail.Skip(first)], from);
    }

    private async Task<List<SealedEntry>> Segment(Head after, Head? through)
    {
        var (segment, _) = await _store.Read<StoredSegment>(SegmentKind, NameOf(after));
        return [.. Entries(Stream, segment.Entries, after, through).Select(e => e.Entry)];
    }

    /// <summary>Hashes are worked out from the entries, so bytes that were changed do not end where their successor says.</summary>
    private static List<(SealedEntry Entry, int Bytes)> Entries(StreamId stream, byte[] bytes, Head after, Head? through)
    {
        try
        {
            var entries = EntryBytes.Read(bytes, stream, after);
            if (entries.Count == 0 && through != after) throw new CanonicalException("there are none");
            if (through is { } end && entries.Count > 0 && entries[^1].Entry.Head != end)
                throw new CanonicalException($"they end at {entries[^1].Entry.Head}, not at {end}");
            return entries;
        }
        catch (CanonicalException e) { throw Damaged(stream, after, e.Message, e); }
    }

    private static StoreException Damaged(StreamId stream, Head after, string what, Exception? inner = null) =>
        new($"grain storage is damaged: the entries of {stream} after {after}: {what}", inner);

    private string NameOf(Head after) => $"{Stream}@{after.Hash}";

    private static byte[] BytesOf(Digest digest)
    {
        var bytes = new byte[Digest.Bytes];
        digest.Write(bytes);
        return bytes;
    }

    private static byte[] BytesOf(List<Head> boundaries)
    {
        var bytes = new byte[boundaries.Count * BoundaryBytes];
        for (var i = 0; i < boundaries.Count; i++)
        {
            BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(i * BoundaryBytes), boundaries[i].Sequence);
            boundaries[i].Hash.Write(bytes.AsSpan(i * BoundaryBytes + 8, Digest.Bytes));
        }
        return bytes;
    }
}
