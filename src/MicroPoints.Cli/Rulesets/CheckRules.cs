using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Rulesets.Yaml;

namespace MicroPoints.Cli;

/// <summary>Reads rules files and prints every diagnostic with its place and fix.</summary>
internal static class CheckRules
{
    private static readonly Argument<string[]> Files = new(
        "file")
    {
        Description = "ruleset files, N.test.yaml, activities.yaml, or folders that hold some",
        Arity = ArgumentArity.OneOrMore
    };

    private static readonly Option<bool> Tests = new(
        "--tests")
    { Description = "the tests beside each ruleset too, and every line that none of them names" };

    private static readonly Option<bool> Strict = new(
        "--strict")
    { Description = "a warning is a no as well" };

    public static Command Build() => new Verb("check", "check ruleset files 检查办法",
        "rules check rulesets", "rules check rulesets/micro-points/micro-points.yaml --tests --strict")
        .With(Files, Tests, Strict, RuleFiles.Activities).Does((parsed, _) => Task.FromResult(Run(parsed)), Reach.Files);

    private static int Run(ParseResult parsed)
    {
        var files = RuleFiles.Among(parsed.GetValue(Files)!, activities: true)
            .Select(f => CheckedFile.Of(parsed, f, parsed.GetValue(Tests))).ToList();
        var together = RulesetsTogether.Check([.. files.Select(f => f.Reading).OfType<RulesetReading>()]);
        var all = files.SelectMany(f => f.Diagnostics).Concat(together).ToList();
        if (Common.Output(parsed).IsJson) Output.Object(json => DiagnosticJson.Write(json, all));
        else Print(files, together);
        var no = all.Any(d => d.IsError) || parsed.GetValue(Strict) && all.Any(d => d.IsWarning);
        return no ? ExitCode.No : ExitCode.Fine;
    }

    private static void Print(IReadOnlyList<CheckedFile> files, IReadOnlyList<Diagnostic> together)
    {
        foreach (var file in files)
        {
            foreach (var diagnostic in file.Diagnostics) Output.Line(diagnostic.ToString());
            Output.Line(file.Holds is { } what && file.Errors == 0
                ? $"{file.File}: {what}，可用 fine, {file.Warnings} warning(s){(file.Hash is { } hash ? $", sha256 {hash}" : "")}"
                : $"{file.File}: {file.Errors} error(s), {file.Warnings} warning(s)");
        }
        foreach (var diagnostic in together) Output.Line(diagnostic.ToString());
    }
}
