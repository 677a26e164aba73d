using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Documents;
using MicroPoints.Rulesets;

namespace MicroPoints.Cli;

/// <summary>Writes a ruleset as a 办法 for Word or Excel.</summary>
internal static class ExportRules
{
    private static readonly Argument<string> File = new("ruleset") { Description = "the ruleset file" };
    private static readonly Option<string> Out = new("--out")
    { Description = "the document (.docx) or workbook (.xlsx) to write", HelpName = "FILE", Required = true };

    public static Command Build() => new Verb("export", "write a ruleset for Word or Excel 导出办法",
            "rules export rulesets/micro-points/micro-points.yaml --out 办法.docx",
            "rules export rulesets/micro-points/micro-points.yaml --out 办法.xlsx")
        .With(File, Out, RuleFiles.Activities).Does(Run, Reach.Files);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        var (file, path) = (parsed.GetValue(File)!, parsed.GetValue(Out)!);
        var isDocument = path.EndsWith(".docx", StringComparison.OrdinalIgnoreCase);
        if (!isDocument && !path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
            throw CliFailure.CouldNotRun($"--out {path}: name a file that ends in .docx or .xlsx");
        if (Directory.Exists(path)) throw CliFailure.CouldNotRun($"--out {path} is a directory: name a file");
        var kinds = RuleFiles.Kinds(parsed, file);
        var reading = RuleFiles.Ruleset(file, kinds);
        if (reading.Ruleset is not { } ruleset) throw CliFailure.No($"{file} has errors",
            [.. reading.Diagnostics.Where(d => d.IsError).Select(d => d.ToString())]);
        var source = new RulesetSource(ruleset, new Values(ruleset, new Dictionary<string, SettingValue>()), kinds);
        var bytes = (isDocument ? RulesetFiles.Docx(source) : RulesetFiles.Xlsx(source)).Bytes;
        await System.IO.File.WriteAllBytesAsync(path + ".part", bytes, cancel);
        System.IO.File.Move(path + ".part", path, overwrite: true);
        if (Common.Output(parsed).IsJson) Output.Object(json =>
        {
            json.WriteString("file", path);
            json.WriteString("ruleset", ruleset.Name);
            json.WriteNumber("bytes", bytes.Length);
        });
        else Output.Line($"{path}：{ruleset.Title.Zh}（{ruleset.Name}），{ruleset.Leaves.Count()} 项指标 indicators");
        return ExitCode.Fine;
    }
}
