namespace MicroPoints.Runtime.Demo;

/// <summary>When the demo's clerk records: a day for the register, then one near the end of each month.</summary>
internal static class DemoCalendar
{
    /// <summary>The first and last day of the demo's events.</summary>
    public static readonly DateOnly FirstDay = new(2026, 1, 1), LastDay = new(2026, 12, 30);

    private static readonly DateOnly[] Days =
    [
        new(2026, 1, 5), new(2026, 1, 30), new(2026, 2, 27), new(2026, 3, 31), new(2026, 4, 30), new(2026, 5, 29),
        new(2026, 6, 30), new(2026, 7, 31), new(2026, 8, 31), new(2026, 9, 30), new(2026, 10, 30), new(2026, 11, 30),
        LastDay,
    ];

    public static int Count => Days.Length;

    /// <summary>Five in the afternoon in Asia/Shanghai.</summary>
    public static DateTimeOffset InstantOf(int step) => new(Days[step].ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero);

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

    /// <summary>A day from the first of one month through the last of another, 1 to 12.</summary>
    public static DateOnly InMonths(int first, int last, SeededDraws draws)
    {
        var through = Calendar.MonthEnd(new DateOnly(2026, last, 1));
        return draws.Day(new DateOnly(2026, first, 1), through < LastDay ? through : LastDay);
    }

    /// <summary>A day of a quarter, 0 to 3, some days after it began and before it ends.</summary>
    public static DateOnly InQuarter(int quarter, SeededDraws draws) =>
        new DateOnly(2026, 3 * quarter + 1, 1).AddDays(draws.Between(20, 80));
}
