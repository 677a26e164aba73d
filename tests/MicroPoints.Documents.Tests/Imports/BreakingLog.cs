using MicroPoints.Runtime;
using MicroPoints.Streams;

namespace MicroPoints.Documents.Tests.Imports;

/// <summary>A log that a test lets break, as a power cut would, before or after an append is durable.</summary>
internal sealed class BreakingLog(IEventLog inner) : IEventLog
{
    /// <summary>Appends that still succeed; null for all.</summary>
    public int? Left { get; set; }

    /// <summary>Whether the append that breaks is durable all the same.</summary>
    public bool IsDurable { get; set; }

    public int Appends { get; private set; }

    /// <summary>Runs once, when an import has planned and is about to begin.</summary>
    public Func<Task>? Meanwhile { get; set; }

    public ValueTask<Loaded> Load(StreamId stream, int year, IReadOnlyList<EntryId> named, CancellationToken cancel) =>
        inner.Load(stream, year, named, cancel);

    public ValueTask<IReadOnlyList<SealedEntry>> Find(StreamId stream, IReadOnlyList<EntryId> ids, CancellationToken cancel) =>
        inner.Find(stream, ids, cancel);

    public async ValueTask<AppendResult> Append(
        StreamId stream, Head expected, IReadOnlyList<SealedEntry> entries, CancellationToken cancel)
    {
        if (Left is { } left && (Left = left - 1) < 0)
        {
            if (IsDurable) await inner.Append(stream, expected, entries, cancel);
            throw new StoreException("the power is gone");
        }
        Appends++;
        if (stream.Type == StreamType.Import && Meanwhile is { } meanwhile)
        {
            Meanwhile = null;
            await meanwhile();
        }
        return await inner.Append(stream, expected, entries, cancel);
    }

    public IAsyncEnumerable<SealedEntry> Read(StreamId stream, long after, CancellationToken cancel) => inner.Read(stream, after, cancel);

    public ValueTask<Heads> Cut(RegionCode scope, CancellationToken cancel) => inner.Cut(scope, cancel);
}
