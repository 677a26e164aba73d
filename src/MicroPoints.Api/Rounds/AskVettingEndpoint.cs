using MicroPoints.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Enters a body into a round's register that was asked for its opinion.</summary>
internal static class AskVettingEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .Post("/rounds/{round}/vetting", Handle).Needs(Need.Writers).Takes()
        .Is("askVetting", Tags.Rounds, "Record that a body was asked for its opinion",
            "征求意见: the body and the day of the letter. Each body is asked once; its reply follows.")
        .Takes(WireJson.Default.LetterToRecord, CeremonySamples.Letter)
        .Gives(201, "It is recorded.", WireJson.Default.RecordedRoundStep, CeremonySamples.Step("ask-tax"))
        .Gives(200, "A replay: it was recorded already.", WireJson.Default.RecordedRoundStep, CeremonySamples.Replay("ask-tax"))
        .Refuses(404, 409, 413, 415, 422);

    private static async Task<IResult> Handle(Call call)
    {
        var round = await call.Round();
        var sent = await call.Body(WireJson.Default.LetterToRecord);
        return await call.Stepped(round.Id, await call.Workspace.Rounds.Ask(
            round.Id, WireText.Id(sent.Id, "$.id"), CeremonyReading.Read(sent), call.Actor, call.Cancel));
    }
}
