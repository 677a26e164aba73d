using System.Collections.Concurrent;

namespace MicroPoints.Conformance.Clients;

/// <summary>A clock that notes how long it is asked to wait, and does not.</summary>
public sealed class HurriedClock : TimeProvider
{
    public ConcurrentQueue<TimeSpan> Waits { get; } = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Waits.Enqueue(dueTime);
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
