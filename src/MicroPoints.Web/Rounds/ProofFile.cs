using Microsoft.AspNetCore.Http;

namespace MicroPoints.Web;

/// <summary>A sealed round's proof as a file, for those who see words: it holds the meeting's reasons.</summary>
internal static class ProofFile
{
    public static async Task<IResult> Of(Desk desk, string round) =>
        desk.SeesWords && await RoundAt.Find(desk, round) is { Sealed: { } done } state
        && await desk.Workspace.Proofs.Open(state.Id, done.Proof, desk.Cancel) is { } bytes
            ? Results.Stream(bytes, "application/zip",
                $"{(await desk.Workspace.Rounds.NameOf(state, desk.Cancel)).Zh} 核验包.zip") : Results.NotFound();
}
