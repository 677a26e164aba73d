using System.Diagnostics;

namespace MicroPoints.Store.Embedded;

/// <summary>Gives each group its place, and sees to it that zeros lie there already.</summary>
/// <remarks>
/// A flush into zeros that are on the disk writes data alone; a file that grows costs a second write of its length and
/// extents. So a thread of its own writes zeros ahead of the groups, in steps that begin small, and makes the next segment.
/// </remarks>
internal sealed class SegmentWriter : IDisposable
{
    public const int StepBytesMin = 1 << 20;
    private const int StepBytesMax = 16 << 20;
    private const long SegmentBytesMax = 2L << 30;
    private static readonly byte[] Zeros = new byte[StepBytesMin];

    private readonly Disk _disk;
    private readonly string _root;
    private readonly SegmentHeader _journal;
    private readonly long _segmentBytes;
    private readonly object _gate = new();
    private readonly Thread _thread;
    private Segment _current;
    private Segment? _next;
    private Place _end;
    private long _wanted;
    private bool _used;
    private bool _working;
    private bool _full;
    private bool _closing;
    private Exception? _failure;

    /// <param name="end">Where the next group goes.</param>
    public SegmentWriter(Disk disk, string root, SegmentHeader journal, Place end, bool hasNext, long segmentBytes)
    {
        (_disk, _root, _journal, _end, _segmentBytes) = (disk, root, journal, end, segmentBytes);
        Invariant.Holds(segmentBytes is >= SegmentHeader.Bytes and <= SegmentBytesMax, "offsets in a segment have 32 bits");
        _current = Open(end.Segment);
        if (hasNext) _next = Open(end.Segment + 1);
        _thread = new Thread(Loop) { IsBackground = true, Name = "micropoints zeros" };
        _thread.Start();
    }

    /// <summary>Where the next group goes, unless it is too large for its segment.</summary>
    public Place End => _end;

    /// <summary>Makes a segment with its first zeros; it gets its name once it is whole and on the disk.</summary>
    /// <param name="segmentBytes">What it may hold; its first zeros are fewer.</param>
    public static void Make(Disk disk, string root, SegmentHeader header, long segmentBytes)
    {
        var first = new byte[Math.Max(SegmentHeader.Bytes, Math.Min(StepBytesMin, segmentBytes))];
        header.ToBytes().CopyTo(first, 0);
        disk.Replace(Path.Combine(root, SegmentFiles.NameOf(header.Number)), file => file.Write(first, 0));
    }

    /// <summary>The place of a group, for the one caller that writes it next.</summary>
    public Place Reserve(long bytes)
    {
        lock (_gate)
        {
            if (_failure is { } why) throw new IOException(why.Message, why);
            if (_end.Offset + bytes > _segmentBytes && _end.Offset > SegmentHeader.Bytes) Roll();
            var until = _end.Offset + bytes;
            // Zeros that are just being written must not come to lie over the group.
            while (_working && until > _current.Allocated) Monitor.Wait(_gate);
            _current.Allocated = Math.Max(_current.Allocated, until);
            return _end;
        }
    }

    /// <summary>Writes a group at the place reserved; returns once it is on the disk, and how long its flush took.</summary>
    public TimeSpan Write(ReadOnlySpan<byte> group)
    {
        _current.File.Write(group, _end.Offset);
        var started = Stopwatch.GetTimestamp();
        try { _current.File.Flush(); }
        catch
        {
            TakeOff();
            throw;
        }
        var flush = Stopwatch.GetElapsedTime(started);
        lock (_gate)
        {
            (_end, _used) = (_end.Plus(group.Length), true);
            if (Wants()) Monitor.PulseAll(_gate);
        }
        return flush;
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _closing = true;
            Monitor.PulseAll(_gate);
        }
        _thread.Join();
        _current.Dispose();
        _next?.Dispose();
    }

    /// <summary>Takes a group off again that may not have reached the disk, as far as that disk still does anything.</summary>
    /// <remarks>
    /// After a failed flush the system counts the group as written, and shows it to whoever opens the journal next: groups
    /// would go behind it, and a power cut would leave a hole before them.
    /// </remarks>
    private void TakeOff()
    {
        try
        {
            _current.File.SetLength(_end.Offset);
            _current.File.Flush();
        }
        catch (IOException) { }
    }

    private Segment Open(int number)
    {
        return new Segment(number, OpenFile(), OpenFile);

        DiskFile OpenFile() => _disk.Open(Path.Combine(_root, SegmentFiles.NameOf(number)), FileMode.Open);
    }

    private Segment MakeNext(int number)
    {
        Make(_disk, _root, _journal with { Number = number }, _segmentBytes);
        return Open(number);
    }

    private void Roll()
    {
        while (_working) Monitor.Wait(_gate);
        var next = _next ?? MakeNext(_end.Segment + 1);
        _current.Dispose();
        (_current, _next, _wanted) = (next, null, 0);
        _end = new Place(next.Number, SegmentHeader.Bytes);
    }

    /// <summary>Whether there is something to do ahead; doubles the step while the segment is small.</summary>
    /// <remarks>A log that is only read is left as it is.</remarks>
    private bool Wants()
    {
        if (!_used || _full) return false;
        var step = Math.Clamp(_current.Allocated, StepBytesMin, StepBytesMax);
        if (_current.Allocated - _end.Offset < step / 2) _wanted = Math.Min(_current.Allocated + step, _segmentBytes);
        return _current.Allocated < _wanted || WantsNext();
    }

    private bool WantsNext() => _next is null && _end.Offset > _segmentBytes / 4 * 3;

    private void Loop()
    {
        while (true)
        {
            bool grow;
            lock (_gate)
            {
                while (!_closing && !Wants()) Monitor.Wait(_gate);
                if (_closing) return;
                grow = _current.Allocated < _wanted;
                _working = true;
            }
            if (grow) Grow();
            else PrepareNext();
        }
    }

    private void Grow()
    {
        var (from, flushing) = (_current.Allocated, false);
        var bytes = (int)Math.Min(Zeros.Length, _wanted - from);
        try
        {
            _current.Ahead.Write(Zeros.AsSpan(0, bytes), from);
            flushing = true;
            _current.Ahead.Flush();
            Done(() => _current.Allocated = from + bytes);
        }
        catch (Exception e)
        {
            // Without room for zeros there may still be room for groups. But a flush that failed may have been the group's.
            Done(() => (_full, _failure) = (true, flushing ? e : null));
        }
    }

    private void PrepareNext()
    {
        try
        {
            var next = MakeNext(_end.Segment + 1);
            Done(() => _next = next);
        }
        catch (Exception)
        {
            // The writer makes it itself when it needs it, and tells why that fails.
            Done(() => _full = true);
        }
    }

    private void Done(Action what)
    {
        lock (_gate)
        {
            what();
            _working = false;
            Monitor.PulseAll(_gate);
        }
    }
}
