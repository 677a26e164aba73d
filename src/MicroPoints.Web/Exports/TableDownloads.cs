using MicroPoints.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Web;

/// <summary>Lists and templates as workbooks.</summary>
internal static class TableDownloads
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <param name="Name">What the file is called.</param>
    private sealed record Book(IReadOnlyList<TableToWrite> Tables, string Name);

    public static void MapTables(this RouteGroupBuilder open)
    {
        Map(open, "/exports/standings.xlsx", async (d, e, _) =>
            new([await e.Standings(await CountyList.Query(d), null, d.Cancel)], $"{d.Period}-得分.xlsx"));
        Map(open, "/exports/activities.xlsx", async (d, e, _) =>
            new([await e.Activities(d.Scope, d.Period, null, d.SeesWords, d.Cancel)], $"{d.Period}-积分事项.xlsx"));
        Map(open, "/exports/chambers.xlsx", async (d, e, _) =>
            new([await e.Chambers(d.Scope, d.Workspace.Today, d.Cancel)], "商会名册.xlsx"));
        Map(open, "/exports/coverage.xlsx", async (d, e, _) =>
            new([await e.Coverage(d.Scope, d.Period, d.Cancel)], $"{d.Period}-录入覆盖.xlsx"));
        Map(open, "/exports/chambers/{id}.xlsx", async (d, e, id) => await ChamberAt.Find(d, id) is { } chamber
            ? new([await e.Scorecard(chamber, await CountyList.Query(d), d.Cancel)],
                $"{d.Period}-积分卡-{await ChamberAt.NameOf(d, chamber)}.xlsx") : null);
        Map(open, "/exports/rounds/{id}.xlsx", async (d, e, id) => await RoundAt.Find(d, id) is { Locked: not null } round
            ? new([await e.Round(round.Id, d.SeesWords, null, d.Cancel)],
                $"{(await d.Workspace.Rounds.NameOf(round, d.Cancel)).Zh} 汇总.xlsx") : null);
        Map(open, "/exports/uses.xlsx", async (d, e, _) => new([await e.Uses(d.Scope, d.SeesWords, d.Cancel)], "运用记录.xlsx"));
        Map(open, "/exports/rounds.xlsx", async (d, _, _) => new([await DeskTables.Rounds(d)], "年度评价一览.xlsx"));
        open.MapGet("/exports/county.xlsx", async (Desk desk, SealedFigures figures, ITableFiles files) =>
            Results.File(files.Write(await DeskTables.County(desk, figures)), Xlsx, $"{desk.Period}-全县情况.xlsx"))
            .RequireAuthorization().ExcludeFromDescription();
        open.MapGet("/exports/imports.xlsx", async (Desk desk, ImportService imports, ITableFiles files) =>
            Results.File(files.Write([await DeskTables.Imports(desk, imports)]), Xlsx, "导入记录.xlsx"))
            .RequireAuthorization().ExcludeFromDescription();
        Map(open, "/imports/template.xlsx", async (d, _, _) => new(
            await new Templates(d.Workspace).Annual(await CountyList.RulesetOf(d), d.Period, d.Scope, d.Cancel),
            $"{d.Period}-年度汇总表模板.xlsx"));
        Map(open, "/imports/template-{id}.xlsx", async (d, _, id) =>
            KindId.IsValid(id) && d.Workspace.Kinds.Find(new KindId(id!)) is { } kind
                ? new(await new Templates(d.Workspace).Department(kind.Id, d.Period, d.Scope, d.Cancel), $"{kind.Title.Zh}-清单模板.xlsx")
                : null);
    }

    /// <param name="book">Null where there is nothing of that id for this desk.</param>
    private static void Map(RouteGroupBuilder open, string path, Func<Desk, ExportService, string?, Task<Book?>> book) =>
        open.MapGet(path, async (HttpContext http, Desk desk, ITableFiles files) =>
            await book(desk, new ExportService(desk.Workspace), http.Request.RouteValues["id"] as string) is { } made
                ? Results.File(files.Write(made.Tables), Xlsx, made.Name) : Results.NotFound())
            .RequireAuthorization().ExcludeFromDescription();
}
