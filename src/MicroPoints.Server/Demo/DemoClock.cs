using MicroPoints.Runtime.Demo;

namespace MicroPoints.Server;

/// <summary>A clock that runs on from the end of the invented year, or shows the real time once that is later.</summary>
/// <remarks>
/// The year was recorded through its last days; a day before them would not know what it recorded. A demo that is taken
/// up runs on from the last that was recorded in it, so that its time never runs twice.
/// </remarks>
internal sealed class DemoClock : TimeProvider
{
    private static readonly DateTimeOffset YearEnd =
        new(DemoPlan.LockFrom.ToDateTime(new TimeOnly(10, 0)), MicroPoints.Calendar.ShanghaiOffset);

    private readonly TimeSpan _ahead;

    /// <param name="recorded">When the last entry was recorded.</param>
    public DemoClock(DateTimeOffset recorded)
    {
        var (now, from) = (System.GetUtcNow(), recorded > YearEnd ? recorded : YearEnd);
        _ahead = from > now ? from - now : TimeSpan.Zero;
    }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _ahead;
}
