using MicroPoints.Rounds;
using Microsoft.AspNetCore.Http;

namespace MicroPoints.Web;

/// <summary>A scan's file, to be saved and never shown in the browser: not found where there is none for the one who asks.</summary>
/// <remarks>What people signed by hand may name them: it is for whoever sees words.</remarks>
internal static class ScanDownload
{
    public static async Task<IResult> Of(Desk desk, string round, string scan)
    {
        if (!desk.SeesWords) return Results.NotFound();
        if (await RoundAt.Find(desk, round) is not { } state) return Results.NotFound();
        if (state.Papers.FirstOrDefault(p => p.Id.Value == scan) is not { Kept: { } format } paper) return Results.NotFound();
        return await desk.Workspace.Rounds.OpenScan(paper, desk.Cancel) is { } file
            ? Results.Stream(file, format.MediaType(),
                $"{(await desk.Workspace.Rounds.NameOf(state, desk.Cancel)).Zh} {RoundWords.Of(paper.Kind).Zh}.{format.Extension()}")
            : Results.NotFound();
    }

    public static string Path(RoundId round, Paper paper) => $"/rounds/{round}/scans/{paper.Id}";
}
