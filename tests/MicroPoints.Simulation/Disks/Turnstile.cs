using System.Diagnostics;

namespace MicroPoints.Simulation;

/// <summary>Holds the journal's writer before each group, so that the simulation alone decides what comes into the next.</summary>
/// <param name="dawdles">How long the writer waits before and after each group.</param>
internal sealed class Turnstile(TimeSpan dawdles)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly object _sync = new();
    private bool _isOpen = true;
    private bool _isPassing;
    private bool _isHeld;

    /// <summary>A group stands before the turnstile.</summary>
    public bool IsHeld
    {
        get { lock (_sync) return _isHeld; }
    }

    /// <summary>Called by the writer before every effect: waits for its turn at the first of a group.</summary>
    public void Enter()
    {
        lock (_sync)
        {
            if (_isOpen || _isPassing) return;
            _isHeld = true;
            while (!_isOpen && !_isPassing) Monitor.Wait(_sync);
            _isHeld = false;
        }
        Dawdle();
    }

    /// <summary>Called by the writer when a group is on the disk.</summary>
    public void Leave()
    {
        lock (_sync) _isPassing = false;
        Dawdle();
    }

    /// <summary>Lets one group pass.</summary>
    public void LetPass()
    {
        lock (_sync)
        {
            (_isPassing, _isHeld) = (true, false);
            Monitor.PulseAll(_sync);
        }
    }

    /// <summary>Holds groups from now on, or lets all pass.</summary>
    public void Set(bool isOpen)
    {
        lock (_sync)
        {
            (_isOpen, _isPassing, _isHeld) = (isOpen, false, false);
            Monitor.PulseAll(_sync);
        }
    }

    private void Dawdle()
    {
        if (dawdles > TimeSpan.Zero) Thread.Sleep(dawdles);
    }

    /// <summary>Waits until a group is held, or everything that was sent is answered.</summary>
    public void Settle(Func<bool> isAnswered)
    {
        var (spin, since) = (new SpinWait(), Stopwatch.StartNew());
        while (!IsHeld && !isAnswered())
        {
            spin.SpinOnce(sleep1Threshold: 400);
            if (since.Elapsed > Patience) throw new TimeoutException("the journal's writer neither writes nor answers");
        }
    }
}
