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
    private readonly JournalWriter _writer;
    private readonly JournalOptions _options;
    private bool _disposed;

    private JournalEventLog(DataDirectory directory, FileStream held, SegmentFiles files, OpenedJournal opened,
        JournalOptions options)
    {
        (_directory, _lock, _files, _options) = (directory, held, files, options);
        (_index, BytesCut) = (opened.Index, opened.BytesCut);
        _segments = new SegmentWriter(options.Disk, directory.Root, opened.Header, opened.End,
            files.Has(opened.End.Segment + 1), options.SegmentBytes);
        _writer = new JournalWriter(
            directory.Root, _segments, _index, opened.Header.Seed, opened.Last.Number, options);
    }

    /// <summary>Bytes of an unacknowledged append, torn by a crash, that opening cut off.</summary>
    public long BytesCut { get; }

    /// <summary>How many durable writes there were since opening; each holds one append or more.</summary>
    public long Groups => _writer.Groups;

    /// <summary>Opens a data directory for this process alone, making an empty one where there is none.</summary>
    /// <exception cref="StoreException">The directory is in use, foreign, newer, damaged or not writable; the message
    /// says what to do.</exception>
    public static JournalEventLog Open(string directory, JournalOptions? options = null) =>
        Open(new DataDirectory(directory), options ?? new JournalOptions(), trustDerived: true);

    /// <summary>Rebuilding does not trust what it is about to derive anew.</summary>
    internal static JournalEventLog Open(DataDirectory directory, JournalOptions options, bool trustDerived)
    {
        FileStream? held = null;
        SegmentFiles? files = null;
        try
        {
            options.Disk.MakeLasting(directory.Root);
            held = directory.Hold();
            directory.CreateIfEmpty(options.Disk, options.SegmentBytes);
            directory.CheckFormat();
            files = new SegmentFiles(directory.Root);
            var heads = trustDerived && File.Exists(directory.Heads) ? HeadsFile.Read(directory.Heads) : [];
            var opened = new JournalOpening(directory, options.Disk, files, options).Open(heads);
            MakeLasting(directory, options.Disk, files.PathOf(opened.End.Segment));
            return new JournalEventLog(directory, held, files, opened, options);
        }
        catch (Exception e)
        {
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
    private static void MakeLasting(DataDirectory directory, Disk disk, string end)
    {
        using (var file = disk.Open(end, FileMode.Open)) file.Flush();
        disk.FlushNames(directory.Root);
        if (Path.GetDirectoryName(directory.Root) is { } parent) disk.FlushNames(parent);
    }

    public async ValueTask<Loaded> Load(
        StreamId stream, int year, IReadOnlyList<EntryId> named, CancellationToken cancel)
    {
        var state = StreamStates.For(stream);
        await foreach (var entry in Read(stream, 0, cancel)) state.Apply(entry);
        return new Loaded(state.Head, state);
    }

    public ValueTask<IReadOnlyList<SealedEntry>> Find(
        StreamId stream, IReadOnlyList<EntryId> ids, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        if (_index.Find(stream) is not { } record) return new((IReadOnlyList<SealedEntry>)[]);
        var found = new List<SealedEntry>();
        foreach (var id in ids.Count > 1 ? ids.Distinct() : ids)
            foreach (var place in record.FramesWith(id))
                foreach (var entry in EntriesAt(place))
                    if (entry.Id == id) found.Add(entry);
        return new((IReadOnlyList<SealedEntry>)found);
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
        var places = _index.Find(stream)?.FramesAfter(after) ?? default;
        return places.IsEmpty ? AsyncEnumerable.Empty<SealedEntry>() : Entries(places, after, cancel).ToAsyncEnumerable();
    }

    public ValueTask<Heads> Cut(RegionCode scope, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return new(_index.Cut(scope));
    }

    /// <summary>Writes what waits, then the heads, and lets the directory go.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed) return;
        _disposed = true;
        await Task.Run(_writer.Close);
        try
        {
            _segments.Dispose();
            if (_writer.Failure is null) await Checkpoint.Write(_directory, _options.Disk, this);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw DataDirectory.Explain(_directory.Root, e);
        }
        finally
        {
            _files.Dispose();
            await _lock.DisposeAsync();
        }
    }

    private IEnumerable<SealedEntry> Entries(ReadOnlyMemory<FramePlace> places, long after, CancellationToken cancel)
    {
        for (var i = 0; i < places.Length; i++)
        {
            cancel.ThrowIfCancellationRequested();
            foreach (var entry in EntriesAt(places.Span[i]))
                if (entry.Sequence > after) yield return entry;
        }
    }

    private List<SealedEntry> EntriesAt(FramePlace place)
    {
        var bytes = new byte[Frame.PrefixBytes + place.PayloadLength];
        var read = _files.Read(place.Place, bytes);
        try
        {
            if (read == bytes.Length && Frame.IsIntact(bytes, bytes.AsSpan(Frame.PrefixBytes)))
                return Frame.Decode(bytes.AsSpan(Frame.PrefixBytes));
        }
        catch (CanonicalException e) { throw Damaged(place, e.Message, e); }
        throw Damaged(place, "the frame is damaged", null);
    }

    private StoreException Damaged(FramePlace place, string why, Exception? inner) => new(
        $"{_files.PathOf(place.Place)}: {why}. Run 'micropoints verify', then restore a backup.", inner);
}
