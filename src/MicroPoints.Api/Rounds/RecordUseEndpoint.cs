using MicroPoints.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Records that a body relied on what a sealed round gave a chamber.</summary>
internal static class RecordUseEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .Post("/rounds/{round}/uses", Handle).Needs(Need.Writers).Takes()
        .Is("recordUse", Tags.Rounds, "Record a use of a result",
            "运用记录: which body relied on which outcome or grade of which chamber, for what. After the seal, and never of a rehearsal; "
            + "it changes neither the result nor the proof. A reference opinion needs the document number of the written request.")
        .Takes(WireJson.Default.UseToRecord, CeremonySamples.Use)
        .Gives(201, "It is recorded.", WireJson.Default.RecordedRoundStep, CeremonySamples.Step("use-1"))
        .Gives(200, "A replay: it was recorded already.", WireJson.Default.RecordedRoundStep, CeremonySamples.Replay("use-1"))
        .Refuses(404, 409, 413, 415, 422);

    private static async Task<IResult> Handle(Call call)
    {
        var round = await call.Round();
        var sent = await call.Body(WireJson.Default.UseToRecord);
        return await call.Stepped(round.Id, await call.Workspace.Rounds.Use(
            round.Id, WireText.Id(sent.Id, "$.id"), CeremonyReading.Read(sent), sent.Note, call.Actor, call.Cancel));
    }
}
