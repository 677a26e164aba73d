using MicroPoints.Contracts;
using MicroPoints.Identity;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Releases the hold that a body's objection put on a chamber.</summary>
internal static class ReleaseHoldEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .Post("/rounds/{round}/vetting/releases", Handle).Needs(Role.Approver).Takes()
        .Is("releaseHold", Tags.Rounds, "Release a hold", "A chamber on hold is given no outcome: it is passed over, or released.")
        .Takes(WireJson.Default.ReleaseToRecord, CeremonySamples.Release)
        .Gives(201, "It is released.", WireJson.Default.RecordedRoundStep, CeremonySamples.Step("release-c-03"))
        .Gives(200, "A replay: it was released already.", WireJson.Default.RecordedRoundStep, CeremonySamples.Replay("release-c-03"))
        .Refuses(404, 409, 413, 415, 422);

    private static async Task<IResult> Handle(Call call)
    {
        var round = await call.Round();
        var sent = await call.Body(WireJson.Default.ReleaseToRecord);
        return await call.Stepped(round.Id, await call.Workspace.Rounds.Release(
            round.Id, WireText.Id(sent.Id, "$.id"), CeremonyReading.Read(sent), sent.Reason, call.Actor, call.Cancel));
    }
}
