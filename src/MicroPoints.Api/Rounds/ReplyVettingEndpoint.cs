using MicroPoints.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Records the reply of a body that was asked, or that none came.</summary>
internal static class ReplyVettingEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .Post("/rounds/{round}/vetting/replies", Handle).Needs(Need.Writers).Takes()
        .Is("replyVetting", Tags.Rounds, "Record a body's reply, or that none came",
            "An objection names chambers and its ground, and puts them on hold; `no-reply` needs a reason. A later reply of the "
            + "same body takes the place of the first; holds stay until they are released.")
        .Takes(WireJson.Default.ReplyToRecord, CeremonySamples.Reply)
        .Gives(201, "It is recorded.", WireJson.Default.RecordedRoundStep, CeremonySamples.Step("reply-tax"))
        .Gives(200, "A replay: it was recorded already.", WireJson.Default.RecordedRoundStep, CeremonySamples.Replay("reply-tax"))
        .Refuses(404, 409, 413, 415, 422);

    private static async Task<IResult> Handle(Call call)
    {
        var round = await call.Round();
        var sent = await call.Body(WireJson.Default.ReplyToRecord);
        return await call.Stepped(round.Id, await call.Workspace.Rounds.Reply(
            round.Id, WireText.Id(sent.Id, "$.id"), CeremonyReading.Read(sent), sent.Words, call.Actor, call.Cancel));
    }
}
