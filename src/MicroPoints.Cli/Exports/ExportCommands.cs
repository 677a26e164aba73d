using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Runtime;

namespace MicroPoints.Cli;

/// <summary>Writes each list as an Excel workbook.</summary>
internal static class ExportCommands
{
    private static readonly Argument<ChamberId> Chamber = Common.TypedArgument("chamber", "the chamber's id", text => new ChamberId(text));
    private static readonly Option<ChamberId?> Only = Common.Typed<ChamberId?>("--chamber", "only this chamber's", "ID", text =>
        new ChamberId(text));
    private static readonly Argument<RoundId> Round = Common.TypedArgument("round", "the round's id", text => new RoundId(text));

    public static IEnumerable<Command> All()
    {
        yield return new Verb("chambers", "the register 商会名册", "export chambers --out 商会名册.xlsx").With(Question.Scope,
            Question.AsOf, WorkbookFile.Out)
            .Does((parsed, cancel) =>
                Run(parsed, w => new ExportService(w).Chambers(Scope(parsed), AsOf(parsed) ?? w.Today, cancel), cancel), Reach.Store);
        yield return new Verb("activities", "what chambers did in a period 积分事项", "export activities --period 2026 --out 积分事项.xlsx",
                "export activities --period 2026 --chamber c-01 --out c-01.xlsx")
            .With(Question.Scope, ImportOptions.Period, Only, WorkbookFile.Out).Does((parsed, cancel) => Run(parsed, w =>
                new ExportService(w).Activities(Scope(parsed), parsed.GetValue(ImportOptions.Period), parsed.GetValue(Only),
                    withWords: true, cancel), cancel), Reach.Store);
        yield return new Verb("standings", "where chambers stand 位次", "export standings --period 2026 --out 积分汇总.xlsx")
            .With(Question.Scope, Question.Ruleset, Question.Period, Question.AsOf, Question.KnownAt, Question.PeerGroup, WorkbookFile.Out)
            .Does((parsed, cancel) =>
                Run(parsed, w => new ExportService(w).Standings(Question.Read(parsed, Scope(parsed)), null, cancel), cancel),
                Reach.Store);
        yield return new Verb("scorecard", "one chamber's scorecard 积分卡", "export scorecard c-01 --period 2026 --out c-01.xlsx")
            .With(Chamber, Question.Ruleset, Question.Period, Question.AsOf, Question.KnownAt, WorkbookFile.Out)
            .Does((parsed, cancel) => Run(parsed, w => Scorecard(w, parsed, cancel), cancel), Reach.Store);
        yield return new Verb("coverage", "how far recording reaches 覆盖情况", "export coverage --period 2026 --out 覆盖.xlsx")
            .With(Question.Scope, ImportOptions.Period, WorkbookFile.Out).Does((parsed, cancel) => Run(parsed, w =>
                new ExportService(w).Coverage(Scope(parsed), parsed.GetValue(ImportOptions.Period), cancel), cancel), Reach.Store);
        yield return new Verb("round", "what a round comes to 评价结果", "export round 2026-annual --out 评价结果.xlsx").With(Round,
            WorkbookFile.Out)
            .Does((parsed, cancel) =>
                Run(parsed, w => new ExportService(w).Round(parsed.GetValue(Round), withWords: true, null, cancel), cancel), Reach.Store);
        yield return new Verb("uses", "who relied on results 运用记录", "export uses --scope 990101 --out 运用记录.xlsx")
            .With(Question.Scope, WorkbookFile.Out).Does((parsed, cancel) =>
                Run(parsed, w => new ExportService(w).Uses(Scope(parsed), withWords: true, cancel), cancel), Reach.Store);
    }

    /// <summary>A card stands among the chambers of its county.</summary>
    private static async ValueTask<TableToWrite> Scorecard(Workspace workspace, ParseResult parsed, CancellationToken cancel)
    {
        var chamber = parsed.GetValue(Chamber);
        var seat = await workspace.Seats.Of(chamber, cancel)
            ?? throw CliFailure.Refused(Refusal.ChamberUnknown, $"{chamber} is not registered");
        return await new ExportService(workspace).Scorecard(chamber, Question.Read(parsed, seat.Enclosing(RegionLevel.County)), cancel);
    }

    private static RegionCode Scope(ParseResult parsed) => parsed.GetResult(Question.Scope) is null ? RegionCode.Nation
        : parsed.GetValue(Question.Scope);

    private static DateOnly? AsOf(ParseResult parsed) => parsed.GetResult(Question.AsOf) is null ? null : parsed.GetValue(Question.AsOf);

    private static async Task<int> Run(ParseResult parsed, Func<Workspace, ValueTask<TableToWrite>> make, CancellationToken cancel)
    {
        await using var store = await OpenStore.OpenExisting(parsed, cancel);
        return await WorkbookFile.Write(parsed, store.Workspace.Tables, [await make(store.Workspace)], cancel);
    }
}
