namespace MicroPoints.Simulation.Tests;

/// <summary>A log that is as it should be, for others to break in one place each.</summary>
internal abstract class ThroughLog(IEventLog log) : IEventLog
{
    protected IEventLog Inner { get; } = log;

    public virtual ValueTask<Loaded> Load(StreamId stream, int year, IReadOnlyList<EntryId> named, CancellationToken cancel) =>
        Inner.Load(stream, year, named, cancel);

    public virtual ValueTask<IReadOnlyList<SealedEntry>> Find(
        StreamId stream, IReadOnlyList<EntryId> ids, CancellationToken cancel) => Inner.Find(stream, ids, cancel);

    public virtual IAsyncEnumerable<SealedEntry> Read(StreamId stream, long after, CancellationToken cancel) =>
        Inner.Read(stream, after, cancel);

    public virtual ValueTask<Heads> Cut(RegionCode scope, CancellationToken cancel) => Inner.Cut(scope, cancel);

    public virtual ValueTask<AppendResult> Append(
        StreamId stream, Head expected, IReadOnlyList<SealedEntry> entries, CancellationToken cancel) =>
        Inner.Append(stream, expected, entries, cancel);
}

/// <summary>Appends every activity a second time, under the next sequence.</summary>
internal sealed class DoublingLog(IEventLog log) : ThroughLog(log)
{
    public override async ValueTask<AppendResult> Append(
        StreamId stream, Head expected, IReadOnlyList<SealedEntry> entries, CancellationToken cancel)
    {
        var result = await Inner.Append(stream, expected, entries, cancel);
        if (result is AppendResult.Appended && entries is [{ Body: ActivityRecorded } entry])
            await Inner.Append(stream, entry.Head, [Again(entry)], cancel);
        return result;
    }

    private static SealedEntry Again(SealedEntry entry) => SealedEntry.Seal(entry.Stream, entry.Head,
        new Draft(entry.Id, entry.By, entry.At, entry.Rules, entry.Body, entry.Reason));
}

/// <summary>Says that a reversal is appended, and forgets it.</summary>
internal sealed class ForgettingLog(IEventLog log) : ThroughLog(log)
{
    public override ValueTask<AppendResult> Append(
        StreamId stream, Head expected, IReadOnlyList<SealedEntry> entries, CancellationToken cancel) =>
        entries is [{ Body: ActivityReversed }]
            ? new(new AppendResult.Appended(entries[0].Head)) : base.Append(stream, expected, entries, cancel);
}

/// <summary>Writes another count than the one that was sent, in a chain that holds.</summary>
internal sealed class FalsifyingLog(IEventLog log) : ThroughLog(log)
{
    public override async ValueTask<AppendResult> Append(
        StreamId stream, Head expected, IReadOnlyList<SealedEntry> entries, CancellationToken cancel)
    {
        if (entries is not [{ Body: ActivityRecorded { Fact.Measured: Measured.Count count } body } entry])
            return await base.Append(stream, expected, entries, cancel);
        var other = body with { Fact = body.Fact with { Measured = new Measured.Count(count.Times + 1) } };
        var draft = new Draft(entry.Id, entry.By, entry.At, entry.Rules, other, entry.Reason);
        var result = await base.Append(stream, expected, [SealedEntry.Seal(stream, expected, draft)], cancel);
        return result is AppendResult.Appended ? new AppendResult.Appended(entry.Head) : result;
    }
}

/// <summary>Shows the stream that went on last without its last entry, once its process has started again.</summary>
internal sealed class LosingLog(IEventLog log, LosingLog.Memory memory) : ThroughLog(log)
{
    /// <summary>What outlives the process.</summary>
    public sealed class Memory
    {
        public StreamId? Last { get; set; }
        public int Processes { get; set; }
    }

    private readonly StreamId? _loses = memory.Processes++ > 0 ? memory.Last : null;

    public override async ValueTask<AppendResult> Append(
        StreamId stream, Head expected, IReadOnlyList<SealedEntry> entries, CancellationToken cancel)
    {
        var result = await base.Append(stream, expected, entries, cancel);
        if (result is AppendResult.Appended && expected.Sequence > 1) memory.Last = stream;
        return result;
    }

    public override async ValueTask<Heads> Cut(RegionCode scope, CancellationToken cancel)
    {
        var heads = new List<StreamHead>();
        foreach (var head in await Inner.Cut(scope, cancel))
            heads.Add(head.Stream == _loses ? head with { Head = (await Kept(head.Stream, cancel))[^1].Head } : head);
        return Heads.Of(heads);
    }

    public override IAsyncEnumerable<SealedEntry> Read(StreamId stream, long after, CancellationToken cancel) =>
        stream == _loses ? Kept(stream, cancel).AsTask().GetAwaiter().GetResult().Where(e => e.Sequence > after).ToAsyncEnumerable()
            : base.Read(stream, after, cancel);

    private async ValueTask<List<SealedEntry>> Kept(StreamId stream, CancellationToken cancel)
    {
        var entries = await Inner.Read(stream, 0, cancel).ToListAsync(cancel);
        return entries[..^1];
    }
}
