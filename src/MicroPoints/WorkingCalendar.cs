using System.Text;

namespace MicroPoints;

/// <summary>A day that differs from its weekday: a public holiday, or a Saturday or Sunday that is worked.</summary>
/// <param name="Name">What it is for, such as 春节.</param>
public sealed record CalendarDay(DateOnly Day, bool IsWorked, string Name);

/// <summary>A working day that was counted to.</summary>
/// <param name="YearsMissing">Years counted through by weekdays alone: a person confirms such a day.</param>
public readonly record struct CountedDay(DateOnly Day, IReadOnlyList<int> YearsMissing);

/// <summary>Which days are worked: Monday to Friday, but for holidays, and the weekend days that make up for them.</summary>
/// <remarks>In a year that it does not cover it knows weekdays only, and says so wherever it counts.</remarks>
public sealed class WorkingCalendar
{
    private const string Header = "date,kind,name", Holiday = "holiday", Workday = "workday";

    private readonly SortedDictionary<DateOnly, CalendarDay> _days;
    private readonly SortedSet<int> _years;

    private WorkingCalendar(SortedDictionary<DateOnly, CalendarDay> days)
    {
        (_days, _years) = (days, [.. days.Keys.Select(d => d.Year)]);
        Bytes = Encoding.UTF8.GetBytes(string.Concat(_days.Values
            .Select(d => $"{Calendar.Text(d.Day)},{(d.IsWorked ? Workday : Holiday)},{d.Name}\n").Prepend(Header + "\n")));
        Hash = Digest.Of(Bytes.Span);
    }

    /// <summary>Knows weekdays only.</summary>
    public static WorkingCalendar Weekdays { get; } = new([]);

    /// <summary>The calendar as text, in order of day; the same days give the same bytes.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The digest of <see cref="Bytes"/>.</summary>
    public Digest Hash { get; }

    /// <summary>The years it covers, in order: those with a day of their own.</summary>
    public IReadOnlyCollection<int> Years => _years;

    /// <summary>The days that differ from their weekday, in order.</summary>
    public IReadOnlyCollection<CalendarDay> Days => _days.Values;

    /// <summary>Whether this is a day that a calendar may hold; else what is wrong with it.</summary>
    public static string? Problem(CalendarDay day) => day switch
    {
        { IsWorked: true } when !IsWeekend(day.Day) =>
            $"{Calendar.Text(day.Day)} is a {day.Day.DayOfWeek}, worked anyway: only a Saturday or Sunday is a make-up workday",
        { Name.Length: 0 or > Limits.NameLengthMax } => $"a day's name has 1–{Limits.NameLengthMax} characters",
        { Name: var name } when name.Any(c => char.IsControl(c) || c is ',' or '"') || name.Trim() != name =>
            "a day's name has no comma, quotation mark or line break, and no space around it",
        _ => null,
    };

    /// <summary>The same of a day that is to be recorded; calendars that were recorded before are read as they are.</summary>
    public static string? ProblemOfNew(CalendarDay day) => Problem(day)
        ?? (PlainText.ControlIn(day.Name) is >= 0 and var at ? $"a day's name has {PlainText.Said(day.Name, at)}" : null);

    /// <summary>A calendar of days without a problem, each once.</summary>
    public static WorkingCalendar Of(IEnumerable<CalendarDay> days)
    {
        var sorted = new SortedDictionary<DateOnly, CalendarDay>();
        foreach (var day in days)
        {
            Invariant.Holds(Problem(day) is null, "a calendar holds days without a problem");
            Invariant.Holds(sorted.TryAdd(day.Day, day), "a calendar holds a day once");
        }
        return new WorkingCalendar(sorted);
    }

    /// <summary>Reads exactly what <see cref="Bytes"/> holds.</summary>
    /// <exception cref="FormatException">These are not the bytes of a calendar.</exception>
    public static WorkingCalendar Read(ReadOnlySpan<byte> bytes)
    {
        var days = new List<CalendarDay>();
        foreach (var line in Encoding.UTF8.GetString(bytes).Split('\n').Skip(1).SkipLast(1))
        {
            if (line.Split(',') is not [var date, Holiday or Workday, var name] || !Calendar.TryParseDay(date, out var day))
                throw new FormatException($"'{line}' is not a day of a calendar, such as 2026-01-01,holiday,元旦");
            days.Add(new CalendarDay(day, line[11..].StartsWith(Workday, StringComparison.Ordinal), name));
        }
        if (days.Any(d => Problem(d) is not null) || days.DistinctBy(d => d.Day).Count() != days.Count
            || Of(days) is not { } calendar || !calendar.Bytes.Span.SequenceEqual(bytes))
            throw new FormatException("these are not the bytes of a calendar");
        return calendar;
    }

    public bool Covers(int year) => _years.Contains(year);

    public bool IsWorkingDay(DateOnly day) => _days.TryGetValue(day, out var known) ? known.IsWorked : !IsWeekend(day);

    /// <summary>The last of so many working days after a day. The day itself is not counted; none gives the day itself.</summary>
    /// <param name="count">From 0 to <see cref="Limits.WorkingDaysMax"/>.</param>
    public CountedDay AddWorkingDays(DateOnly from, int count)
    {
        Invariant.Holds(count is >= 0 and <= Limits.WorkingDaysMax, "working days are counted forward, within their limit");
        var day = from;
        for (var left = count; left > 0; left -= IsWorkingDay(day) ? 1 : 0) day = day.AddDays(1);
        var first = count == 0 ? from : from.AddDays(1);
        return new CountedDay(day, [.. Enumerable.Range(first.Year, day.Year - first.Year + 1).Where(y => !Covers(y))]);
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
