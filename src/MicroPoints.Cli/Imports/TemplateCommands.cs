using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Runtime;

namespace MicroPoints.Cli;

/// <summary>Writes empty tables to fill, which are imported without any mapping.</summary>
internal static class TemplateCommands
{
    private static readonly Option<KindId> Kind = Common.Typed("--kind", "what the list counts", "KIND", text =>
        new KindId(text), required: true);

    public static Command BuildAnnual() => new Verb("table", "the annual table of the ruleset in force 年度汇总表模板",
            "template table --period 2026 --out 2026汇总.xlsx", "template table --period 2026 --scope 990101 --out 2026汇总.xlsx")
        .With(ImportOptions.Period, ImportOptions.Scope, Question.Ruleset, WorkbookFile.Out).Does((parsed, cancel) =>
            Run(parsed, (templates, scope) =>
            templates.Annual(parsed.GetValue(Question.Ruleset)!, parsed.GetValue(ImportOptions.Period), scope, cancel),
                cancel), Reach.Store);

    public static Command BuildDepartment() => new Verb("department", "the list of one kind, for a department 部门清单模板",
            "template department --kind dispute.mediated --period 2026 --out 司法局.xlsx")
        .With(Kind, ImportOptions.Period, ImportOptions.Scope, WorkbookFile.Out).Does((parsed, cancel) => Run(parsed, (templates, scope) =>
            templates.Department(parsed.GetValue(Kind), parsed.GetValue(ImportOptions.Period), scope, cancel), cancel), Reach.Store);

    private static async Task<int> Run(
        ParseResult parsed, Func<Templates, RegionCode, ValueTask<IReadOnlyList<TableToWrite>>> make, CancellationToken cancel)
    {
        await using var store = await OpenStore.OpenExisting(parsed, cancel);
        var scope = parsed.GetResult(ImportOptions.Scope) is null ? RegionCode.Nation : parsed.GetValue(ImportOptions.Scope);
        return await WorkbookFile.Write(parsed, store.Workspace.Tables, await make(new Templates(store.Workspace), scope), cancel);
    }
}
