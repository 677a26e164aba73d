using MicroPoints.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Shows how far each step of a round is, and what is still missing.</summary>
internal static class ShowStepsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .Get("/rounds/{round}/steps", Handle).Needs(Need.Readers).Takes().TakesLong()
        .Is("showSteps", Tags.Rounds, "Show a round's steps", "How far each is, what is still missing, and by when, as of today.")
        .Gives(200, "The steps in order.", WireJson.Default.RoundStepList, CeremonySamples.Steps).Refuses(404);

    private static async Task<IResult> Handle(Call call)
    {
        var round = await call.Round();
        var steps = await call.InTurn(() => call.Workspace.Rounds.Steps(round, call.Cancel).AsTask());
        return new JsonAnswer<RoundStepList>(
            200, CeremonyOut.Steps(round, call.Workspace.Today, steps), WireJson.Default.RoundStepList);
    }
}
