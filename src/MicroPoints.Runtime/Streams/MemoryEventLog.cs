using MicroPoints.Streams;

namespace MicroPoints.Runtime;

/// <summary>A log that forgets with its process: for tests and rehearsals.</summary>
public sealed class MemoryEventLog : IEventLog
{
    private readonly Lock _gate = new();
    private readonly Dictionary<StreamId, List<SealedEntry>> _streams = [];

    public ValueTask<Loaded> Load(StreamId stream, int year, IReadOnlyList<EntryId> named, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var state = StreamStates.For(stream);
        foreach (var entry in EntriesOf(stream, 0)) state.Apply(entry);
        return new(new Loaded(state.Head, state));
    }

    public ValueTask<IReadOnlyList<SealedEntry>> Find(
        StreamId stream, IReadOnlyList<EntryId> ids, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return new([.. EntriesOf(stream, 0).Where(e => ids.Contains(e.Id))]);
    }

    public ValueTask<AppendResult> Append(
        StreamId stream, Head expected, IReadOnlyList<SealedEntry> entries, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        Appending.Check(stream, expected, entries);
        lock (_gate)
        {
            var known = _streams.GetValueOrDefault(stream);
            var head = known is [.., var last] ? last.Head : Head.Empty;
            if (head != expected) return new(new AppendResult.HeadMoved(head));
            if (known is null) _streams[stream] = known = [];
            known.AddRange(entries);
        }
        return new(new AppendResult.Appended(entries[^1].Head));
    }

    public IAsyncEnumerable<SealedEntry> Read(StreamId stream, long after, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return EntriesOf(stream, after).ToAsyncEnumerable();
    }

    public ValueTask<Heads> Cut(RegionCode scope, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        lock (_gate)
            return new(Heads.Of(_streams.Where(s => StreamScope.Covers(scope, StreamScope.Of(s.Value[0])))
                .Select(s => new StreamHead(s.Key, s.Value[^1].Head))));
    }

    private List<SealedEntry> EntriesOf(StreamId stream, long after)
    {
        lock (_gate)
            return _streams.TryGetValue(stream, out var entries) && after < entries.Count
                ? entries[(int)Math.Max(after, 0)..]
                : [];
    }
}
