using MicroPoints.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Lists the register of a scope, in order of id.</summary>
internal static class ListChambersEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .Get("/chambers", Handle).Needs(Need.Readers).Takes(Ask.Scope, Ask.AsOf, Ask.CursorOf, Ask.Limit)
        .Is("listChambers", Tags.Chambers, "List chambers", "In order of id, those that ended among them.")
        .Gives(200, "A page.", WireJson.Default.ChamberPage, new ChamberPage("990101", [Samples.ChamberLine], Samples.Stamp))
        .Refuses(404);

    private static async Task<IResult> Handle(Call call)
    {
        var (scope, limit) = (call.ScopeOf(), call.LimitOf());
        var day = call.DayOf(Ask.AsOf) ?? call.Workspace.Today;
        var question = $"chambers {scope} {Calendar.Text(day)}";
        var after = Cursor.Read(question, call.Text(Ask.CursorOf));
        var (chambers, stamp, next) = (new List<ChamberSummary>(), (string?)null, (string?)null);
        foreach (var (stream, _) in (await call.Workspace.Log.Cut(scope, StreamType.Chamber, call.Cancel)))
        {
            if (after is not null && string.CompareOrdinal(stream.Name, after) <= 0) continue;
            if (chambers.Count == limit) { next = Cursor.Write(question, chambers[^1].Id); break; }
            var view = await call.Workspace.Chambers.View(
                new ChamberId(stream.Name), Period.Year(day.Year), AsOf.On(day), call.Cancel);
            if (view.Register is not { } chamber) continue;
            stamp ??= chamber.Stamp;
            chambers.Add(ChamberOut.Summary(chamber, day));
        }
        return new JsonAnswer<ChamberPage>(200, new ChamberPage(scope.Value, chambers, stamp, next), WireJson.Default.ChamberPage);
    }
}
