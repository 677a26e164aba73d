using System.Text;
using MicroPoints.Documents;
using MicroPoints.Rulesets;
using MicroPoints.Runtime;
using Microsoft.AspNetCore.Http;

namespace MicroPoints.Web;

/// <summary>A draft made from a file that was sent: the same each time, so nothing of it is kept.</summary>
/// <param name="Written">Null where none could be made.</param>
internal sealed record DraftMade(string FileName, RulesetDraft? Draft, WrittenDraft? Written, IReadOnlyList<TableNote> Problems)
{
    private const string RulesetId = "county-points";

    /// <summary>Null where the file is gone or another sent it.</summary>
    public static DraftMade? Of(Desk desk, Uploads uploads, IDraftFormat format, string? key, string? title)
    {
        if (!desk.MayRecord || uploads.Find(desk.Actor.Id, key) is not { } file) return null;
        var request = new DraftRequest(RulesetId, title is { Length: > 0 and <= Limits.NameLengthMax } ? title : null,
            new DateOnly(desk.Workspace.Today.Year, 1, 1));
        var answer = RulesetDrafting.Draft(RulesetDocuments.Read(file.Bytes), request, desk.Workspace.Kinds);
        return new DraftMade(file.Name, answer.Draft, answer.Draft is { } draft ? format.Write(draft, desk.Workspace.Kinds) : null,
            answer.Problems);
    }

    /// <summary>The draft's lines in sentences.</summary>
    public IReadOnlyList<ProseLine> Lines(Activities.KindCatalogue known) => Draft is not { } draft ? []
        : [.. RulesetProse.Lines(draft.Rules, KindsWith(known), new Values(draft.Rules, new Dictionary<string, SettingValue>()))];

    /// <summary>The kinds that are known with those that the draft brings along.</summary>
    public Activities.KindCatalogue KindsWith(Activities.KindCatalogue known) =>
        new(known.Version, known.Hash, [.. known.Kinds, .. Draft?.NewKinds ?? []]);

    /// <summary>What is open as a workbook, with room to write the answers in.</summary>
    public static IResult Questions(Desk desk, Uploads uploads, IDraftFormat format, string key, string? title)
    {
        if (Of(desk, uploads, format, key, title) is not { Written: { } written, Draft: { } draft }) return Results.NotFound();
        var table = new TableToWrite("待定", [new("位置", Width: 18), new("编号"), new("原文", Width: 40), new("暂按", Width: 40),
            new("请定", Width: 40), new("本县决定", Width: 30)],
            [.. written.Questions.Select(q => (IReadOnlyList<CellValue>)[q.Where, q.Line, q.Text, q.Assumed.Zh, q.Decide.Zh])])
        { Title = $"{draft.Rules.Title.Zh}：待定清单", IsWide = true };
        return Results.File(desk.Workspace.Tables.Write([table]), RulesetFiles.WorkbookType, "待定清单.xlsx");
    }

    /// <summary>One of the draft's two files.</summary>
    public static IResult File(Desk desk, Uploads uploads, IDraftFormat format, string key, string? title, bool activities) =>
        Of(desk, uploads, format, key, title)?.Written is { } written
            ? Results.File(Encoding.UTF8.GetBytes(activities ? written.Activities : written.Rules), "application/yaml",
                activities ? $"{RulesetId}.activities.yaml" : $"{RulesetId}.yaml")
            : Results.NotFound();
}
