using System.CommandLine;
using System.Text;
using MicroPoints.Activities;
using MicroPoints.Cli.Terminal;
using MicroPoints.Documents;
using MicroPoints.Rulesets;
using MicroPoints.Rulesets.Yaml;
using MicroPoints.Rulesets.Yaml.RuleTests;

namespace MicroPoints.Cli;

/// <summary>Prints a ruleset to be read: every line in words, with its clause and who confirms it.</summary>
internal static class PrintRules
{
    private enum Form
    {
        Text = 1,
        Markdown = 2,
        Html = 3,
    }

    private static readonly Argument<string> File = new("ruleset") { Description = "the ruleset file" };
    private static readonly Option<Form> As = Common.Typed("--format", "how it is written [default: text]", "text|md|html",
        text => text switch
    {
        "text" => Form.Text,
        "md" => Form.Markdown,
        "html" => Form.Html,
        _ => throw new FormatException($"'{text}' is none of text, md, html"),
    });
    private static readonly Option<PrintLanguage> Lang = Common.Typed("--lang", "in which language [default: zh]", "zh|en|both",
        text => text switch
    {
        "zh" => PrintLanguage.Chinese,
        "en" => PrintLanguage.English,
        "both" => PrintLanguage.Both,
        _ => throw new FormatException($"'{text}' is none of zh, en, both"),
    });
    private static readonly Option<string?> Out = new("--out")
    { Description = "the file to write [default: the terminal]", HelpName = "FILE" };
    private static readonly Option<bool> WithMachine = new("--with-machine")
    { Description = "each line as its file writes it, beside the words" };
    private static readonly Option<bool> WithTests = new("--with-tests")
    { Description = "the names of the rule tests that name each line" };

    public static Command Build() => new Verb("print", "print a ruleset to be read, in words 打印办法",
            "rules print rulesets/micro-points/micro-points.yaml",
            "rules print rulesets/micro-points/micro-points.yaml --format html --lang both --out 办法.html")
        .With(File, As, Lang, Out, WithMachine, WithTests, RuleFiles.Activities).Does(Run, Reach.Files);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        var file = parsed.GetValue(File)!;
        var kinds = RuleFiles.Kinds(parsed, file);
        var reading = RuleFiles.Ruleset(file, kinds);
        if (reading.Ruleset is not { } ruleset) throw CliFailure.No($"{file} has errors",
            [.. reading.Diagnostics.Where(d => d.IsError).Select(d => d.ToString())]);
        var source = new RulesetSource(ruleset, new Values(ruleset, new Dictionary<string, SettingValue>()), kinds);
        var print = RulesPrint.Of(source, new PrintBeside(
            parsed.GetValue(WithMachine) ? Machine(file) : null, parsed.GetValue(WithTests) ? Tests(file, ruleset, kinds) : null));
        var language = parsed.GetResult(Lang) is null ? PrintLanguage.Chinese : parsed.GetValue(Lang);
        var text = (parsed.GetResult(As) is null ? Form.Text : parsed.GetValue(As)) switch
        {
            Form.Html => HtmlPrint.Write(print, language),
            Form.Markdown => MarkdownPrint.Write(print, language),
            _ => TextPrint.Write(print, language),
        };
        return await Write(parsed, text, ruleset, print, cancel);
    }

    private static async Task<int> Write(
        ParseResult parsed, string text, Ruleset ruleset, PrintedRules print, CancellationToken cancel)
    {
        var path = parsed.GetValue(Out);
        if (path is not null)
        {
            if (Directory.Exists(path)) throw CliFailure.CouldNotRun($"--out {path} is a directory: name a file");
            await System.IO.File.WriteAllTextAsync(path + ".part", text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancel);
            System.IO.File.Move(path + ".part", path, overwrite: true);
        }
        if (Common.Output(parsed).IsJson) Output.Object(json =>
        {
            json.WriteString("ruleset", ruleset.Name);
            json.WriteNumber("lines", print.Lines.Count());
            if (path is null) json.WriteString("print", text);
            else json.WriteString("file", path);
        });
        else if (path is null) await Console.Out.WriteAsync(text.AsMemory(), cancel);
        else Output.Line($"{path}：{ruleset.Title.Zh}（{ruleset.Name}），{print.Lines.Count()} 条 lines");
        return ExitCode.Fine;
    }

    private static Dictionary<string, string> Machine(string file)
    {
        var written = new Dictionary<string, string>();
        foreach (var line in RulesetLines.Of(Common.ReadFile(file))) written.TryAdd(line.Id, line.Text);
        return written;
    }

    private static IReadOnlyDictionary<string, IReadOnlyList<string>> Tests(string file, Ruleset ruleset, KindCatalogue kinds)
    {
        var tests = RuleFiles.TestsOf(file);
        var reading = RuleTestFile.Read(Common.ReadFile(tests), tests, ruleset, kinds);
        return reading.Suite is { } suite ? RuleTestNames.ByLine(suite) : throw CliFailure.No($"{tests} has errors",
            [.. reading.Diagnostics.Where(d => d.IsError).Select(d => d.ToString())]);
    }
}
