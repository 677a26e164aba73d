using System.Globalization;
using MicroPoints.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Shows one year's holidays and make-up workdays.</summary>
internal static class ShowCalendarYearEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .Get("/calendar/{year}", Handle).Needs(Need.Readers).Takes()
        .Is("showCalendarYear", Tags.Calendars, "Show one year's holidays and make-up workdays",
            "The days that differ from their weekday, in order. A year that the calendar does not cover is 404, never an empty list.")
        .Gives(200, "The year.", WireJson.Default.CalendarYear, new CalendarYear(2026, Samples.Hash, CalendarOut.SampleDays))
        .Gives304().Refuses(404);

    private static Task<IResult> Handle(Call call)
    {
        var (calendar, text) = (CalendarOut.InForce(call), call.Route("year"));
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) || !calendar.Covers(year))
            throw new ProblemException(Fault.YearNotCovered,
                $"the calendar covers {string.Join(", ", calendar.Years)}, not '{text}': working days there are weekdays");
        var etag = CalendarOut.ETag(calendar);
        return Task.FromResult(call.IsKnown(etag) ? ETags.NotModified(etag) : new JsonAnswer<CalendarYear>(200,
            new CalendarYear(year, calendar.Hash.ToString(), [.. calendar.Days.Where(d => d.Day.Year == year).Select(CalendarOut.Day)]),
            WireJson.Default.CalendarYear)
        {
            ETag = etag,
        });
    }
}
