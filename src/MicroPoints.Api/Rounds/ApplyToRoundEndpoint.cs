using MicroPoints.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Records that a chamber applied to take part in a round.</summary>
internal static class ApplyToRoundEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .Post("/rounds/{round}/applications", Handle).Needs(Need.Writers).Takes()
        .Is("applyToRound", Tags.Rounds, "Record a chamber's application", "While the round is a draft.")
        .Takes(WireJson.Default.ApplicationToRecord, new ApplicationToRecord { Chamber = "c-01" })
        .Gives(201, "It is recorded.", WireJson.Default.RecordedRoundStep,
            RoundSamples.Step(RoundSamples.Draft with { Applicants = ["c-01"], Head = new HeadOfStream(2, Samples.Hash) }))
        .Gives(200, "A replay: it was recorded already.", WireJson.Default.RecordedRoundStep,
            RoundSamples.Replay(RoundSamples.Draft with { Applicants = ["c-01"], Head = new HeadOfStream(2, Samples.Hash) }))
        .Refuses(404, 409, 413, 415);

    private static async Task<IResult> Handle(Call call)
    {
        var round = await call.Round();
        var sent = await call.Body(WireJson.Default.ApplicationToRecord);
        var chamber = await call.ChamberReached(sent.Chamber, "$.chamber");
        return await call.Stepped(round.Id, await call.Workspace.Rounds.Apply(round.Id, chamber, call.Actor, call.Cancel));
    }
}
