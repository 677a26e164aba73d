using MicroPoints.Runtime;
using MicroPoints.Streams;

namespace MicroPoints.Store.Embedded;

/// <summary>The one writer: takes whatever waits, writes it as one group, flushes once, then answers.</summary>
/// <remarks>
/// No timer: a lone caller's append goes to the disk at once, and those that come meanwhile form the next group.
/// </remarks>
internal sealed class JournalWriter
{
    private const int BufferBytes = 1 << 16;

    /// <summary>Some microseconds at most, where nobody comes back.</summary>
    private const int YieldsMax = 4;

    private readonly SegmentWriter _segments;
    private readonly StreamIndex _index;
    private readonly Checkpointing _checkpoints;
    private readonly JournalOptions _options;
    private readonly string _root;
    private readonly uint _seed;
    private readonly Thread _thread;
    private readonly object _gate = new();
    private readonly List<PendingAppend> _group = [];
    private readonly List<(PendingAppend Append, Head Actual)> _moved = [];
    private readonly Queue<PendingAppend> _waiting = new();
    private byte[] _bytes = new byte[BufferBytes];
    private int _length = GroupHeader.Bytes;
    private LastGroup _last;
    private bool _idle;
    private bool _closing;

    public JournalWriter(string root, SegmentWriter segments, OpenedJournal opened, Checkpointing checkpoints, JournalOptions options)
    {
        (_root, _segments, _index, _checkpoints, _options) = (root, segments, opened.Index, checkpoints, options);
        (_last, _seed) = (opened.Last, opened.Header.Seed);
        _thread = new Thread(Loop) { IsBackground = true, Name = "micropoints journal" };
        _thread.Start();
    }

    /// <summary>Why nothing can be written any more; null while the writer works.</summary>
    public StoreException? Failure { get; private set; }

    /// <summary>How many durable writes there were.</summary>
    public long Groups { get; private set; }

    public ValueTask<AppendResult> Enqueue(PendingAppend append)
    {
        lock (_gate)
        {
            if (Failure is { } why) throw new StoreException($"nothing more is written: {why.Message}", why);
            ObjectDisposedException.ThrowIf(_closing, typeof(JournalEventLog));
            _waiting.Enqueue(append);
            if (_idle) Monitor.Pulse(_gate);
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

    /// <summary>The index as it stands; only for the writer itself, or once it is closed.</summary>
    public Captured Capture() => new(_last, _segments.End, _index.Capture());

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
        if (_group.Count > 1) LetCallersCome();
        _group.Clear();
        _moved.Clear();
        lock (_gate)
        {
            while (_waiting.Count == 0)
            {
                if (_closing) return false;
                _idle = true;
                Monitor.Wait(_gate);
                _idle = false;
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

    /// <summary>Callers just answered mostly come back at once: half of all that are about make a fuller group.</summary>
    private void LetCallersCome()
    {
        var wanted = (_group.Count + _waiting.Count) / 2;
        for (var i = 0; i < YieldsMax && _waiting.Count < wanted; i++) Thread.Yield();
    }

    private void Commit()
    {
        LayOut();
        if (_group.Count > 0) Write();
        foreach (var append in _group) append.Answer(new AppendResult.Appended(append.After));
        foreach (var (append, actual) in _moved) append.Answer(new AppendResult.HeadMoved(actual));
        if (_checkpoints.IsDue(_segments.End)) _checkpoints.Begin(Capture());
        _length = GroupHeader.Bytes;
        if (_bytes.Length > 2L * _options.GroupBytesMax) _bytes = new byte[BufferBytes];
    }

    private void Write()
    {
        var group = _bytes.AsSpan(0, (int)GroupHeader.Aligned(_length - GroupHeader.Bytes));
        group[_length..].Clear();
        var place = _segments.Reserve(group.Length);
        new GroupHeader(_length - GroupHeader.Bytes, _last.Number + 1, place).Seal(group, _seed);
        var flush = _segments.Write(group);
        _last = new LastGroup(_last.Number + 1, place, GroupHeader.SumOf(group));
        Groups++;
        Telemetry.CountGroup(_group.Count, group.Length, flush);
        // Readers and cuts see an append before its caller is told, so that a cut covers all that was acknowledged.
        place = place.Plus(GroupHeader.Bytes);
        foreach (var append in _group)
        {
            append.Record!.Add(append.PlaceAt(place), append.After, append.Ids);
            place = place.Plus(append.Frame.Length);
        }
    }

    /// <summary>
    /// Lays the frames out one after the other; an append that expects another head leaves the group.
    /// </summary>
    /// <remarks>It is answered only after the group: the head it must go on from may be in this very group.</remarks>
    private void LayOut() => _group.RemoveAll(append =>
    {
        append.Record = append.Expected == Head.Empty
            ? _index.GetOrAdd(append.Stream, append.Region) : _index.Find(append.Stream);
        var head = HeadOf(append.Record);
        if (head != append.Expected)
        {
            _moved.Add((append, head));
            return true;
        }
        append.Record!.Placed = (_last.Number + 1, append.After);
        var room = GroupHeader.Aligned(_length + append.Frame.Length);
        if (room > _bytes.Length) Array.Resize(ref _bytes, (int)Math.Max(2L * _bytes.Length, room));
        append.Frame.CopyTo(_bytes, _length);
        _length += append.Frame.Length;
        return false;
    });

    private Head HeadOf(StreamRecord? record) =>
        record is null ? Head.Empty : record.Placed.Number == _last.Number + 1 ? record.Placed.After : record.Head;

    private void Fail(Exception e)
    {
        var cause = DataDirectory.Explain(_root, e);
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
