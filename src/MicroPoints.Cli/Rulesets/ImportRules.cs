using System.CommandLine;
using System.Text;
using MicroPoints.Cli.Terminal;
using MicroPoints.Documents;
using MicroPoints.Rulesets.Yaml;
using MicroPoints.Runtime;

namespace MicroPoints.Cli;

/// <summary>Drafts a ruleset from a county's document; what could not be read surely is listed and marked beside its line.</summary>
internal static class ImportRules
{
    private static readonly Argument<string> File = new("file")
    { Description = "the document (.docx) or workbook (.xlsx) with the table of rules" };
    private static readonly Option<string> Id = Common.Typed("--id", "the ruleset's id", "ID", text => KindId.IsValid(text) ? text
        : throw new FormatException(
            $"'{text}' is not an id: 1–{Limits.IdLengthMax} of A-Z a-z 0-9 . _ : -, the first a letter or digit"), required: true);
    private static readonly Option<string?> Title = new("--title") { Description = "its title [default: the document's own]" };
    private static readonly Option<DateOnly?> From = Common.Typed<DateOnly?>("--from",
        "the first day on which it may be in force [default: 1 January of this year]", "DAY", text => Common.Day(text));
    private static readonly Option<string> Out = new("--out")
    { Description = "the draft to write (.yaml); the kinds it counts are written beside it", HelpName = "FILE", Required = true };

    public static Command Build() => new Verb("import", "draft a ruleset from a document 由办法起草",
            "rules import 办法.docx --id county-points --out draft.yaml",
            "rules import 办法.xlsx --id county-points --title 某县商会积分办法 --from 2027-01-01 --out draft.yaml",
            "rules check draft.yaml")
        .With(File, Id, Title, From, Out, RuleFiles.Activities).Does(Run, Reach.Files);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        var (file, path) = (parsed.GetValue(File)!, parsed.GetValue(Out)!);
        var besides = RuleFiles.KindsBeside(path);
        CheckOut(path, besides);
        var title = parsed.GetValue(Title);
        if (title is not null && (string.IsNullOrWhiteSpace(title) || title.Length > Limits.NameLengthMax))
            throw CliFailure.CouldNotRun($"--title: 1–{Limits.NameLengthMax} characters");
        var known = RuleFiles.Kinds(parsed, file);
        var from = parsed.GetResult(From) is null ? null : parsed.GetValue(From);
        var request = new DraftRequest(parsed.GetValue(Id)!, title, from
            ?? new DateOnly(Calendar.DayOf(TimeProvider.System.GetUtcNow()).Year, 1, 1));
        var answer = RulesetDrafting.Draft(RulesetDocuments.Read(await Bytes(file, cancel)), request, known);
        if (answer.Draft is not { } draft)
            throw CliFailure.No($"{file}: no draft was made", [.. answer.Problems.Select(p => p.ToString())]);
        var written = YamlRules.Instance.Write(draft, known);
        await System.IO.File.WriteAllTextAsync(path, written.Rules, new UTF8Encoding(false), cancel);
        await System.IO.File.WriteAllTextAsync(besides, written.Activities, new UTF8Encoding(false), cancel);
        DraftOutput.Print(Common.Output(parsed), path, besides, draft, written.Questions);
        return ExitCode.Fine;
    }

    /// <summary>A draft that somebody works on is never written over.</summary>
    private static void CheckOut(string path, string besides)
    {
        if (!path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase))
            throw CliFailure.CouldNotRun($"--out {path}: name a file that ends in .yaml");
        foreach (var taken in (string[])[path, besides])
            if (System.IO.File.Exists(taken) || Directory.Exists(taken))
                throw CliFailure.CouldNotRun($"{taken} is there already, and may hold answers: name another file or remove it");
    }

    /// <summary>No more is read than a document may have.</summary>
    private static async Task<byte[]> Bytes(string file, CancellationToken cancel)
    {
        await using var stream = System.IO.File.OpenRead(Common.ExistingFile(file));
        return await ImportService.ReadAll(stream, cancel);
    }
}
