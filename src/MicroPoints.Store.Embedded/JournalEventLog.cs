using MicroPoints.Runtime;
using MicroPoints.Streams;

namespace MicroPoints.Store.Embedded;

/// <summary>
/// The embedded log: one journal in a directory, one process, group commit. Nothing is acknowledged before it is on the disk.
/// </summary>
public sealed class JournalEventLog : IEventLog, IAsyncDisposable
{
    private readonly DataDirectory _directory;
    private readonly FileStream _lock;
    private readonly SegmentFiles _files;
    private readonly SegmentWriter _segments;
    private readonly StreamIndex _index;
    private readonly JournalReader _reader;
    private readonly JournalWriter _writer;
    private readonly Checkpointing _checkpoints;
    private readonly CheckpointFile? _checkpoint;
    private bool _disposed;

    private JournalEventLog(DataDirectory directory, FileStream held, SegmentFiles files, OpenedJournal opened,
        JournalOptions options)
    {
        (_directory, _lock, _files, _checkpoint) = (directory, held, files, opened.Checkpoint);
        (_index, BytesCut, OpenedWithoutCheckpoint) = (opened.Index, opened.BytesCut, opened.Without);
        _reader = new JournalReader(files, _index);
        _checkpoints = new Checkpointing(directory, files, opened, _reader, options);
        _segments = new SegmentWriter(options.Disk, directory.Root, opened.Header, opened.End,
            files.Has(opened.End.Segment + 1), options.SegmentBytes);
        _writer = new JournalWriter(directory.Root, _segments, opened, _checkpoints, options);
    }

    /// <summary>Bytes of an unacknowledged append, torn by a crash, that opening cut off.</summary>
    public long BytesCut { get; }

    /// <summary>Why the whole journal was read at opening: the checkpoint is missing, damaged or of another journal.
    /// Null where a checkpoint was used, or where there was nothing to read.</summary>
    public string? OpenedWithoutCheckpoint { get; }

    /// <summary>Why the last checkpoint could not be written while the log was open; nothing acknowledged is concerned.</summary>
    public string? CheckpointFailure => _checkpoints.Failure;

    /// <summary>How many durable writes there were since opening; each holds one append or more.</summary>
    public long Groups => _writer.Groups;

    /// <summary>Opens a data directory for this process alone, making an empty one where there is none.</summary>
    /// <exception cref="StoreException">The directory is in use, foreign, newer, damaged or not writable; the message
    /// says what to do.</exception>
    public static JournalEventLog Open(string directory, JournalOptions? options = null) =>
        Open(new DataDirectory(directory), options ?? new JournalOptions(), rebuilding: false);

    /// <summary>Rebuilding does not trust what it is about to derive anew.</summary>
    internal static JournalEventLog Open(DataDirectory directory, JournalOptions options, bool rebuilding)
    {
        FileStream? held = null;
        SegmentFiles? files = null;
        CheckpointFile? checkpoint = null;
        try
        {
            directory.RefuseForeign();
            options.Disk.MakeLasting(directory.Root);
            held = directory.Hold();
            directory.CreateIfEmpty(options.Disk, options.SegmentBytes);
            if (directory.VersionFound() == JournalConversion.OldVersion)
                new JournalConversion(directory, options.Disk, options).Run();
            directory.CheckFormat();
            files = new SegmentFiles(directory.Root);
            checkpoint = CheckpointFile.TryOpen(directory.Checkpoint, out var without);
            var heads = KeptHeads(directory, rebuilding);
            var opened = new JournalOpening(directory, options.Disk, files, options).Open(heads, checkpoint, !rebuilding);
            MakeLasting(directory, options.Disk, opened.Last.Number > 0 ? files.PathOf(opened.End.Segment) : null);
            if (opened.Checkpoint is null) checkpoint?.Dispose();
            var isNew = opened.Last.Number == 0;
            return new JournalEventLog(directory, held, files,
                opened with { Without = isNew ? null : opened.Without ?? without }, options);
        }
        catch (Exception e)
        {
            checkpoint?.Dispose();
            files?.Dispose();
            held?.Dispose();
            if (e is IOException or UnauthorizedAccessException) throw DataDirectory.Explain(directory.Root, e);
            throw;
        }
    }

    /// <summary>
    /// Puts on the disk what is about to be shown and built upon: a process that was killed may have left the last group,
    /// or the name of a segment, with the system alone.
    /// </summary>
    private static void MakeLasting(DataDirectory directory, Disk disk, string? end)
    {
        if (end is not null)
            using (var file = disk.Open(end, FileMode.Open)) file.Flush();
        disk.FlushNames(directory.Root);
        if (Path.GetDirectoryName(directory.Root) is { } parent) disk.FlushNames(parent);
    }

    /// <summary>Unreadable heads refuse an opening, for they may name what the log lacks; a rebuild mends them.</summary>
    private static IReadOnlyList<StreamHead> KeptHeads(DataDirectory directory, bool rebuilding)
    {
        if (!File.Exists(directory.Heads)) return [];
        try { return HeadsFile.Read(directory.Heads); }
        catch (StoreException) when (rebuilding) { return []; }
    }

    public ValueTask<Loaded> Load(
        StreamId stream, int year, IReadOnlyList<EntryId> named, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var state = _reader.Fold(stream, long.MaxValue, cancel);
        if (state.IsPartial && named.Count > 0)
            state.TakeUp(_reader.Find(stream, named).Where(e => e.Sequence <= state.Head.Sequence));
        return new(new Loaded(state.Head, state));
    }

    public ValueTask<IReadOnlyList<SealedEntry>> Find(
        StreamId stream, IReadOnlyList<EntryId> ids, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return new(_reader.Find(stream, ids));
    }

    public ValueTask<AppendResult> Append(
        StreamId stream, Head expected, IReadOnlyList<SealedEntry> entries, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        Appending.Check(stream, expected, entries);
        var append = new PendingAppend(stream, expected, entries);
        if (append.Frame.Length - Frame.PrefixBytes > Limits.FrameBytesMax)
            throw new StoreException(
                $"{entries.Count} entries of {stream} are over {Limits.FrameBytesMax} bytes: append fewer at once");
        return _writer.Enqueue(append);
    }

    public IAsyncEnumerable<SealedEntry> Read(StreamId stream, long after, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var entries = _reader.After(stream, after, cancel);
        return entries is SealedEntry[]? AsyncEnumerable.Empty<SealedEntry>() : entries.ToAsyncEnumerable();
    }

    public ValueTask<Heads> Cut(RegionCode scope, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return new(_index.Cut(scope));
    }

    public ValueTask<Heads> Cut(RegionCode scope, StreamType type, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return new(_index.Cut(scope, type));
    }

    /// <summary>Keeps states that a rebuild folded; nothing is appended meanwhile.</summary>
    internal void KeepStates(IReadOnlyDictionary<StreamId, FoldedState> states) =>
        _checkpoints.Write(_writer.Capture(), stream => states.GetValueOrDefault(stream.Record.Stream));

    /// <summary>Writes what waits, then a checkpoint and the heads, and lets the directory go.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed) return;
        _disposed = true;
        await Task.Run(_writer.Close);
        try
        {
            _segments.Dispose();
            if (_writer.Failure is null) await _checkpoints.Close(_writer.Capture());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw DataDirectory.Explain(_directory.Root, e);
        }
        finally
        {
            _checkpoint?.Dispose();
            _files.Dispose();
            await _lock.DisposeAsync();
        }
    }
}
