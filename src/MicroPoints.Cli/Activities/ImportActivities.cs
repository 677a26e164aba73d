using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Documents;
using MicroPoints.Ledger;

namespace MicroPoints.Cli;

/// <summary>Records activities from a CSV file; a file with a bad row records none of it.</summary>
internal static class ImportActivities
{
    private static readonly Argument<string> File = new(
        "file")
    { Description = "CSV: chamber,kind,on and the kind's measure columns; UTF-8 or GBK" };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "only say what would be recorded" };

    public static Command Build() => new Verb("import", "record activities from a CSV file 导入积分事项",
            "activities import activities.csv --data data", "activities import 12月汇总.csv --dry-run")
        .With(File, DryRun, Common.By).Does(Run, Reach.DirectoryOrServer);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        var bytes = Common.ReadFile(parsed.GetValue(File)!);
        await using var desk = await Place.OpenExisting(parsed, cancel);
        var (rows, problems) = ActivityRows.Read(bytes, desk.Kinds);
        var byChamber = rows.GroupBy(r => r.Chamber).OrderBy(g => g.Key).ToList();
        var refused = new List<TableProblem>(problems);
        foreach (var chamber in byChamber)
            foreach (var part in chamber.Chunk(Limits.BatchMax))
                refused.AddRange((await desk.Preview(chamber.Key, Commands(part), cancel)).Bad.Select(l => new TableProblem(
                    part[Math.Min(l.Index, part.Length - 1)].Line, null, $"{l.Refusal}: {l.Detail}")));
        if (refused.Count > 0) throw TableFailure.Of(parsed.GetValue(File)!, refused);

        var dryRun = parsed.GetValue(DryRun);
        var (recorded, done) = (0, 0);
        await Progress.Show("导入 importing", async progress =>
        {
            foreach (var chamber in byChamber)
                foreach (var part in chamber.Chunk(Limits.BatchMax))
                {
                    var outcome = dryRun ? await desk.Preview(chamber.Key, Commands(part), cancel)
                        : await desk.RecordAll(chamber.Key, Commands(part), cancel);
                    if (outcome.Bad.Count > 0) throw Unexpected(parsed.GetValue(File)!, part, outcome, recorded);
                    recorded += outcome.New;
                    progress?.Report((done += part.Length, rows.Count));
                }
            return 0;
        });
        Print(Common.Output(parsed), rows.Count, recorded, dryRun);
        return ExitCode.Fine;
    }

    private static void Print(Output output, int rows, int recorded, bool dryRun)
    {
        if (output.IsJson)
            Output.Object(json =>
            {
                json.WriteNumber("rows", rows);
                json.WriteNumber(dryRun ? "wouldRecord" : "recorded", recorded);
                json.WriteNumber("existed", rows - recorded);
            });
        else Output.Line($"{rows} 行：{(dryRun ? "将登记" : "新登记")} {recorded} 条，原有 {rows - recorded} 条 ({recorded} {(dryRun ? "would be recorded" : "recorded")}, {rows - recorded} existed)");
    }

    private static RecordActivity[] Commands(IEnumerable<ActivityRow> rows) => [.. rows.Select(r => r.Record)];

    /// <summary>Another process changed the chamber between preview and recording: say how far it went; the same file
    /// may be sent again.</summary>
    private static CliFailure Unexpected(string file, ActivityRow[] part, BatchOutcome outcome, int recorded) =>
        CliFailure.No(
        $"{file}: stopped after {recorded} recorded rows because the data changed meanwhile; import the same file again, what is recorded stays and is not repeated",
        [.. outcome.Bad.Select(l => $"line {part[Math.Min(l.Index, part.Length - 1)].Line}: {l.Refusal}: {l.Detail}")]);
}
