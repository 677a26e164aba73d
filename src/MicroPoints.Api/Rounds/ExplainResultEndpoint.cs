using MicroPoints.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace MicroPoints.Api;

/// <summary>Explains one chamber's scorecard in full, as a locked round counts it.</summary>
internal static class ExplainResultEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .Get("/rounds/{round}/chambers/{chamber}/explain", Handle).Needs(Need.Readers).Takes().TakesLong()
        .Is("explainResult", Tags.Rounds, "Explain a chamber's scorecard as a round counts it",
            "From what the round froze and admitted, whatever the ledgers say since. Whoever may read its results may ask.")
        .Gives(200, "The explanation.", WireJson.Default.ScorecardExplanation,
            StandingSamples.Explanation with { Provisional = false }).Gives304().Refuses(404, 409);

    private static async Task<IResult> Handle(Call call)
    {
        var (round, text) = (await call.Round(), call.Route("chamber"));
        if (round.Locked is not { Snapshot: var frozen })
            return ProblemAnswer.Of(Refusal.RoundWrongState, RoundExplained.NotLocked(round.Id));
        // Found first, so that nobody is told that nothing changed of a chamber that is not there.
        if (!ChamberId.IsValid(text) || new ChamberId(text) is var chamber && frozen.Heads.All(h => h.Chamber != chamber))
            return Unknown();
        var etag = ETags.Of(round.Head);
        if (call.IsKnown(etag)) return ETags.NotModified(etag);
        var results = await call.Http.RequestServices.GetRequiredService<RoundResults>().Of(call, round);
        return await RoundExplained.Of(call.Workspace, round, results, chamber, call.Actor.Scope.Contains, call.Cancel) is { } told
            ? new JsonAnswer<ScorecardExplanation>(200, told, WireJson.Default.ScorecardExplanation) { ETag = etag } : Unknown();

        ProblemAnswer Unknown() => ProblemAnswer.Of(Refusal.ChamberUnknown, RoundExplained.NotAmong(round.Id, text));
    }
}
