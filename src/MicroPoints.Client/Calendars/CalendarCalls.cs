using System.Globalization;
using MicroPoints.Contracts;

namespace MicroPoints.Client;

public sealed partial class MicroPointsClient
{
    /// <summary>Which working-day calendar is in force.</summary>
    /// <exception cref="ProblemException">None is: working days are weekdays.</exception>
    public Task<Fetched<CalendarInForce>> GetCalendar(string? known = null, CancellationToken cancel = default) =>
        _sending.Fetch(Outgoing.Get(Address.Of("calendar"), known), Json.Wire.CalendarInForce, cancel);

    /// <summary>One year's holidays and make-up workdays.</summary>
    public Task<Fetched<CalendarYear>> GetCalendarYear(int year, string? known = null, CancellationToken cancel = default) =>
        _sending.Fetch(Outgoing.Get(Address.Of("calendar", year.ToString(CultureInfo.InvariantCulture)), known),
            Json.Wire.CalendarYear, cancel);

    /// <summary>Puts a calendar in force, whole, for everybody; only an approver for the whole country may.</summary>
    /// <returns>Refused as <c>batch-refused</c>, with every bad day and its index in <see cref="Problem.Lines"/>.</returns>
    public Task<Sent<RecordedCalendar>> PutCalendar(CalendarToPut calendar, CancellationToken cancel = default) =>
        _sending.Write(Outgoing.Put(Address.Of("calendar"), calendar, Json.Wire.CalendarToPut), Json.Wire.RecordedCalendar,
            c => c.Answer == SendingAnswer.Exists, cancel);
}
