using MicroPoints.Documents;
using Microsoft.AspNetCore.Http;

namespace MicroPoints.Web;

/// <summary>A round's paper as a file: not found where it cannot be printed, tells what its reader may not see, or is another's.</summary>
internal static class PaperDownload
{
    public static async Task<IResult> Of(Desk desk, string round, string paper, string? chamber, string? reasons)
    {
        if (PaperNames.Find(paper) is not { } wanted || chamber is not null && !ChamberId.IsValid(chamber)) return Results.NotFound();
        if (await RoundAt.Find(desk, round) is not { } state || PaperList.Missing(wanted, state) is not null) return Results.NotFound();
        if (!desk.SeesWords && (wanted.TellsWords() || reasons == "yes")) return Results.NotFound();
        var source = await new RoundPapers(desk.Workspace).Read(state, desk.Cancel);
        var choice = new PaperChoice(wanted, chamber is null ? null : new ChamberId(chamber), reasons == "yes");
        return RoundPapers.Write(source, choice) is { } file
            ? Results.File(file.Bytes, PaperFile.Type, file.Name) : Results.NotFound();
    }

    /// <summary>Every paper that can be printed now in one file, a feedback slip for each chamber among them.</summary>
    /// <remarks>Without those that tell what bodies said, for whoever may not see it.</remarks>
    public static async Task<IResult> All(Desk desk, string round)
    {
        if (await RoundAt.Find(desk, round) is not { } state) return Results.NotFound();
        var source = await new RoundPapers(desk.Workspace).Read(state, desk.Cancel);
        return Results.File(RoundPapers.WriteAll(source, desk.SeesWords), "application/zip", $"{source.Name} 文书.zip");
    }

    public static string Path(RoundId round, PrintedPaper paper, ChamberId? chamber = null) =>
        $"/rounds/{round}/papers/{paper.Slug()}{(chamber is { } of ? $"?chamber={of}" : "")}";
}
