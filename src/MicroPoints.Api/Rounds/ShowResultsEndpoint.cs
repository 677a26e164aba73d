using System.Globalization;
using MicroPoints.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace MicroPoints.Api;

/// <summary>Shows what a locked round comes to, chamber by chamber.</summary>
internal static class ShowResultsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .Get("/rounds/{round}/results", Handle).Needs(Need.Readers).Takes(Ask.CursorOf, Ask.Limit).TakesLong()
        .Is("showResults", Tags.Rounds, "Show a round's results",
            "Computed from what the round froze: the proposal, and after the decision what the meeting gave. Final once sealed.")
        .Gives(200, "A page.", WireJson.Default.RoundResultPage, RoundSamples.Results).Gives304().Refuses(404, 409);

    private static async Task<IResult> Handle(Call call)
    {
        var (round, limit) = (await call.Round(), call.LimitOf());
        if (round.Locked is null) return ProblemAnswer.Of(
            Refusal.RoundWrongState, $"round {round.Id} is not locked: it has no results yet");
        var question = $"results {round.Id} {round.Head}";
        var from = Cursor.ReadCount(question, call.Text(Ask.CursorOf));
        var etag = ETags.Of(round.Head);
        if (call.IsKnown(etag)) return ETags.NotModified(etag);

        var results = await call.Http.RequestServices.GetRequiredService<RoundResults>().Of(call, round);
        var (ruleset, snapshot) = (results.Evaluation.Ruleset, results.Evaluation.Snapshot);
        var until = Math.Min(results.Rows.Count, from + limit);
        return new JsonAnswer<RoundResultPage>(200, new RoundResultPage(round.Id.Value, RoundOut.Status(round.Status),
            round.Sealed is null, ruleset.Name, ruleset.Title.Zh, round.Opened!.Period.ToString(), round.Opened.Scope.Value,
            snapshot.At.Day, snapshot.At.KnownAt, results.Evaluation.Ranked.Count(), results.Rows.Count,
            [.. results.Rows.Skip(from).Take(limit)], round.Sealed?.Result.ToString(), round.Opened.Stamp,
            until == results.Rows.Count ? null : Cursor.Write(question, until.ToString(CultureInfo.InvariantCulture))),
            WireJson.Default.RoundResultPage)
        {
            ETag = etag,
        };
    }
}
