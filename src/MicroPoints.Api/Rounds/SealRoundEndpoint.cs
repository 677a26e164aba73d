using MicroPoints.Contracts;
using MicroPoints.Identity;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Seals a decided round and keeps its proof.</summary>
internal static class SealRoundEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .Post("/rounds/{round}/seal", Handle).Needs(Role.Approver).Takes().TakesLong()
        .Is("sealRound", Tags.Rounds, "Seal a round",
            "Computes the result, writes the proof, replays it, and only then seals. It takes no body. "
            + "Sealing again answers `exists` and keeps the proof again.")
        .Gives(201, "It is sealed now.", WireJson.Default.RecordedRoundStep, RoundSamples.Step(RoundSamples.Sealed))
        .Gives(200, "A replay: it was sealed already.", WireJson.Default.RecordedRoundStep, RoundSamples.Replay(RoundSamples.Sealed))
        .Refuses(404, 409);

    private static async Task<IResult> Handle(Call call)
    {
        var round = await call.Round();
        call.WithoutBody();
        var proofs = call.Workspace.Proofs;
        var (answer, _) = await call.InTurn(() => call.Workspace.Rounds
            .Seal(round.Id, call.Actor, proof => proofs.Keep(proof, call.Cancel), null, call.Cancel).AsTask());
        return await call.Stepped(round.Id, answer);
    }
}
