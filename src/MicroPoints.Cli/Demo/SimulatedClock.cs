namespace MicroPoints.Cli;

/// <summary>A clock that stands where the demo sets it.</summary>
internal sealed class SimulatedClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;
    public override DateTimeOffset GetUtcNow() => Now;
}
