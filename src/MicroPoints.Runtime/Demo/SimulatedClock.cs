namespace MicroPoints.Runtime.Demo;

/// <summary>A clock that stands where the demo sets it.</summary>
public sealed class SimulatedClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;
    public override DateTimeOffset GetUtcNow() => Now;
}
