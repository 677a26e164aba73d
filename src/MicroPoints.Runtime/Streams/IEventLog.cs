using MicroPoints.Streams;

namespace MicroPoints.Runtime;

/// <summary>One log for every stream, each gap-free and chained. No transaction reaches over two streams.</summary>
public interface IEventLog
{
    /// <summary>Folds a stream; at least what a command on facts of a year needs, and the entries it names.</summary>
    /// <remarks>
    /// The state may be partial: of its entries it then holds the named ones at most. Whoever needs all asks for
    /// <see cref="WholeStreams.LoadWhole"/>.
    /// </remarks>
    ValueTask<Loaded> Load(StreamId stream, int year, IReadOnlyList<EntryId> named, CancellationToken cancel);

    /// <summary>The entries of a stream that bear one of some ids, in no order; ids it does not know are left out.</summary>
    ValueTask<IReadOnlyList<SealedEntry>> Find(StreamId stream, IReadOnlyList<EntryId> ids, CancellationToken cancel);

    /// <summary>Appends entries that continue the expected head, all or none; done when durable.</summary>
    /// <remarks>
    /// After any exception the result is unknown: load the stream again. Cancelling stops only what was not sent yet.
    /// </remarks>
    ValueTask<AppendResult> Append(
        StreamId stream, Head expected, IReadOnlyList<SealedEntry> entries, CancellationToken cancel);

    /// <summary>Reads a stream's entries after a sequence, through the head it has when the reading begins.</summary>
    IAsyncEnumerable<SealedEntry> Read(StreamId stream, long after, CancellationToken cancel);

    /// <summary>The heads of the streams in a scope; covers all that was acknowledged before the call.</summary>
    /// <remarks>
    /// A region's scope is its chambers and regions (see <see cref="StreamScope"/>); the whole country's is every
    /// stream.
    /// </remarks>
    ValueTask<Heads> Cut(RegionCode scope, CancellationToken cancel);

    /// <summary>The same for the streams of one type, which a store may find without looking at all others.</summary>
    async ValueTask<Heads> Cut(RegionCode scope, StreamType type, CancellationToken cancel) => (await Cut(scope, cancel)).Of(type);
}

/// <summary>A stream as it stands.</summary>
/// <param name="State">A fresh fold that belongs to the caller; an empty one for a stream without entries.</param>
public sealed record Loaded(Head Head, StreamState State);

/// <summary>What an append came to.</summary>
public abstract record AppendResult
{
    private AppendResult() { }

    /// <summary>The entries are durable.</summary>
    public sealed record Appended(Head Head) : AppendResult;

    /// <summary>Nothing was appended: the stream ends elsewhere.</summary>
    public sealed record HeadMoved(Head Actual) : AppendResult;
}
