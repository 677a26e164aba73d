using MicroPoints.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Gives up a draft that was opened by mistake.</summary>
internal static class AbandonRoundEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .Post("/rounds/{round}/abandon", Handle).Needs(Need.Writers).Takes()
        .Is("abandonRound", Tags.Rounds, "Abandon a draft",
            "For a round that was opened by mistake: it stays on record with the reason, takes no further step, and another may be "
            + "opened for its period. A locked round goes on.")
        .Takes(WireJson.Default.RoundToAbandon, RoundSamples.ToAbandon)
        .Gives(201, "It is abandoned.", WireJson.Default.RecordedRoundStep, RoundSamples.Step(RoundSamples.Abandoned))
        .Gives(200, "A replay: it was abandoned already.", WireJson.Default.RecordedRoundStep, RoundSamples.Replay(RoundSamples.Abandoned))
        .Refuses(404, 409, 413, 415, 422);

    private static async Task<IResult> Handle(Call call)
    {
        var round = await call.Round();
        var sent = await call.Body(WireJson.Default.RoundToAbandon);
        return await call.Stepped(round.Id, await call.Workspace.Rounds.Abandon(round.Id, sent.Reason, call.Actor, call.Cancel));
    }
}
