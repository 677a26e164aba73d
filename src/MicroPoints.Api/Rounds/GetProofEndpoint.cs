using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace MicroPoints.Api;

/// <summary>Hands out a sealed round's proof, whole or in ranges.</summary>
internal static class GetProofEndpoint
{
    private const string Zip = "application/zip";

    public static void Map(IEndpointRouteBuilder routes) => routes
        .Get("/rounds/{round}/proof", Handle).Needs(Need.WordReaders).Takes().TakesLong()
        .Is("getProof", Tags.Rounds, "Get a sealed round's proof",
            "The zip from which anyone recomputes the round: `micropoints round replay FILE`. Its ETag is its SHA-256. "
            + "Range asks for a part. It holds the meeting's reasons, so readers are not given it.")
        .GivesFile(200, "The proof.", Zip).GivesFile(206, "The asked part of it.", Zip).Gives304()
        .Refuses(404, 409, 412, 416);

    private static async Task<IResult> Handle(Call call)
    {
        var round = await call.Round();
        if (round.Sealed is not { } seal) return ProblemAnswer.Of(Refusal.RoundWrongState,
            $"round {round.Id} is {RoundOut.Status(round.Status).ToString().ToLowerInvariant()}: only a sealed round has a proof");
        var etag = $"\"{seal.Proof}\"";
        if (call.IsKnown(etag)) return ETags.NotModified(etag);
        if (await call.Workspace.Proofs.Open(round.Id, seal.Proof, call.Cancel) is not { } proof) return ProblemAnswer.Of(
            Fault.ProofNotKept, $"round {round.Id} is sealed and its proof is not here: seal it again, which writes the same proof anew");
        return Results.Stream(proof, Zip, $"{round.Id.Value.Replace(':', '-')}.zip",
            entityTag: EntityTagHeaderValue.Parse(etag), enableRangeProcessing: true);
    }
}
