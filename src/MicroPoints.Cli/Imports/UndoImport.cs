using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Runtime;

namespace MicroPoints.Cli;

/// <summary>Takes a whole import back, with a reason.</summary>
internal static class UndoImport
{
    private static readonly Argument<ImportId> Import = Common.TypedArgument(
        "import", "the import's id, as 'import list' shows it", text => new ImportId(text));
    private static readonly Option<string> Reason = new("--reason")
    { Description = "why, in words the chambers may read", Required = true };

    public static Command Build() => new Verb("undo", "take a whole import back by reversals 撤销一次导入",
            "import undo imp-5f0c12ab34cd-1 --reason 传错了文件")
        .With(Import, Reason, Common.By).Does(Run, Reach.Store);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        await using var store = await OpenStore.OpenExisting(parsed, cancel);
        var import = parsed.GetValue(Import);
        var outcome = await Progress.Show("撤销 taking back", p =>
            store.Workspace.Imports.Undo(import, parsed.GetValue(Reason)!, Common.Actor(parsed), p, cancel).AsTask());
        if (outcome.End is ImportEnd.Refused or ImportEnd.BrokenOff) throw CliFailure.No(outcome.End == ImportEnd.Refused
            ? $"{import}: nothing was taken back" : $"{import}: stopped after {outcome.TakenBack}; undo it again, what is taken back stays",
            [.. outcome.Problems.Select(p => p.ToString())]);
        ImportText.Print(Common.Output(parsed), outcome);
        return ExitCode.Fine;
    }
}
