using System.Globalization;
using MicroPoints.Contracts;
using MicroPoints.Rounds;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Lists who relied on a round's result, in order of recording.</summary>
internal static class ListUsesEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .Get("/rounds/{round}/uses", Handle).Needs(Need.Readers).Takes(Ask.CursorOf, Ask.Limit)
        .Is("listUses", Tags.Rounds, "List the uses of a result",
            "In order of recording; withdrawn ones say so. Notes and reasons are shown only to keys that write or audit.")
        .Gives(200, "A page.", WireJson.Default.UsePage, CeremonySamples.Uses).Refuses(404);

    private static async Task<IResult> Handle(Call call)
    {
        var (round, limit) = (await call.Round(), call.LimitOf());
        // Uses are only ever added, so a place in their order stays.
        var question = $"uses {round.Id}";
        var from = Cursor.ReadCount(question, call.Text(Ask.CursorOf));
        return new JsonAnswer<UsePage>(
            200, Page(round, from, limit, call.Actor.SeesWords, question), WireJson.Default.UsePage);
    }

    private static UsePage Page(RoundState round, int from, int limit, bool seesWords, string question)
    {
        var until = Math.Min(round.Uses.All.Count, from + limit);
        return new UsePage(round.Id.Value, [.. round.Uses.All.Skip(from).Take(limit).Select(u => CeremonyOut.Use(u, seesWords))],
            until == round.Uses.All.Count ? null : Cursor.Write(question, until.ToString(CultureInfo.InvariantCulture)));
    }
}
