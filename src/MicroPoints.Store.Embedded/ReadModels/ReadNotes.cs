using System.Diagnostics;

namespace MicroPoints.Store.Embedded;

/// <summary>Which streams changed, and who waits until they are taken in.</summary>
/// <remarks>
/// A recorder only puts a stream into a set; the one follower takes the whole set, so that any number of appends to a
/// stream is one piece of work.
/// </remarks>
internal sealed class ReadNotes(TimeProvider clock)
{
    /// <summary>What the follower has in hand.</summary>
    /// <param name="Count">How many notes there were when it was taken.</param>
    /// <param name="At">All that was acknowledged before this instant is in it or was taken in before.</param>
    public sealed record Batch(long Count, DateTimeOffset At, IReadOnlyCollection<StreamId> Streams);

    private readonly object _gate = new();
    private readonly List<(long Count, TaskCompletionSource Done)> _waiting = [];
    private HashSet<StreamId> _noted = [], _inHand = [];
    // The first note is the log as it was found.
    private long _count = 1, _done;
    private long _oldestNoted = Stopwatch.GetTimestamp(), _oldestInHand;
    private DateTimeOffset _caughtUpTo = DateTimeOffset.UnixEpoch;
    private bool _asleep, _closing;

    /// <summary>All that was acknowledged before this instant is taken in.</summary>
    public DateTimeOffset CaughtUpTo
    {
        get { lock (_gate) return _done == _count ? Calendar.ToMilliseconds(clock.GetUtcNow()) : _caughtUpTo; }
    }

    /// <summary>How long ago the oldest append came that is not taken in yet.</summary>
    public TimeSpan Lag
    {
        get
        {
            lock (_gate)
                return (_oldestInHand != 0 ? _oldestInHand : _oldestNoted) is var oldest and not 0
                    ? Stopwatch.GetElapsedTime(oldest) : TimeSpan.Zero;
        }
    }

    /// <summary>How long what was last taken in had waited.</summary>
    public TimeSpan LastLag { get; private set; }

    public bool IsClosing
    {
        get { lock (_gate) return _closing; }
    }

    /// <summary>Called on the thread of whoever records: a set and a count under a lock that is never held for long.</summary>
    public void Note(StreamId stream)
    {
        if (stream.Type != StreamType.Chamber) return;
        lock (_gate)
        {
            _noted.Add(stream);
            Count();
        }
    }

    /// <summary>There is something to do that no stream tells of.</summary>
    public void Wake()
    {
        lock (_gate) Count();
    }

    /// <summary>Waits for work and takes it all; null once closing.</summary>
    /// <param name="again">Does not wait: what was in hand was not finished.</param>
    public Batch? Take(bool again)
    {
        lock (_gate)
        {
            while (!_closing && !again && _count == _done)
            {
                _asleep = true;
                Monitor.Wait(_gate);
            }
            _asleep = false;
            if (_closing) return null;
            (_noted, _inHand) = (_inHand, _noted);
            _noted.Clear();
            if (_oldestInHand == 0) _oldestInHand = _oldestNoted;
            _oldestNoted = 0;
            return new Batch(_count, Calendar.ToMilliseconds(clock.GetUtcNow()), _inHand);
        }
    }

    /// <summary>What was in hand is committed.</summary>
    public void Finish(Batch batch)
    {
        lock (_gate)
        {
            (_done, _caughtUpTo) = (batch.Count, batch.At);
            if (_oldestInHand != 0) LastLag = Stopwatch.GetElapsedTime(_oldestInHand);
            _oldestInHand = 0;
            foreach (var (_, done) in _waiting.Where(w => w.Count <= _done)) done.SetResult();
            _waiting.RemoveAll(w => w.Count <= _done);
        }
    }

    /// <summary>Ends when all that was noted before the call is taken in.</summary>
    public Task Caught()
    {
        lock (_gate)
        {
            if (_done == _count) return Task.CompletedTask;
            var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((_count, done));
            Monitor.PulseAll(_gate);
            return done.Task;
        }
    }

    /// <summary>Leaves the machine to whoever records, unless somebody waits for what is noted.</summary>
    public void Yield(Batch batch, TimeSpan time)
    {
        lock (_gate)
            if (_count > batch.Count) Rest(time, () => _waiting.Count > 0);
    }

    /// <summary>Waits before trying again what failed.</summary>
    public void Rest(TimeSpan time)
    {
        lock (_gate) Rest(time, () => false);
    }

    public void Close()
    {
        lock (_gate)
        {
            _closing = true;
            foreach (var (_, done) in _waiting) done.TrySetCanceled();
            _waiting.Clear();
            Monitor.PulseAll(_gate);
        }
    }

    private void Count()
    {
        _count++;
        if (_oldestNoted == 0) _oldestNoted = Stopwatch.GetTimestamp();
        if (!_asleep) return;
        _asleep = false;
        Monitor.PulseAll(_gate);
    }

    private void Rest(TimeSpan time, Func<bool> isOver)
    {
        var started = Stopwatch.GetTimestamp();
        while (!_closing && !isOver() && time - Stopwatch.GetElapsedTime(started) is { Ticks: > 0 } left) Monitor.Wait(_gate, left);
    }
}
