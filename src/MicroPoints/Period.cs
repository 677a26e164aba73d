using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace MicroPoints;

/// <summary>How long a ruleset's period is. Values are written into entries: append only.</summary>
public enum PeriodLength
{
    Year = 1,
    TwoYears = 2,
    Quarter = 3,
}

/// <summary>A span of calendar days that a scorecard covers: <c>2026</c>, <c>2025-2026</c> or <c>2026Q3</c>.</summary>
/// <param name="From">The first day.</param>
/// <param name="Length">Year, two years or quarter.</param>
public readonly record struct Period(DateOnly From, PeriodLength Length) : IComparable<Period>
{
    /// <summary>The first day after the period.</summary>
    public DateOnly Until => From.AddMonths(Length switch
    {
        PeriodLength.Year => 12,
        PeriodLength.TwoYears => 24,
        PeriodLength.Quarter => 3,
        _ => throw new InvalidOperationException("unknown period length"),
    });

    public DateOnly LastDay => Until.AddDays(-1);

    public Period Previous => new(From.AddMonths(Length switch
    {
        PeriodLength.Year => -12,
        PeriodLength.TwoYears => -24,
        PeriodLength.Quarter => -3,
        _ => throw new InvalidOperationException("unknown period length"),
    }), Length);

    /// <summary>The period of a length that holds a day; two-year periods end in even years.</summary>
    public static Period Containing(DateOnly day, PeriodLength length) => length switch
    {
        PeriodLength.Year => new(new DateOnly(day.Year, 1, 1), length),
        PeriodLength.TwoYears => new(new DateOnly(day.Year - 1 + day.Year % 2, 1, 1), length),
        PeriodLength.Quarter => new(Calendar.QuarterStart(day), length),
        _ => throw new InvalidOperationException("unknown period length"),
    };

    public static Period Year(int year) => new(new DateOnly(year, 1, 1), PeriodLength.Year);

    public bool Contains(DateOnly day) => day >= From && day < Until;

    /// <summary>Whether the whole span of an event lies inside.</summary>
    public bool Contains(On on) => on.First >= From && on.Last < Until;

    public bool Overlaps(Period other) => From < other.Until && other.From < Until;

    public static bool TryParse([NotNullWhen(true)] string? text, out Period period)
    {
        period = default;
        if (text is null || text.Length < 4 || !TryYear(text.AsSpan(0, 4), out var year)) return false;
        if (text.Length == 4) { period = Year(year); return true; }
        if (text.Length == 6 && text[4] == 'Q' && text[5] is >= '1' and <= '4')
        {
            period = new Period(new DateOnly(year, (text[5] - '1') * 3 + 1, 1), PeriodLength.Quarter);
            return true;
        }
        if (text.Length != 9 || text[4] != '-' || !TryYear(text.AsSpan(5), out var second) || second != year + 1) return false;
        period = new Period(new DateOnly(year, 1, 1), PeriodLength.TwoYears);
        return true;
    }

    public static Period Parse(string text) => TryParse(text, out var period) ? period
        : throw new FormatException($"'{text}' is not a period such as 2026, 2026Q3 or 2025-2026");

    /// <summary>A length in words, as in "per year".</summary>
    public static string Text(PeriodLength length) => length switch
    {
        PeriodLength.Year => "year",
        PeriodLength.TwoYears => "two years",
        PeriodLength.Quarter => "quarter",
        _ => throw new InvalidOperationException("unknown period length"),
    };

    public int CompareTo(Period other) => (From, Length).CompareTo((other.From, other.Length));

    public override string ToString() => Length switch
    {
        PeriodLength.Year => From.Year.ToString("0000", CultureInfo.InvariantCulture),
        PeriodLength.TwoYears => string.Create(CultureInfo.InvariantCulture, $"{From.Year:0000}-{From.Year + 1:0000}"),
        PeriodLength.Quarter => string.Create(CultureInfo.InvariantCulture, $"{From.Year:0000}Q{(From.Month + 2) / 3}"),
        _ => throw new InvalidOperationException("unknown period length"),
    };

    private static bool TryYear(ReadOnlySpan<char> text, out int year)
    {
        year = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c)) return false;
            year = year * 10 + (c - '0');
        }
        return text.Length == 4 && year > Limits.FirstDay.Year && year < Limits.LastDay.Year;
    }
}

/// <summary>The two dates of a question: facts and parameters by day, entries by the instant they were recorded.</summary>
/// <param name="Day">Facts and dated values up to and on this day.</param>
/// <param name="KnownAt">Entries and reversals recorded at or before this instant.</param>
public readonly record struct AsOf(DateOnly Day, DateTimeOffset KnownAt)
{
    /// <summary>No entry is later than this.</summary>
    public static readonly DateTimeOffset Everything = new(9999, 12, 31, 0, 0, 0, TimeSpan.Zero);

    public static AsOf On(DateOnly day) => new(day, Everything);

    /// <summary>Known through the end of a day in Asia/Shanghai.</summary>
    public static AsOf KnownOn(DateOnly day, DateOnly known) => new(day, Calendar.EndOf(known));
}

/// <summary>A length of calendar time: <c>12 months</c>, <c>4 quarters</c>, <c>2 years</c>.</summary>
public readonly record struct Duration(int Months)
{
    public DateOnly AfterStart(DateOnly start) => start.AddMonths(Months);

    public static bool TryParse(string? text, out Duration duration)
    {
        duration = default;
        var words = text?.Split(' ');
        if (words is not [{ Length: 1 or 2 or 3 } number, var unit]
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) || n == 0)
            return false;
        var months = unit switch { "month" or "months" => 1, "quarter" or "quarters" => 3, "year" or "years" => 12, _ => 0 };
        duration = new Duration(n * months);
        return months > 0;
    }

    public override string ToString() => Months % 12 == 0 ? $"{Months / 12} years" : $"{Months} months";
}
