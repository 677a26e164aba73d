using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Imports;
using MicroPoints.Runtime;

namespace MicroPoints.Cli;

/// <summary>Imports the annual table of a county, or the list of a department; a file with a bad cell records none of it.</summary>
internal static class ImportTable
{
    private static readonly Option<KindId?> Kind = Common.Typed<KindId?>("--kind", "what the list counts [default: its column 事项]", "KIND",
        text => new KindId(text));
    private static readonly Option<string?> Document = new("--document")
    { Description = "the number of the document that it comes with 文号 [default: its column 文号]" };

    public static Command BuildAnnual() => new Verb("table", "the annual table: chambers × indicators 导入年度汇总表",
            "import table 2026汇总.xlsx --period 2026 --preview", "import table 2026汇总.xlsx --period 2026",
            "import table 汇总.csv --period 2026 --map 走访数=M1 --map G=-")
        .With(ImportOptions.File, Question.Ruleset).With(ImportOptions.All).Does(
            (parsed, cancel) => Run(parsed,
                ImportOptions.Read(parsed, TableShape.Annual) with { Ruleset = parsed.GetValue(Question.Ruleset)! },
                cancel), Reach.Store);

    public static Command BuildDepartment() => new Verb("department", "a department's list: one kind, many chambers 导入部门清单",
            "import department 司法局.xlsx --kind dispute.mediated --document 司函〔2026〕8号 --period 2026 --preview",
            "import department 清单.csv --period 2026")
        .With(ImportOptions.File, Kind, Document, Question.Ruleset).With(ImportOptions.All).Does(
            (parsed, cancel) => Run(parsed, ImportOptions.Read(parsed, TableShape.Department) with
            {
                Ruleset = parsed.GetValue(Question.Ruleset)!,
                Kind = parsed.GetValue(Kind),
                Document = parsed.GetValue(Document),
            }, cancel), Reach.Store);

    private static async Task<int> Run(ParseResult parsed, ImportRequest request, CancellationToken cancel)
    {
        await using var file = File.OpenRead(Common.ExistingFile(parsed.GetValue(ImportOptions.File)!));
        var bytes = await ImportService.ReadAll(file, cancel);
        await using var store = await OpenStore.OpenExisting(parsed, cancel);
        var (imports, by, output) = (store.Workspace.Imports, Common.Actor(parsed), Common.Output(parsed));
        if (parsed.GetValue(ImportOptions.Preview))
        {
            var preview = await Progress.Show("预览 preview", p => imports.Preview(bytes, request, by, p, cancel).AsTask());
            if (!preview.MayBeApplied) throw Failure(request, preview.Problems);
            ImportText.Print(output, preview);
            return ExitCode.Fine;
        }
        var outcome = await Progress.Show("导入 importing", p => imports.Apply(bytes, request, by, p, cancel).AsTask());
        if (outcome.End is ImportEnd.Refused) throw Failure(request, outcome.Problems);
        if (outcome.End is ImportEnd.BrokenOff) throw CliFailure.No(
            $"{request.FileName}: {outcome.Import} stopped after {outcome.Recorded} activities; "
                + "import the same file again, what is recorded stays",
            [.. outcome.Problems.Select(p => p.ToString())]);
        ImportText.Print(output, outcome);
        return ExitCode.Fine;
    }

    private static CliFailure Failure(ImportRequest request, IReadOnlyList<TableNote> problems) => CliFailure.No(
        $"{request.FileName}: {problems.Count} problem(s), nothing was recorded", [.. problems.Select(p => p.ToString())]);
}
