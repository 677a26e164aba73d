using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace MicroPoints;

/// <summary>How exactly a day is known. Values are written into entries: append only.</summary>
public enum Precision
{
    Day = 1,
    Month = 2,
    Quarter = 3,
    Year = 4,
}

/// <summary>When something happened: a day, or a month, quarter or year that stands for its last day.</summary>
public readonly record struct On : IComparable<On>
{
    private On(DateOnly last, Precision precision)
    {
        Last = last;
        Precision = precision;
    }

    /// <summary>The day it stands for.</summary>
    public DateOnly Last { get; }

    public Precision Precision { get; }

    /// <summary>The first day of the span.</summary>
    public DateOnly First => Precision switch
    {
        Precision.Day => Last,
        Precision.Month => new DateOnly(Last.Year, Last.Month, 1),
        Precision.Quarter => new DateOnly(Last.Year, Last.Month - 2, 1),
        Precision.Year => new DateOnly(Last.Year, 1, 1),
        _ => throw new InvalidOperationException("unknown precision"),
    };

    public static On Day(DateOnly day) => new(day, Precision.Day);

    public static On Ending(DateOnly last, Precision precision)
    {
        var ends = precision switch
        {
            Precision.Day => true,
            Precision.Month => Calendar.IsMonthEnd(last),
            Precision.Quarter => Calendar.IsMonthEnd(last) && last.Month % 3 == 0,
            Precision.Year => last is { Month: 12, Day: 31 },
            _ => false,
        };
        Invariant.Holds(ends, "a span of days ends on the last day of its month, quarter or year");
        return new On(last, precision);
    }

    /// <summary>Reads <c>2026-04-12</c>, <c>2026-04</c>, <c>2026Q2</c> or <c>2026</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out On on)
    {
        on = default;
        if (text is null) return false;
        if (Calendar.TryParseDay(text, out var day)) { on = Day(day); return true; }
        if (text.Length == 7 && Calendar.TryParseDay(text + "-01", out var month))
        {
            on = new On(Calendar.MonthEnd(month), Precision.Month);
            return true;
        }
        if (!Period.TryParse(text, out var period) || period.Length == PeriodLength.TwoYears) return false;
        on = new On(period.LastDay, period.Length == PeriodLength.Year ? Precision.Year : Precision.Quarter);
        return true;
    }

    public static On Parse(string text) =>
        TryParse(text, out var on)
            ? on : throw new FormatException(
            $"'{text}' is not a day, month, quarter or year such as 2026-04-12, 2026-04, 2026Q2, 2026");

    public int CompareTo(On other) => (Last, Precision).CompareTo((other.Last, other.Precision));

    public override string ToString() => Precision switch
    {
        Precision.Day => Last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Precision.Month => Last.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        Precision.Quarter => string.Create(CultureInfo.InvariantCulture, $"{Last.Year:0000}Q{Last.Month / 3}"),
        Precision.Year => Last.ToString("yyyy", CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException("unknown precision"),
    };
}

/// <summary>Calendar arithmetic, and the chamber's day.</summary>
public static class Calendar
{
    /// <summary>Asia/Shanghai has kept UTC+8 all year since 1991.</summary>
    public static readonly TimeSpan ShanghaiOffset = TimeSpan.FromHours(8);

    /// <summary>The chamber's calendar day at an instant.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(ShanghaiOffset).DateTime);

    /// <summary>The first instant of a day in Asia/Shanghai.</summary>
    public static DateTimeOffset StartOf(DateOnly day) =>
        new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), ShanghaiOffset).ToUniversalTime();

    /// <summary>The last millisecond of a day in Asia/Shanghai.</summary>
    public static DateTimeOffset EndOf(DateOnly day) =>
        new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), ShanghaiOffset).AddDays(1).AddMilliseconds(-1).ToUniversalTime();

    public static DateOnly MonthEnd(DateOnly day) =>
        new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));

    public static bool IsMonthEnd(DateOnly day) => day == MonthEnd(day);

    public static DateOnly QuarterStart(DateOnly day) => new(day.Year, (day.Month - 1) / 3 * 3 + 1, 1);

    /// <summary>Reads exactly <c>yyyy-MM-dd</c>, between the first and last day any date may name.</summary>
    public static bool TryParseDay([NotNullWhen(true)] string? text, out DateOnly day)
    {
        day = default;
        return text is { Length: 10 }
            && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
            && day >= Limits.FirstDay && day <= Limits.LastDay;
    }

    /// <summary>A day as Chinese sentences and papers write it (GB/T 9704): 2026年3月5日.</summary>
    public static string Zh(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>An instant as <c>2026-07-01T02:03:04.567Z</c>.</summary>
    public static string Text(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Reads an ISO 8601 instant with an offset, cut to milliseconds.</summary>
    public static bool TryParseInstant(string? text, out DateTimeOffset instant)
    {
        string[] forms = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"];
        instant = default;
        if (text is null || !(text.EndsWith('Z') || text.Length > 6 && text[^6] is '+' or '-')) return false;
        if (!DateTimeOffset.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out instant)) return false;
        instant = ToMilliseconds(instant);
        return true;
    }

    /// <summary>Records keep UTC in whole milliseconds.</summary>
    public static DateTimeOffset ToMilliseconds(DateTimeOffset instant) =>
        DateTimeOffset.FromUnixTimeMilliseconds(instant.ToUnixTimeMilliseconds());
}
