using System.Diagnostics;
using System.Threading.Tasks.Sources;
using MicroPoints.Runtime;
using MicroPoints.Streams;

namespace MicroPoints.Store.Postgres;

/// <summary>An append that waits for a writer, encoded by its caller, who is answered on another thread.</summary>
internal sealed class PendingAppend : IValueTaskSource<AppendResult>
{
    private ManualResetValueTaskSourceCore<AppendResult> _result = new() { RunContinuationsAsynchronously = true };
    private bool _answered;

    public PendingAppend(Head expected, IReadOnlyList<SealedEntry> entries, CancellationToken cancel)
    {
        (Stream, Expected, Entries, Cancel) = (entries[0].Stream, expected, entries, cancel);
        Rows = [.. entries.Select(EntryRow.Of)];
        Bytes = Rows.Sum(r => r.Bytes.Length);
    }

    public StreamId Stream { get; }
    public Head Expected { get; }
    public IReadOnlyList<SealedEntry> Entries { get; }
    public IReadOnlyList<EntryRow> Rows { get; }
    public int Bytes { get; }
    public CancellationToken Cancel { get; }
    public long Since { get; } = Stopwatch.GetTimestamp();
    public Head After => Entries[^1].Head;

    /// <summary>To be awaited once.</summary>
    public ValueTask<AppendResult> Result => new(this, _result.Version);

    public void Answer(AppendResult result)
    {
        if (!_answered) _result.SetResult(result);
        _answered = true;
    }

    public void Fail(Exception why)
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
