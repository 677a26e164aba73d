using MicroPoints.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Types in an objection that came by letter or phone.</summary>
internal static class ReceiveObjectionEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .Post("/rounds/{round}/objections", Handle).Needs(Need.Writers).Takes()
        .Is("receiveObjection", Tags.Rounds, "Record an objection",
            "Who objects and what can be erased, and are shown only to keys that write or audit. It is answered within 15 days.")
        .Takes(WireJson.Default.ObjectionToRecord, CeremonySamples.Objection)
        .Gives(201, "It is recorded.", WireJson.Default.RecordedRoundStep, CeremonySamples.Step("o-1"))
        .Gives(200, "A replay: it was recorded already.", WireJson.Default.RecordedRoundStep, CeremonySamples.Replay("o-1"))
        .Refuses(404, 409, 413, 415, 422);

    private static async Task<IResult> Handle(Call call)
    {
        var round = await call.Round();
        var sent = await call.Body(WireJson.Default.ObjectionToRecord);
        return await call.Stepped(round.Id, await call.Workspace.Rounds.Receive(
            round.Id, WireText.Id(sent.Id, "$.id"), CeremonyReading.Read(sent), call.Actor, call.Cancel));
    }
}
