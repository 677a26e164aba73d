using MicroPoints.Ledger;
using MicroPoints.Runtime;

namespace MicroPoints.Store.Embedded;

/// <summary>Decides when a checkpoint is worth writing and writes it, beside the writer or after it.</summary>
internal sealed class Checkpointing(DataDirectory directory, SegmentFiles files, OpenedJournal opened,
    JournalReader reader, JournalOptions options)
{
    /// <summary>Entries behind a kept state that the first use of a chamber may fold; a running writer is not slowed for fewer.</summary>
    private const long FoldedAtFirstUseMax = 16_384;

    /// <summary>Entries that closing folds at most, so that it takes seconds even after years without a checkpoint.</summary>
    private const long FoldedAtCloseMax = 1_000_000;

    /// <summary>Reading so much of the journal anew costs less than writing the whole checkpoint again.</summary>
    private const long WorthWritingPart = 64;

    private Task _running = Task.CompletedTask;
    private Place _covered = opened.Covered;
    private Place? _wholeAt;
    private CancellationTokenSource? _ending = new();

    /// <summary>Why the last checkpoint could not be written beside the writer; the journal itself is not concerned.</summary>
    public string? Failure { get; private set; }

    /// <summary>Asked by the writer after each group.</summary>
    public bool IsDue(Place end) => Between(_covered, end) >= options.CheckpointEveryBytes && _running.IsCompleted;

    /// <summary>Begins writing what the writer captured.</summary>
    public void Begin(Captured captured)
    {
        _covered = captured.End;
        var cancel = _ending?.Token ?? new CancellationToken(canceled: true);
        _running = Task.Run(() => Try(captured, cancel), CancellationToken.None);
    }

    /// <summary>Ends what runs, and writes all once more, with states, unless that is hardly more than what there is.</summary>
    public async Task Close(Captured captured)
    {
        if (_ending is { } ending) await ending.CancelAsync();
        await _running;
        _ending?.Dispose();
        _ending = null;
        var checkpoint = opened.Checkpoint;
        var isWorth = checkpoint is null || Between(opened.Covered, captured.End) * WorthWritingPart > checkpoint.Length;
        if (captured.Streams.Length > 0 && captured.End != _wholeAt && isWorth)
            WriteLast(captured, checkpoint);
        WriteHeads(captured);
    }

    private void WriteLast(Captured captured, CheckpointFile? checkpoint)
    {
        try { Write(captured, FoldedWithin(FoldedAtCloseMax), whenWritten: () => checkpoint?.Dispose()); }
        catch (CheckpointDamagedException e)
        {
            // The older checkpoint is damaged. Without it the next opening reads the journal, which has everything.
            Failure = e.Message;
            checkpoint?.Dispose();
            options.Disk.Delete(directory.Checkpoint);
        }
    }

    /// <summary>Writes a checkpoint with every state, folded elsewhere.</summary>
    public void Write(Captured captured, Func<CapturedStream, FoldedState?> states)
    {
        Write(captured, states, whenWritten: null);
        _wholeAt = captured.End;
    }

    private void Write(Captured captured, Func<CapturedStream, FoldedState?> states, Action? whenWritten)
    {
        var lengths = Enumerable.Range(1, captured.End.Segment - 1).Select(files.Length).Append(captured.End.Offset);
        var covered = new Covered(opened.Header, captured.Last, captured.End, [.. lengths]);
        options.Disk.MakeLasting(directory.Derived);
        options.Disk.Replace(directory.Checkpoint, file =>
        {
            new CheckpointWriter(opened.Checkpoint, states).Write(file, covered, captured);
            // Not every system replaces a file that is open.
            whenWritten?.Invoke();
        });
    }

    public void WriteHeads(Captured captured)
    {
        options.Disk.MakeLasting(directory.Derived);
        options.Disk.Replace(directory.Heads,
            HeadsFile.Text(Heads.Of(captured.Streams.Select(s => new StreamHead(s.Record.Stream, s.Head)))));
    }

    private void Try(Captured captured, CancellationToken cancel)
    {
        try
        {
            Write(captured, stream => FoldedAndHeld(stream, cancel), whenWritten: null);
            Failure = null;
        }
        catch (OperationCanceledException) { }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or StoreException) { Failure = e.Message; }
    }

    private FoldedState? Folded(CapturedStream stream, long foldedAtMost, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        if (stream.Record.Stream.Type != StreamType.Chamber) return null;
        if (stream.Head.Sequence - stream.Record.FoldedThrough <= foldedAtMost) return null;
        return FoldedState.Of((LedgerState)reader.Fold(stream.Record.Stream, stream.Head.Sequence, cancel));
    }

    /// <summary>Folds one chamber after the other until so many entries were folded; the others follow at a later close.</summary>
    private Func<CapturedStream, FoldedState?> FoldedWithin(long entries) => stream =>
    {
        if (entries <= 0 || Folded(stream, 0, CancellationToken.None) is not { } folded) return null;
        entries -= folded.Kept.Sequence - stream.Record.FoldedThrough;
        return folded;
    };

    /// <summary>What was folded once is held, so that the next checkpoint, or the first use, goes on from there.</summary>
    private FoldedState? FoldedAndHeld(CapturedStream stream, CancellationToken cancel) =>
        Folded(stream, FoldedAtFirstUseMax, cancel) is { } folded ? stream.Record.Folded = folded : null;

    private long Between(Place from, Place until) =>
        (until.Segment - from.Segment) * options.SegmentBytes + until.Offset - from.Offset;
}
