using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MicroPoints.Runtime;
using MicroPoints.Streams;

namespace MicroPoints.Orleans;

/// <summary>The log as one activation sees it that answers for one stream: its head, its tail and its ids are at hand.</summary>
/// <remarks>
/// A second activation, which a cluster may have for a moment, makes no fork: the head's ETag is another for one of the two. Until it
/// appends it may answer as the stream stood when it looked last.
/// </remarks>
internal sealed class OwnStreamLog(GrainStorageLog log, StreamId own) : IEventLog
{
    private readonly List<int> _ids = [];
    private StoredStream? _at;

    public async ValueTask<Loaded> Load(StreamId stream, int year, IReadOnlyList<EntryId> named, CancellationToken cancel)
    {
        Invariant.Holds(stream == own, "an activation's log is asked for its own stream");
        _at = null;
        _ids.Clear();
        var at = await StoredStream.Open(log.Store, own);
        var state = StreamStates.For(own);
        await foreach (var entry in at.Read(0, cancel))
        {
            state.Apply(entry);
            _ids.Add(HashOf(entry.Id));
        }
        _at = at;
        return new Loaded(state.Head, state);
    }

    public async ValueTask<IReadOnlyList<SealedEntry>> Find(StreamId stream, IReadOnlyList<EntryId> ids, CancellationToken cancel)
    {
        if (stream != own) return await log.Find(stream, ids, cancel);
        var at = await At(cancel);
        List<SealedEntry> found = [];
        foreach (var id in ids)
        {
            var hash = HashOf(id);
            for (var from = 0; CollectionsMarshal.AsSpan(_ids)[from..].IndexOf(hash) is >= 0 and var place; from += place + 1)
                if (await EntryAt(at, from + place + 1, cancel) is { } entry && entry.Id == id) found.Add(entry);
        }
        return found;
    }

    /// <remarks>After an exception, or where another appended, the stream is read again before anything else.</remarks>
    public async ValueTask<AppendResult> Append(
        StreamId stream, Head expected, IReadOnlyList<SealedEntry> entries, CancellationToken cancel)
    {
        Invariant.Holds(stream == own, "an activation appends to its own stream");
        Appending.Check(stream, expected, entries);
        var at = await At(cancel);
        if (at.At != expected) return new AppendResult.HeadMoved(at.At);
        await log.Prepare(stream, expected, entries, cancel);
        _at = null;
        if (await at.Append(entries) is not { } next)
            return new AppendResult.HeadMoved((await StoredStream.Open(log.Store, own)).At);
        foreach (var entry in entries) _ids.Add(HashOf(entry.Id));
        _at = next;
        return new AppendResult.Appended(next.At);
    }

    public async IAsyncEnumerable<SealedEntry> Read(StreamId stream, long after, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (stream != own)
        {
            await foreach (var entry in log.Read(stream, after, cancel)) yield return entry;
            yield break;
        }
        var at = await At(cancel);
        if (after >= at.At.Sequence) yield break;
        await foreach (var entry in at.Read(after, cancel)) yield return entry;
    }

    public ValueTask<Heads> Cut(RegionCode scope, CancellationToken cancel) => log.Cut(scope, cancel);

    private async ValueTask<StoredStream> At(CancellationToken cancel)
    {
        if (_at is null) await Load(own, 0, [], cancel);
        return _at!;
    }

    private static async ValueTask<SealedEntry?> EntryAt(StoredStream at, long sequence, CancellationToken cancel)
    {
        await foreach (var entry in at.Read(sequence - 1, cancel)) return entry;
        return null;
    }

    /// <summary>Kept in this process alone, and whoever finds one compares the id itself.</summary>
    private static int HashOf(EntryId id) => id.GetHashCode();
}
