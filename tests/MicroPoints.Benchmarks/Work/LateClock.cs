using System.Diagnostics;

namespace MicroPoints.Benchmarks;

/// <summary>A clock that starts soon after a year has ended, so that all of it may be recorded and read.</summary>
public sealed class LateClock(int year) : TimeProvider
{
    private readonly long _began = Stopwatch.GetTimestamp();

    public override DateTimeOffset GetUtcNow() =>
        new DateTimeOffset(year + 1, 1, 2, 4, 0, 0, TimeSpan.Zero) + Stopwatch.GetElapsedTime(_began);
}
