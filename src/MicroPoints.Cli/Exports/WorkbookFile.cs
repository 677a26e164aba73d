using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Runtime;

namespace MicroPoints.Cli;

/// <summary>The workbook that a verb writes.</summary>
internal static class WorkbookFile
{
    public static readonly Option<string> Out = new("--out")
    {
        Description = "the workbook to write (.xlsx)",
        HelpName = "FILE",
        Required = true
    };

    /// <summary>A file that is there is written over only once the new one is whole.</summary>
    public static async Task<int> Write(ParseResult parsed, ITableFiles files, IReadOnlyList<TableToWrite> tables, CancellationToken cancel)
    {
        var path = parsed.GetValue(Out)!;
        if (!path.EndsWith(".xlsx",
            StringComparison.OrdinalIgnoreCase)) throw CliFailure.CouldNotRun($"--out {path}: name a file that ends in .xlsx");
        if (Directory.Exists(path)) throw CliFailure.CouldNotRun($"--out {path} is a directory: name a file");
        var bytes = files.Write(tables);
        await File.WriteAllBytesAsync(path + ".part", bytes, cancel);
        File.Move(path + ".part", path, overwrite: true);
        var rows = tables[0].Rows.Count;
        if (Common.Output(parsed).IsJson) Output.Object(json =>
        {
            json.WriteString("file", path);
            json.WriteNumber("rows", rows);
            json.WriteNumber("bytes", bytes.Length);
        });
        else Output.Line($"{path}：{rows} 行 rows");
        return ExitCode.Fine;
    }
}
