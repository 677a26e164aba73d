using MicroPoints.Contracts;

namespace MicroPoints.Api;

/// <summary>What the endpoints of the calendar share.</summary>
internal static class CalendarOut
{
    public static readonly SpecialDay[] SampleDays =
    [
        new() { Date = new DateOnly(2026, 2, 14), Kind = SpecialDayKind.Workday, Name = "春节" },
        new() { Date = new DateOnly(2026, 2, 16), Kind = SpecialDayKind.Holiday, Name = "春节" },
    ];

    public static WorkingCalendar InForce(Call call) => call.Workspace.Calendar ?? throw new ProblemException(Fault.YearNotCovered,
        "no calendar is in force, so working days are weekdays: an approver for the whole country puts one with PUT /api/v1/calendar");

    public static string ETag(WorkingCalendar calendar) => $"\"{calendar.Hash}\"";

    public static SpecialDay Day(CalendarDay day) => new()
    {
        Date = day.Day,
        Kind = day.IsWorked ? SpecialDayKind.Workday : SpecialDayKind.Holiday,
        Name = day.Name,
    };
}
