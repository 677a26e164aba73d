using MicroPoints.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Lists the rounds of a scope and below, in order of id.</summary>
internal static class ListRoundsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .Get("/rounds", Handle).Needs(Need.Readers).Takes(Ask.Scope, Ask.CursorOf, Ask.Limit)
        .Is("listRounds", Tags.Rounds, "List rounds", "Those of the scope and of the regions below it, in order of id.")
        .Gives(200, "A page.", WireJson.Default.RoundPage, RoundSamples.Page)
        .Refuses(404);

    private static async Task<IResult> Handle(Call call)
    {
        var (scope, limit) = (call.ScopeOf(), call.LimitOf());
        var question = $"rounds {scope}";
        var after = Cursor.Read(question, call.Text(Ask.CursorOf));
        var (rounds, next) = (new List<RoundSummary>(), (string?)null);
        foreach (var (stream, _) in (await call.Workspace.Log.Cut(RegionCode.Nation, StreamType.Round, call.Cancel)))
        {
            if (after is not null && string.CompareOrdinal(stream.Name, after) <= 0) continue;
            var round = new RoundId(stream.Name);
            if (await call.Workspace.RoundScopes.Of(round, call.Cancel) is not { } own || !scope.Contains(own)) continue;
            if (rounds.Count == limit) { next = Cursor.Write(question, rounds[^1].Id); break; }
            rounds.Add(RoundOut.Summary(await call.Workspace.Rounds.Load(round, call.Cancel)));
        }
        return new JsonAnswer<RoundPage>(200, new RoundPage(scope.Value, rounds, next), WireJson.Default.RoundPage);
    }
}
