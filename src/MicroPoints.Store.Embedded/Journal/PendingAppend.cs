using MicroPoints.Runtime;
using MicroPoints.Streams;

namespace MicroPoints.Store.Embedded;

/// <summary>An append that waits for the writer, encoded by its caller.</summary>
internal sealed class PendingAppend(StreamId stream, Head expected, IReadOnlyList<SealedEntry> entries)
{
    private readonly TaskCompletionSource<AppendResult> _result =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    public StreamId Stream { get; } = stream;
    public Head Expected { get; } = expected;
    public Head After { get; } = entries[^1].Head;
    public RegionCode Region { get; } = expected.Sequence == 0 ? StreamScope.Of(entries[0]) : RegionCode.Nation;
    public byte[] Frame { get; } = Embedded.Frame.Encode(entries);
    public Task<AppendResult> Result => _result.Task;

    /// <summary>Where the frame lies once it is durable.</summary>
    public FramePlace PlaceAt(long offset) =>
        new(Expected.Sequence + 1, offset, Frame.Length - Embedded.Frame.PrefixBytes);

    public void Answer(AppendResult result) => _result.TrySetResult(result);
    public void Fail(StoreException why) => _result.TrySetException(why);
}
