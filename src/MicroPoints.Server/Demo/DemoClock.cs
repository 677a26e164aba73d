using MicroPoints.Runtime.Demo;

namespace MicroPoints.Server;

/// <summary>A clock that runs on from the end of the invented year, or shows the real time once that is later.</summary>
/// <remarks>The year was recorded through its last days; a day before them would not know what it recorded.</remarks>
internal sealed class DemoClock : TimeProvider
{
    private static readonly DateTimeOffset YearEnd =
        new(DemoPlan.LockFrom.ToDateTime(new TimeOnly(10, 0)), MicroPoints.Calendar.ShanghaiOffset);

    private readonly TimeSpan _ahead;

    public DemoClock()
    {
        var now = System.GetUtcNow();
        _ahead = YearEnd > now ? YearEnd - now : TimeSpan.Zero;
    }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _ahead;
}
