using System.Runtime.CompilerServices;
using MicroPoints.Streams;

namespace MicroPoints.Runtime.Tests.Streams;

/// <summary>A log in memory that two workspaces take for one that another process appends to; it can be made unreachable.</summary>
internal sealed class SharedMemoryLog : ISharedLog
{
    private readonly MemoryEventLog _log = new();
    private readonly List<StreamId> _changed = [];

    public bool IsUnreachable { get; set; }

    /// <summary>Comes between a writer's judgement and its append.</summary>
    public Func<StreamId, ValueTask>? BeforeAppend { get; set; }

    /// <summary>Comes between what was read and whoever reads it to the end.</summary>
    public Func<ValueTask>? AfterRead { get; set; }

    public ValueTask<SharedChanges> ChangesAfter(long mark, CancellationToken cancel)
    {
        Reach();
        lock (_changed) return new(new SharedChanges(_changed.Count, [.. _changed.Skip((int)mark)]));
    }

    public async ValueTask<AppendResult> Append(
        StreamId stream, Head expected, IReadOnlyList<SealedEntry> entries, CancellationToken cancel)
    {
        Reach();
        if (BeforeAppend is { } before) await before(stream);
        var result = await _log.Append(stream, expected, entries, cancel);
        if (result is AppendResult.Appended && stream.Type != StreamType.Chamber)
            lock (_changed) _changed.Add(stream);
        return result;
    }

    public ValueTask<Loaded> Load(StreamId stream, int year, IReadOnlyList<EntryId> named, CancellationToken cancel) =>
        Reach().Load(stream, year, named, cancel);

    public ValueTask<IReadOnlyList<SealedEntry>> Find(StreamId stream, IReadOnlyList<EntryId> ids, CancellationToken cancel) =>
        Reach().Find(stream, ids, cancel);

    public async IAsyncEnumerable<SealedEntry> Read(
        StreamId stream, long after, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var entry in Reach().Read(stream, after, cancel)) yield return entry;
        if (AfterRead is { } then) await then();
    }

    public ValueTask<Heads> Cut(RegionCode scope, CancellationToken cancel) => Reach().Cut(scope, cancel);

    private MemoryEventLog Reach() =>
        IsUnreachable ? throw new StoreException("the other machine does not answer: try again") : _log;
}
