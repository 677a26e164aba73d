using System.Threading.Tasks.Sources;
using MicroPoints.Runtime;
using MicroPoints.Streams;

namespace MicroPoints.Store.Embedded;

/// <summary>An append that waits for the writer, encoded by its caller, who is answered on another thread.</summary>
internal sealed class PendingAppend : IValueTaskSource<AppendResult>
{
    private ManualResetValueTaskSourceCore<AppendResult> _result = new() { RunContinuationsAsynchronously = true };

    private bool _answered;

    public PendingAppend(StreamId stream, Head expected, IReadOnlyList<SealedEntry> entries)
    {
        (Stream, Expected, After) = (stream, expected, entries[^1].Head);
        Region = expected.Sequence == 0 ? StreamScope.Of(entries[0]) : RegionCode.Nation;
        Frame = Embedded.Frame.Encode(entries);
        Ids = new ulong[entries.Count];
        for (var i = 0; i < Ids.Length; i++) Ids[i] = EntryHash.Of(entries[i].Id);
    }

    public StreamId Stream { get; }
    public Head Expected { get; }
    public Head After { get; }
    public RegionCode Region { get; }
    public byte[] Frame { get; }
    public ulong[] Ids { get; }

    /// <summary>What the writer found of the stream.</summary>
    public StreamRecord? Record { get; set; }

    /// <summary>To be awaited once.</summary>
    public ValueTask<AppendResult> Result => new(this, _result.Version);

    /// <summary>Where the frame lies once it is durable.</summary>
    public FramePlace PlaceAt(Place place) =>
        new(Expected.Sequence + 1, Frame.Length - Embedded.Frame.PrefixBytes, place);

    public void Answer(AppendResult result)
    {
        if (!_answered) _result.SetResult(result);
        _answered = true;
    }

    public void Fail(StoreException why)
    {
        if (!_answered) _result.SetException(why);
        _answered = true;
    }

    AppendResult IValueTaskSource<AppendResult>.GetResult(short token) => _result.GetResult(token);
    ValueTaskSourceStatus IValueTaskSource<AppendResult>.GetStatus(short token) => _result.GetStatus(token);

    void IValueTaskSource<AppendResult>.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _result.OnCompleted(continuation, state, token, flags);
}
