using MicroPoints.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Explains one chamber's scorecard in full.</summary>
internal static class ExplainScorecardEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .Get("/chambers/{chamber}/explain", Handle).Needs(Need.Readers)
        .Takes(Ask.Ruleset, Ask.Period, Ask.AsOf, Ask.KnownAt)
        .Is("explainScorecard", Tags.Standings, "Explain a chamber's scorecard in full",
            "Per line: the facts that count and those left out with the reason, each parameter with the day that picked its value, "
            + "and every step from raw to credited points; per condition its operands; quotas and places. Kept nowhere.")
        .Gives(200, "The explanation.", WireJson.Default.ScorecardExplanation, StandingSamples.Explanation).Gives304()
        .Refuses(404, 409, 422);

    private static async Task<IResult> Handle(Call call)
    {
        var chamber = await call.Chamber();
        // Whom it names depends on how far the key reaches.
        var asked = await AskedCard.Of(
            call, chamber, $"explain {call.Actor.Scope}", call.DayOf(Ask.AsOf), call.InstantOf(Ask.KnownAt));
        if (asked.IsKnown(call)) return ETags.NotModified(asked.ETag!);
        return new JsonAnswer<ScorecardExplanation>(200,
            TraceOut.Details(asked.Answer, asked.Answer.Trace!(), call.Workspace.Kinds, call.Actor.Scope.Contains),
            WireJson.Default.ScorecardExplanation)
        {
            ETag = asked.ETag,
        };
    }
}
