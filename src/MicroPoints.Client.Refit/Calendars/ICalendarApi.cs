using MicroPoints.Contracts;
using Refit;

namespace MicroPoints.Client.Refit;

/// <summary>The working-day calendar.</summary>
[PathPrefix(Route.Api)]
public interface ICalendarApi
{
    /// <inheritdoc cref="MicroPointsClient.GetCalendar"/>
    [Get("/calendar")]
    Task<Fetched<CalendarInForce>> GetCalendar(
        [Header(Route.Known)] string? known = null, CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.GetCalendarYear"/>
    [Get("/calendar/{year}")]
    Task<Fetched<CalendarYear>> GetCalendarYear(
        int year, [Header(Route.Known)] string? known = null, CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.PutCalendar"/>
    [Put("/calendar")]
    Task<Sent<RecordedCalendar>> PutCalendar([Body] CalendarToPut calendar, CancellationToken cancel = default);
}
