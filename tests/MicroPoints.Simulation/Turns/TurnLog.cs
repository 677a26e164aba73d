namespace MicroPoints.Simulation;

/// <summary>A log whose appends are answered when the simulation says so.</summary>
internal sealed class TurnLog(IEventLog log, Turnstile turnstile) : IEventLog
{
    private sealed record Sent(ValueTask<AppendResult> Inner, TaskCompletionSource<AppendResult> Answer);

    private readonly List<Sent> _sent = [];

    /// <summary>The process ends between an append and its answer: whatever was sent is never answered.</summary>
    public bool HasEnded { get; private set; }

    public ValueTask<Loaded> Load(StreamId stream, int year, IReadOnlyList<EntryId> named, CancellationToken cancel) =>
        log.Load(stream, year, named, cancel);

    public ValueTask<IReadOnlyList<SealedEntry>> Find(
        StreamId stream, IReadOnlyList<EntryId> ids, CancellationToken cancel) => log.Find(stream, ids, cancel);

    public IAsyncEnumerable<SealedEntry> Read(StreamId stream, long after, CancellationToken cancel) =>
        log.Read(stream, after, cancel);

    public ValueTask<Heads> Cut(RegionCode scope, CancellationToken cancel) => log.Cut(scope, cancel);

    public ValueTask<AppendResult> Append(
        StreamId stream, Head expected, IReadOnlyList<SealedEntry> entries, CancellationToken cancel)
    {
        if (HasEnded) throw Ended();
        var answer = new TaskCompletionSource<AppendResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        _sent.Add(new Sent(log.Append(stream, expected, entries, cancel), answer));
        Settle();
        return new ValueTask<AppendResult>(answer.Task);
    }

    /// <summary>Waits until the writer stands before a group, or has answered all.</summary>
    public void Settle() => turnstile.Settle(() => _sent.TrueForAll(s => s.Inner.IsCompleted));

    /// <summary>Hands over the answers that there are; those of a process that ended are lost.</summary>
    /// <returns>Whether anybody was answered.</returns>
    public bool Answer()
    {
        var done = _sent.Where(s => HasEnded || s.Inner.IsCompleted).ToList();
        foreach (var sent in done)
        {
            _sent.Remove(sent);
            if (HasEnded) sent.Answer.SetException(Ended());
            else
                try { sent.Answer.SetResult(sent.Inner.GetAwaiter().GetResult()); }
                catch (StoreException e) { sent.Answer.SetException(e); }
        }
        return done.Count > 0;
    }

    public void End() => HasEnded = true;

    private static AppendUnknownException Ended() => new("the process ended before it answered");
}
