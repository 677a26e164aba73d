using MicroPoints.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Records that a round's results were posted in public.</summary>
internal static class PostNoticeEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .Post("/rounds/{round}/notice", Handle).Needs(Need.Writers).Takes().TakesLong()
        .Is("postNotice", Tags.Rounds, "Record a public notice",
            "It seals what is computed now, and its last day on the working-day calendar in force. Where that lacks a year, "
            + "`notice-day-unconfirmed` names the day to send as `confirmedLastDay`. The last notice counts.")
        .Takes(WireJson.Default.NoticeToRecord, CeremonySamples.Notice)
        .Gives(201, "It is recorded.", WireJson.Default.RecordedRoundStep, CeremonySamples.Step("notice-1"))
        .Gives(200, "A replay: it was recorded already.", WireJson.Default.RecordedRoundStep, CeremonySamples.Replay("notice-1"))
        .Refuses(404, 409, 413, 415, 422);

    private static async Task<IResult> Handle(Call call)
    {
        var round = await call.Round();
        var sent = await call.Body(WireJson.Default.NoticeToRecord);
        var (id, notice) = (WireText.Id(sent.Id, "$.id"), CeremonyReading.Read(sent));
        return await call.Stepped(round.Id, await call.InTurn(() => call.Workspace.Rounds
            .PostNotice(round.Id, id, notice, call.Actor, null, call.Cancel).AsTask()));
    }
}
