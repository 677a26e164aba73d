namespace MicroPoints.Runtime.Demo;

/// <summary>The days on which the demo's clerk records: a first one for the register, then near the end of each month.</summary>
internal static class DemoCalendar
{
    /// <summary>The first and last day of the demo's events.</summary>
    public static readonly DateOnly FirstDay = new(2026, 1, 1), LastDay = new(2026, 12, 30);

    private static readonly DateOnly[] Days =
    [
        new(2026, 1, 5), new(2026, 1, 30), new(2026, 2, 27), new(2026, 3, 31), new(2026, 4, 30), new(2026, 5, 29),
        new(2026, 6, 30), new(2026, 7, 31), new(2026, 8, 31), new(2026, 9, 30), new(2026, 10, 30), new(2026, 11, 30), LastDay,
    ];

    public static int Count => Days.Length;

    /// <summary>Five in the afternoon in Asia/Shanghai.</summary>
    public static DateTimeOffset InstantOf(int step) => new(Days[step].ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero);

    public static DateOnly DayOf(int step) => Days[step];

    /// <summary>The first recording day that is not before a day.</summary>
    public static int StepOf(DateOnly day)
    {
        var at = Array.BinarySearch(Days, day);
        return at < 0 ? ~at : at;
    }

    /// <summary>The i-th of n days that lie evenly over the year, each moved a little.</summary>
    public static DateOnly Spread(int i, int n, SeededDraws draws)
    {
        var length = LastDay.DayNumber - FirstDay.DayNumber + 1;
        return FirstDay.AddDays((i * length + draws.Below(length)) / n);
    }

    /// <summary>A day of a quarter, 0 to 3, some days after it began and before it ends.</summary>
    public static DateOnly InQuarter(int quarter, SeededDraws draws) =>
        new DateOnly(2026, 3 * quarter + 1, 1).AddDays(draws.Between(20, 80));
}
