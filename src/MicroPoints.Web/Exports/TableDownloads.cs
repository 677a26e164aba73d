using MicroPoints.Rounds;
using MicroPoints.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Web;

/// <summary>Lists and templates as workbooks.</summary>
internal static class TableDownloads
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapTables(this RouteGroupBuilder open)
    {
        Map("/exports/standings.xlsx", async (d, e) => [await e.Standings(CountyList.Query(d), null, d.Cancel)], d => $"{d.Period}-得分.xlsx");
        Map("/exports/activities.xlsx", async (d, e) => [await e.Activities(d.Scope, d.Period, null, d.Cancel)], d => $"{d.Period}-积分事项.xlsx");
        Map("/exports/chambers.xlsx", async (d, e) => [await e.Chambers(d.Scope, d.Workspace.Today, d.Cancel)], _ => "商会名册.xlsx");
        Map("/exports/coverage.xlsx", async (d, e) => [await e.Coverage(d.Scope, d.Period, d.Cancel)], d => $"{d.Period}-录入覆盖.xlsx");
        open.MapGet("/imports/template.xlsx", async (Desk desk, ITableFiles files) => Results.File(files.Write(
            await new Templates(desk.Workspace).Annual(CountyList.Ruleset, desk.Period, desk.Scope, desk.Cancel)), Xlsx,
            $"{desk.Period}-年度汇总表模板.xlsx")).RequireAuthorization().ExcludeFromDescription();
        open.MapGet("/imports/template-{kind}.xlsx", async (Desk desk, ITableFiles files, string kind) => KindId.IsValid(kind)
            && desk.Workspace.Kinds.Find(new KindId(kind)) is { } known ? Results.File(files.Write(
                await new Templates(desk.Workspace).Department(known.Id, desk.Period, desk.Scope, desk.Cancel)), Xlsx, $"{known.Title.Zh}-清单模板.xlsx")
            : Results.NotFound()).RequireAuthorization().ExcludeFromDescription();
        open.MapGet("/exports/chambers/{chamber}.xlsx", async (Desk desk, ITableFiles files, string chamber) =>
            await ChamberAt.Find(desk, chamber) is { } found ? Results.File(files.Write([await new ExportService(desk.Workspace).Scorecard(
                found, CountyList.Query(desk), desk.Cancel)]), Xlsx, $"{desk.Period}-积分卡-{found}.xlsx") : Results.NotFound())
            .RequireAuthorization().ExcludeFromDescription();
        open.MapGet("/exports/rounds/{round}.xlsx", async (Desk desk, ITableFiles files, string round) =>
            await RoundAt.Find(desk, round) is { Locked: not null } found ? Results.File(files.Write([await new ExportService(desk.Workspace)
                .Round(found.Id, null, desk.Cancel)]), Xlsx, $"{found.Id}-汇总.xlsx") : Results.NotFound())
            .RequireAuthorization().ExcludeFromDescription();

        void Map(string path, Func<Desk, ExportService, Task<IReadOnlyList<TableToWrite>>> tables, Func<Desk, string> name) =>
            open.MapGet(path, async (Desk desk, ITableFiles files) => Results.File(
                files.Write(await tables(desk, new ExportService(desk.Workspace))), Xlsx, name(desk))).RequireAuthorization().ExcludeFromDescription();
    }
}
