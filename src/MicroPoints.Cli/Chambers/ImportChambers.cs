using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Documents;

namespace MicroPoints.Cli;

/// <summary>Registers chambers from a CSV file; a file with a bad row registers none.</summary>
internal static class ImportChambers
{
    private static readonly Argument<string> File = new(
        "file")
    { Description = "CSV: id,name,kind,region[,serves,founded,registered-on]; UTF-8 or GBK" };

    public static Command Build() => new Verb("import", "register chambers from a CSV file 导入商会名册",
            "chambers import chambers.csv --data data", "chambers import 商会名册.csv --output json")
        .With(File, Common.By).Does(Run, Reach.DirectoryOrServer);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        var output = Common.Output(parsed);
        var (rows, problems) = ChamberRows.Read(Common.ReadFile(parsed.GetValue(File)!));
        if (problems.Count > 0 && rows.Count == 0) throw TableFailure.Of(parsed.GetValue(File)!, problems);
        await using var desk = await Place.Open(parsed, cancel);
        var refused = new List<TableProblem>(problems);
        foreach (var row in rows)
            if (await desk.Refusal(row, cancel) is { } why) refused.Add(new TableProblem(row.Line, null, why));
        if (refused.Count > 0) throw TableFailure.Of(parsed.GetValue(File)!, refused);

        var recorded = 0;
        foreach (var row in rows) recorded += await desk.Register(row, cancel) ? 1 : 0;
        if (output.IsJson) Output.Object(json =>
        {
            json.WriteNumber("rows", rows.Count); json.WriteNumber(
            "registered", recorded); json.WriteNumber("existed", rows.Count - recorded);
        });
        else Output.Line($"{rows.Count} 行：新登记 {recorded} 家，原有 {rows.Count - recorded} 家 ({recorded} registered, {rows.Count - recorded} existed)");
        return ExitCode.Fine;
    }
}

/// <summary>A table with problems, each with its line, as one failure.</summary>
internal static class TableFailure
{
    private const int ShownMax = 200;

    public static CliFailure Of(string file, IReadOnlyList<TableProblem> problems) => CliFailure.No(
        $"{file}: {problems.Count} problem(s), nothing was recorded",
        [.. problems.OrderBy(p => p.Line).Take(ShownMax).Select(p => p.ToString()),
            .. problems.Count > ShownMax ? [$"… and {problems.Count - ShownMax} more"] : Array.Empty<string>()]);
}
