using MicroPoints.Documents;
using MicroPoints.Rounds;
using MicroPoints.Runtime;
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
    /// <remarks>Without those that tell what bodies said, for whoever may not see it. Where there are many chambers they are written
    /// while whoever works on the round waits for them elsewhere.</remarks>
    public static async Task<IResult> All(Desk desk, LongWorks works, string round)
    {
        if (await RoundAt.Find(desk, round) is not { } state) return Results.NotFound();
        var (workspace, withWords, name) = (desk.Workspace, desk.SeesWords, await desk.Workspace.Rounds.NameOf(state, desk.Cancel));
        var todo = new WorkToDo($"papers {state.Id} {state.Head.Hash} {withWords}",
            new Title($"生成全部文书：{name.Zh}", $"writing of all papers: {name.EnOrZh}"), desk.Actor, state.Opened!.Scope,
            $"/rounds/{state.Id}");
        // A reader is shown no work, and waits here.
        if (!desk.Actor.MayRecord(todo.Scope)) return Packed(await Pack(workspace, state, withWords, desk.Cancel));
        var begun = await works.Run(todo, (_, stop) => Pack(workspace, state, withWords, stop), file => new WorkEnd(true,
            new Title("全部文书已经生成。", "All papers are written."), [], todo.Back, new Title("回到年度评价", "Back to the round"), file));
        return begun.Result is { } file ? Packed(file) : Results.Redirect(begun.Work.Path);
    }

    private static async Task<WorkFile> Pack(Workspace workspace, RoundState state, bool withWords, CancellationToken cancel) => new(
        $"{(await workspace.Rounds.NameOf(state, cancel)).Zh} 文书.zip", "application/zip",
        RoundPapers.WriteAll(await new RoundPapers(workspace).Read(state, cancel), withWords));

    private static IResult Packed(WorkFile file) => Results.File(file.Bytes, file.Type, file.Name);

    public static string Path(RoundId round, PrintedPaper paper, ChamberId? chamber = null) =>
        $"/rounds/{round}/papers/{paper.Slug()}{(chamber is { } of ? $"?chamber={of}" : "")}";
}
