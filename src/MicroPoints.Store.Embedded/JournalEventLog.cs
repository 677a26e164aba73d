using MicroPoints.Runtime;
using MicroPoints.Streams;

namespace MicroPoints.Store.Embedded;

/// <summary>
/// The embedded log: one journal file, one process, group commit. Nothing is acknowledged before it is on the disk.
/// </summary>
public sealed class JournalEventLog : IEventLog, IAsyncDisposable
{
    private readonly DataDirectory _directory;
    private readonly FileStream _lock;
    private readonly JournalFile _file;
    private readonly StreamIndex _index;
    private readonly JournalWriter _writer;
    private bool _disposed;

    private JournalEventLog(
        DataDirectory directory, FileStream held, JournalFile file, OpenedJournal opened, JournalWriter writer)
    {
        (_directory, _lock, _file, _writer) = (directory, held, file, writer);
        (_index, BytesCut) = (opened.Index, opened.BytesCut);
    }

    /// <summary>Bytes of an unacknowledged append, torn by a crash, that opening cut off.</summary>
    public long BytesCut { get; }

    /// <summary>How many durable writes there were since opening; each holds one append or more.</summary>
    public long Groups => _writer.Groups;

    /// <summary>Opens a data directory for this process alone, making an empty one where there is none.</summary>
    /// <exception cref="StoreException">The directory is in use, foreign, newer, damaged or not writable; the message
    /// says what to do.</exception>
    public static JournalEventLog Open(string directory, JournalOptions? options = null) =>
        Open(new DataDirectory(directory), options ?? new JournalOptions(), trustHeads: true);

    /// <summary>Rebuilding does not trust what it is about to derive anew.</summary>
    internal static JournalEventLog Open(DataDirectory directory, JournalOptions options, bool trustHeads)
    {
        FileStream? held = null;
        JournalFile? file = null;
        try
        {
            Directory.CreateDirectory(directory.Root);
            held = directory.Hold();
            directory.CreateIfEmpty();
            directory.CheckFormat();
            file = options.OpenFile(directory.Journal);
            var checkpoint = trustHeads && File.Exists(directory.Heads) ? HeadsFile.Read(directory.Heads) : [];
            var opened = new JournalOpening(directory, file, options.Progress).Open(checkpoint);
            var writer = new JournalWriter(file, opened.Index, opened.End, options);
            return new JournalEventLog(directory, held, file, opened, writer);
        }
        catch (Exception e)
        {
            file?.Dispose();
            held?.Dispose();
            if (e is IOException or UnauthorizedAccessException) throw DataDirectory.Explain(directory.Root, e);
            throw;
        }
    }

    public async ValueTask<Loaded> Load(
        StreamId stream, int year, IReadOnlyList<EntryId> named, CancellationToken cancel)
    {
        var state = StreamStates.For(stream);
        await foreach (var entry in Read(stream, 0, cancel)) state.Apply(entry);
        return new Loaded(state.Head, state);
    }

    public ValueTask<IReadOnlyList<SealedEntry>> Find(
        StreamId stream, IReadOnlyList<EntryId> ids, CancellationToken cancel) =>
        new([.. Entries(stream, 0, cancel).Where(e => ids.Contains(e.Id))]);

    public async ValueTask<AppendResult> Append(
        StreamId stream, Head expected, IReadOnlyList<SealedEntry> entries, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        Appending.Check(stream, expected, entries);
        var append = new PendingAppend(stream, expected, entries);
        if (append.Frame.Length - Frame.PrefixBytes > Limits.FrameBytesMax)
            throw new StoreException(
                $"{entries.Count} entries of {stream} are over {Limits.FrameBytesMax} bytes: append fewer at once");
        return await _writer.Enqueue(append);
    }

    public IAsyncEnumerable<SealedEntry> Read(StreamId stream, long after, CancellationToken cancel) =>
        Entries(stream, after, cancel).ToAsyncEnumerable();

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
            if (_writer.Failure is null) await Checkpoint.Write(_directory, this);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw DataDirectory.Explain(_directory.Root, e);
        }
        finally
        {
            _file.Dispose();
            await _lock.DisposeAsync();
        }
    }

    private IEnumerable<SealedEntry> Entries(StreamId stream, long after, CancellationToken cancel)
    {
        foreach (var place in _index.FramesAfter(stream, after))
        {
            cancel.ThrowIfCancellationRequested();
            foreach (var entry in EntriesAt(place))
                if (entry.Sequence > after) yield return entry;
        }
    }

    private List<SealedEntry> EntriesAt(FramePlace place)
    {
        var bytes = new byte[Frame.PrefixBytes + place.PayloadLength];
        var read = RandomAccess.Read(_file.Handle, bytes, place.Offset);
        try
        {
            if (read == bytes.Length && Frame.IsIntact(bytes, bytes.AsSpan(Frame.PrefixBytes)))
                return Frame.Decode(bytes.AsSpan(Frame.PrefixBytes));
        }
        catch (CanonicalException e) { throw Damaged(place, e.Message, e); }
        throw Damaged(place, "the frame is damaged", null);
    }

    private StoreException Damaged(FramePlace place, string why, Exception? inner) => new(
        $"{_directory.Journal} at byte {place.Offset}: {why}. Run 'micropoints verify', then restore a backup.", inner);
}
