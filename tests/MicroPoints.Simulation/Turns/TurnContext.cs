namespace MicroPoints.Simulation;

/// <summary>
/// Runs what callers wait for on one thread, in an order drawn from the seed, so that the same seed gives the same run.
/// </summary>
internal sealed class TurnContext(Random random) : SynchronizationContext
{
    private readonly Lock _sync = new();
    private readonly List<(SendOrPostCallback Callback, object? State)> _ready = [];

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (_sync) _ready.Add((d, state));
    }

    public bool IsReady
    {
        get { lock (_sync) return _ready.Count > 0; }
    }

    /// <summary>Gives one of those that can go on its turn.</summary>
    public void RunOne()
    {
        (SendOrPostCallback Callback, object? State) next;
        lock (_sync)
        {
            var at = random.Next(_ready.Count);
            next = _ready[at];
            _ready.RemoveAt(at);
        }
        next.Callback(next.State);
    }

    /// <summary>Forgets what belonged to a process that has ended.</summary>
    public void Clear()
    {
        lock (_sync) _ready.Clear();
    }
}
