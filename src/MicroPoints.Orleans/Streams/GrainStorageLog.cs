using System.Runtime.CompilerServices;
using MicroPoints.Runtime;
using MicroPoints.Streams;

namespace MicroPoints.Orleans;

/// <summary>A log in any Orleans grain storage, for all processes that reach it. It keeps nothing in memory: every call reads.</summary>
public sealed class GrainStorageLog(GrainStore store, TimeProvider clock) : ISharedLog
{
    private const string ChangesKind = "changes", ChangesName = "shared";
    private const int ChangesMax = 256;

    /// <summary>How long others look for what was announced; what takes a third of it is announced again once it is durable.</summary>
    private static readonly TimeSpan Announced = TimeSpan.FromMinutes(1);

    private readonly StreamNames _names = new(store);

    internal GrainStore Store => store;

    /// <summary>The county that a chamber stands in, where this process has seen its name.</summary>
    internal string? CountyOf(ChamberId chamber) => _names.CountyOf(MicroPoints.StreamId.Of(chamber));

    public async ValueTask<Loaded> Load(StreamId stream, int year, IReadOnlyList<EntryId> named, CancellationToken cancel)
    {
        var state = StreamStates.For(stream);
        await foreach (var entry in Read(stream, 0, cancel)) state.Apply(entry);
        return new Loaded(state.Head, state);
    }

    public async ValueTask<IReadOnlyList<SealedEntry>> Find(StreamId stream, IReadOnlyList<EntryId> ids, CancellationToken cancel)
    {
        var (found, sought) = (new List<SealedEntry>(), ids.ToHashSet());
        await foreach (var entry in Read(stream, 0, cancel)) if (sought.Contains(entry.Id)) found.Add(entry);
        return found;
    }

    public async ValueTask<AppendResult> Append(
        StreamId stream, Head expected, IReadOnlyList<SealedEntry> entries, CancellationToken cancel)
    {
        Appending.Check(stream, expected, entries);
        var at = await StoredStream.Open(store, stream);
        if (at.At != expected) return new AppendResult.HeadMoved(at.At);
        await Prepare(stream, expected, entries, cancel);
        var began = clock.GetTimestamp();
        if (await at.Append(entries) is not { } next) return new AppendResult.HeadMoved((await StoredStream.Open(store, stream)).At);
        // So slow an append may become durable after others have stopped to look for it.
        if (clock.GetElapsedTime(began) > Announced / 3) await Announce(stream, cancel);
        return new AppendResult.Appended(next.At);
    }

    public async IAsyncEnumerable<SealedEntry> Read(StreamId stream, long after, [EnumeratorCancellation] CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        await foreach (var entry in (await StoredStream.Open(store, stream)).Read(after, cancel)) yield return entry;
    }

    public async ValueTask<Heads> Cut(RegionCode scope, CancellationToken cancel)
    {
        var heads = new List<StreamHead>();
        foreach (var type in Enum.GetValues<StreamType>()) heads.AddRange(await Cut(scope, type, cancel));
        return Heads.Of(heads);
    }

    public async ValueTask<Heads> Cut(RegionCode scope, StreamType type, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var names = await _names.In(scope, type);
        var heads = await Throttled.Select(names, async stream => new StreamHead(stream, (await StoredStream.Open(store, stream)).At));
        return Heads.Of(heads.Where(h => h.Head.Sequence > 0));
    }

    public async ValueTask<SharedChanges> ChangesAfter(long mark, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var (changes, _) = await store.Read<StoredChanges>(ChangesKind, ChangesName);
        if (mark < changes.Mark - changes.Streams.Count)
        {
            var streams = new List<StreamId>();
            foreach (var type in Enum.GetValues<StreamType>().Where(t => t != StreamType.Chamber))
                streams.AddRange(await _names.In(RegionCode.Nation, type));
            return new SharedChanges(changes.Mark, streams);
        }
        // An announced append may become durable only after an earlier turn looked for it, so it is told of for a while.
        var since = (clock.GetUtcNow() - Announced).UtcTicks;
        return new SharedChanges(changes.Mark, [.. changes.Streams
            .Where((_, i) => changes.Mark - changes.Streams.Count + i + 1 > mark || changes.Instants[i] > since)
            .Distinct().Select(StreamId.Parse)]);
    }

    /// <summary>What must be known to others before an append may become durable.</summary>
    internal async Task Prepare(StreamId stream, Head expected, IReadOnlyList<SealedEntry> entries, CancellationToken cancel)
    {
        if (expected.Sequence == 0) await _names.Add(stream, StreamScope.Of(entries[0]), cancel);
        if (stream.Type != StreamType.Chamber) await Announce(stream, cancel);
    }

    private Task Announce(StreamId stream, CancellationToken cancel) =>
        store.Change<StoredChanges>(ChangesKind, ChangesName, c => Added(c, stream), cancel);

    private StoredChanges Added(StoredChanges known, StreamId stream) => new()
    {
        Mark = known.Mark + 1,
        Streams = [.. known.Streams.TakeLast(ChangesMax - 1), stream.ToString()],
        Instants = [.. known.Instants.TakeLast(ChangesMax - 1), clock.GetUtcNow().UtcTicks],
    };
}
