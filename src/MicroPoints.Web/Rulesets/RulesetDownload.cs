using MicroPoints.Documents;
using MicroPoints.Runtime;
using Microsoft.AspNetCore.Http;

namespace MicroPoints.Web;

/// <summary>The ruleset in force as a 办法 for Word or Excel.</summary>
internal static class RulesetDownload
{
    public const string Document = "/rules/policy.docx", Workbook = "/rules/policy.xlsx";

    public static async Task<IResult> Docx(Desk desk, IActivitySearch search)
    {
        var file = RulesetFiles.Docx(await Source(desk, search));
        return Results.File(file.Bytes, PaperFile.Type, file.Name);
    }

    public static async Task<IResult> Xlsx(Desk desk, IActivitySearch search)
    {
        var file = RulesetFiles.Xlsx(await Source(desk, search));
        return Results.File(file.Bytes, RulesetFiles.WorkbookType, file.Name);
    }

    private static async Task<RulesetSource> Source(Desk desk, IActivitySearch search)
    {
        var answer = await desk.Workspace.Standings.Ask(await CountyList.Query(desk), null, desk.Cancel);
        var stamp = (await search.Find(new ChamberQuery(desk.Scope) { Limit = 1 }, desk.Cancel)).Stamp;
        return new RulesetSource(answer.Ruleset, answer.Values, desk.Workspace.Kinds, stamp)
        {
            Place = RegionNames.Proper(desk.Scope, stamp)
                ?? (desk.Workspace.Regions.County is { } county && county.County == desk.Scope ? county.Name : null),
        };
    }
}
