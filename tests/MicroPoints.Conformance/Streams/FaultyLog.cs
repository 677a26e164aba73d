namespace MicroPoints.Conformance;

/// <summary>
/// A log whose nth append fails once, before or after the entries are durable, as a crash would have it.
/// </summary>
public sealed class FaultyLog(IEventLog log, int failing, bool afterAppend) : IEventLog
{
    private int _appends;

    public ValueTask<Loaded> Load(StreamId stream, int year, IReadOnlyList<EntryId> named, CancellationToken cancel) =>
        log.Load(stream, year, named, cancel);

    public async ValueTask<AppendResult> Append(
        StreamId stream, Head expected, IReadOnlyList<SealedEntry> entries, CancellationToken cancel)
    {
        var fails = Interlocked.Increment(ref _appends) == failing;
        if (fails && !afterAppend) throw new AppendUnknownException("the answer was lost, and so was the append");
        var result = await log.Append(stream, expected, entries, cancel);
        return fails ? throw new AppendUnknownException("the answer was lost on the way back") : result;
    }

    public ValueTask<IReadOnlyList<SealedEntry>> Find(
        StreamId stream, IReadOnlyList<EntryId> ids, CancellationToken cancel) => log.Find(stream, ids, cancel);

    public IAsyncEnumerable<SealedEntry> Read(StreamId stream, long after, CancellationToken cancel) =>
        log.Read(stream, after, cancel);

    public ValueTask<Heads> Cut(RegionCode scope, CancellationToken cancel) => log.Cut(scope, cancel);
}
