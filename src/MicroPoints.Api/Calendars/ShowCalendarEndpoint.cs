using MicroPoints.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Shows which calendar is in force, and the years it covers.</summary>
internal static class ShowCalendarEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .Get("/calendar", Handle).Needs(Need.Readers).Takes()
        .Is("showCalendar", Tags.Calendars, "Show which calendar is in force")
        .Gives(200, "The calendar.", WireJson.Default.CalendarInForce, new CalendarInForce(Samples.Hash, [2025, 2026], 63))
        .Gives304().Refuses(404);

    private static Task<IResult> Handle(Call call)
    {
        var calendar = CalendarOut.InForce(call);
        var etag = CalendarOut.ETag(calendar);
        return Task.FromResult(call.IsKnown(etag) ? ETags.NotModified(etag) : new JsonAnswer<CalendarInForce>(200,
            new CalendarInForce(calendar.Hash.ToString(), [.. calendar.Years], calendar.Days.Count), WireJson.Default.CalendarInForce)
        {
            ETag = etag,
        });
    }
}
