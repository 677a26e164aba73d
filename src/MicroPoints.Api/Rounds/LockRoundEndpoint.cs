using MicroPoints.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Freezes a round's data.</summary>
internal static class LockRoundEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .Post("/rounds/{round}/lock", Handle).Needs(Need.Writers).Takes().TakesLong()
        .Is("lockRound", Tags.Rounds, "Freeze a round's data",
            "Heads, rules, settings and both dates; from then on the round is computed from these. Send {} for today's facts "
            + "with the period left open. An annual round closes it in any case. A retry answers `exists`, whatever it asks for.")
        .Takes(WireJson.Default.RoundToLock, new RoundToLock { AsOf = new DateOnly(2026, 12, 31) })
        .Gives(201, "It is locked now.", WireJson.Default.RecordedRoundStep, RoundSamples.Step(RoundSamples.Locked))
        .Gives(200, "A replay: it was locked already.", WireJson.Default.RecordedRoundStep, RoundSamples.Replay(RoundSamples.Locked))
        .Refuses(404, 409, 413, 415, 422);

    private static async Task<IResult> Handle(Call call)
    {
        var round = await call.Round();
        var sent = await call.Body(WireJson.Default.RoundToLock);
        WireText.CheckDay(sent.AsOf, "$.asOf");
        return await call.Stepped(round.Id, await call.InTurn(() => call.Workspace.Rounds
            .Lock(round.Id, sent.AsOf, sent.ClosePeriod, call.Actor, null, call.Cancel).AsTask()));
    }
}
