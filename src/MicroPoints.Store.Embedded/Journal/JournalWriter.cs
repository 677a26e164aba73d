using MicroPoints.Runtime;
using MicroPoints.Streams;

namespace MicroPoints.Store.Embedded;

/// <summary>The one writer: takes whatever waits, writes it once, flushes once, then answers.</summary>
/// <remarks>
/// No timer: a lone caller's append goes to the disk at once, and those that come meanwhile form the next group.
/// </remarks>
internal sealed class JournalWriter
{
    private readonly JournalFile _file;
    private readonly StreamIndex _index;
    private readonly JournalOptions _options;
    private readonly Thread _thread;
    private readonly object _gate = new();
    private readonly Queue<PendingAppend> _waiting = new();
    private readonly Dictionary<StreamId, Head> _headsInGroup = [];
    private readonly List<PendingAppend> _group = [];
    private readonly List<(PendingAppend Append, Head Actual)> _moved = [];
    private byte[] _bytes = new byte[1 << 16];
    private int _length;
    private long _end;
    private bool _closing;

    public JournalWriter(JournalFile file, StreamIndex index, long end, JournalOptions options)
    {
        (_file, _index, _end, _options) = (file, index, end, options);
        _thread = new Thread(Loop) { IsBackground = true, Name = "micropoints journal" };
        _thread.Start();
    }

    /// <summary>Why nothing can be written any more; null while the writer works.</summary>
    public StoreException? Failure { get; private set; }

    /// <summary>How many durable writes there were.</summary>
    public long Groups { get; private set; }

    public Task<AppendResult> Enqueue(PendingAppend append)
    {
        lock (_gate)
        {
            if (Failure is { } why) throw new StoreException($"nothing more is written: {why.Message}", why);
            ObjectDisposedException.ThrowIf(_closing, typeof(JournalEventLog));
            _waiting.Enqueue(append);
            Monitor.Pulse(_gate);
        }
        return append.Result;
    }

    /// <summary>Writes what waits and ends the writer.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closing = true;
            Monitor.Pulse(_gate);
        }
        _thread.Join();
    }

    private void Loop()
    {
        while (TakeGroup())
        {
            try { Commit(); }
            catch (Exception e) { Fail(e); return; }
        }
    }

    /// <summary>Waits for work and takes what is there; false once closing with nothing left.</summary>
    private bool TakeGroup()
    {
        _group.Clear();
        _moved.Clear();
        lock (_gate)
        {
            while (_waiting.Count == 0)
            {
                if (_closing) return false;
                Monitor.Wait(_gate);
            }
            var bytes = 0L;
            while (_waiting.TryPeek(out var next) && _group.Count < _options.GroupMax)
            {
                bytes += next.Frame.Length;
                if (_group.Count > 0 && bytes > _options.GroupBytesMax) break;
                _group.Add(_waiting.Dequeue());
            }
        }
        return true;
    }

    private void Commit()
    {
        Place();
        if (_length > 0)
        {
            _file.Write(_bytes.AsSpan(0, _length), _end);
            _file.Flush();
            Groups++;
        }
        // Readers and cuts see an append before its caller is told, so that a cut covers all that was acknowledged.
        foreach (var append in _group)
        {
            _index.Add(append.Stream, append.Region, append.PlaceAt(_end), append.After);
            _end += append.Frame.Length;
        }
        foreach (var append in _group) append.Answer(new AppendResult.Appended(append.After));
        foreach (var (append, actual) in _moved) append.Answer(new AppendResult.HeadMoved(actual));
        _length = 0;
        _headsInGroup.Clear();
        if (_bytes.Length > _options.GroupBytesMax) _bytes = new byte[1 << 16];
    }

    /// <summary>
    /// Lays the frames out one after the other; an append that expects another head leaves the group.
    /// </summary>
    /// <remarks>It is answered only after the group: the head it must go on from may be in this very group.</remarks>
    private void Place() => _group.RemoveAll(append =>
    {
        var head = _headsInGroup.TryGetValue(append.Stream, out var placed) ? placed : _index.HeadOf(append.Stream);
        if (head != append.Expected)
        {
            _moved.Add((append, head));
            return true;
        }
        _headsInGroup[append.Stream] = append.After;
        if (_length + append.Frame.Length > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, _length + append.Frame.Length));
        append.Frame.CopyTo(_bytes, _length);
        _length += append.Frame.Length;
        return false;
    });

    private void Fail(Exception e)
    {
        var cause = DataDirectory.Explain(Path.GetDirectoryName(_file.Path)!, e);
        List<PendingAppend> lost;
        lock (_gate)
        {
            Failure = cause;
            lost = [.. _group, .. _moved.Select(m => m.Append), .. _waiting];
            _waiting.Clear();
        }
        // The host hears of it first: nobody should go on from an answer of a disk that failed.
        try { _options.OnFatal?.Invoke(cause); }
        finally
        {
            var unknown = $"whether this was recorded is unknown, send it again after a restart: {cause.Message}";
            foreach (var append in lost) append.Fail(new AppendUnknownException(unknown, e));
        }
    }
}
