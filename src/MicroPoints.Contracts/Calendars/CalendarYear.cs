using System.Text.Json.Serialization;

namespace MicroPoints.Contracts;

/// <summary>How a day differs from its weekday.</summary>
[JsonConverter(typeof(KebabEnum<SpecialDayKind>))]
public enum SpecialDayKind
{
    /// <summary>A weekday that is free.</summary>
    Holiday = 1,

    /// <summary>A Saturday or Sunday that is worked.</summary>
    Workday = 2,
}

/// <summary>A day that differs from its weekday.</summary>
public sealed class SpecialDay
{
    [JsonRequired] public DateOnly Date { get; set; }

    [JsonRequired] public SpecialDayKind Kind { get; set; }

    /// <summary>What it is for, such as 春节.</summary>
    [JsonRequired] public string Name { get; set; } = "";
}

/// <summary>A working-day calendar to put in force, whole.</summary>
public sealed class CalendarToPut
{
    /// <summary>Every holiday and make-up workday of every year that is to be covered.</summary>
    [JsonRequired] public IReadOnlyList<SpecialDay> Days { get; set; } = [];
}

/// <summary>The calendar in force.</summary>
/// <param name="Hash">The digest of its bytes.</param>
/// <param name="Years">The years it covers.</param>
public sealed record CalendarInForce(string Hash, IReadOnlyList<int> Years, int Days);

/// <summary>One year of the calendar in force, in order of day.</summary>
/// <param name="Hash">The digest of the whole calendar.</param>
public sealed record CalendarYear(int Year, string Hash, IReadOnlyList<SpecialDay> Days);

/// <summary>A calendar that is in force.</summary>
public sealed record RecordedCalendar(SendingAnswer Answer, string Hash, IReadOnlyList<int> Years, int Days);
