using MicroPoints.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Attaches a signed scan to a round by its digest.</summary>
internal static class AttachPaperEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .Post("/rounds/{round}/papers", Handle).Needs(Need.Writers).Takes()
        .Is("attachPaper", Tags.Rounds, "Attach a signed scan", "By its SHA-256, at any step. The file itself stays with its keeper.")
        .Takes(WireJson.Default.PaperToRecord, CeremonySamples.Paper)
        .Gives(201, "It is attached.", WireJson.Default.RecordedRoundStep, CeremonySamples.Step("scan-notice"))
        .Gives(200, "A replay: it was attached already.", WireJson.Default.RecordedRoundStep, CeremonySamples.Replay("scan-notice"))
        .Refuses(404, 409, 413, 415, 422);

    private static async Task<IResult> Handle(Call call)
    {
        var round = await call.Round();
        var sent = await call.Body(WireJson.Default.PaperToRecord);
        return await call.Stepped(round.Id, await call.Workspace.Rounds.Attach(
            round.Id, WireText.Id(sent.Id, "$.id"), CeremonyReading.Read(sent), sent.Note, call.Actor, call.Cancel));
    }
}
