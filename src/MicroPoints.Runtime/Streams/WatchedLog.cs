using System.Runtime.CompilerServices;
using MicroPoints.Streams;

namespace MicroPoints.Runtime;

/// <summary>A log that counts and tells what goes through it, so that whoever keeps an answer knows when to work it out again.</summary>
public sealed class WatchedLog(IEventLog log) : IEventLog
{
    private readonly long[] _changesOf = new long[Enum.GetValues<StreamType>().Max(t => (int)t) + 1];
    private long _changes;

    /// <summary>The log itself where other processes append to it as well; null where they cannot.</summary>
    public ISharedLog? Shared => log as ISharedLog;

    /// <summary>
    /// How many appends there were. An append counts before its caller is answered, so an answer worked out at a count
    /// holds all that was acknowledged by then, and stays right while the count stays.
    /// </summary>
    public long Changes => Interlocked.Read(ref _changes);

    /// <summary>The same of one type of stream.</summary>
    public long ChangesOf(StreamType type) => Interlocked.Read(ref _changesOf[(int)type]);

    /// <summary>Counts what another process appended to a stream of a type, once it is in force here.</summary>
    public void CountOthers(StreamType type)
    {
        Interlocked.Increment(ref _changesOf[(int)type]);
        Interlocked.Increment(ref _changes);
    }

    /// <summary>Counts that anything may have been appended by others: what was worked out before is old, whatever it was.</summary>
    public void CountTurn() => Interlocked.Increment(ref _changes);

    /// <summary>
    /// Told of every stream that was or may have been appended to, before the append's caller is answered and on its
    /// thread: a listener only takes a note, and does not throw.
    /// </summary>
    public event Action<StreamId>? Appended;

    public ValueTask<Loaded> Load(StreamId stream, int year, IReadOnlyList<EntryId> named, CancellationToken cancel) =>
        log.Load(stream, year, named, cancel);

    public ValueTask<IReadOnlyList<SealedEntry>> Find(
        StreamId stream, IReadOnlyList<EntryId> ids, CancellationToken cancel) => log.Find(stream, ids, cancel);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<AppendResult> Append(
        StreamId stream, Head expected, IReadOnlyList<SealedEntry> entries, CancellationToken cancel)
    {
        try { return await log.Append(stream, expected, entries, cancel); }
        // Whatever it came to: after a failure nobody knows, and working out an answer once more harms nobody.
        finally
        {
            Interlocked.Increment(ref _changesOf[(int)stream.Type]);
            Interlocked.Increment(ref _changes);
            Appended?.Invoke(stream);
        }
    }

    public IAsyncEnumerable<SealedEntry> Read(StreamId stream, long after, CancellationToken cancel) =>
        log.Read(stream, after, cancel);

    public ValueTask<Heads> Cut(RegionCode scope, CancellationToken cancel) => log.Cut(scope, cancel);

    public ValueTask<Heads> Cut(RegionCode scope, StreamType type, CancellationToken cancel) => log.Cut(scope, type, cancel);
}
