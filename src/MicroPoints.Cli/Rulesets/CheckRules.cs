using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Rulesets.Yaml;

namespace MicroPoints.Cli;

/// <summary>Reads rulesets and prints every diagnostic with its place and fix.</summary>
internal static class CheckRules
{
    private static readonly Argument<string[]> Files = new(
        "file")
    { Description = "ruleset files", Arity = ArgumentArity.OneOrMore };

    public static Command Build() => new Verb("check", "check ruleset files 检查办法",
        "rules check rulesets/micro-points/micro-points.yaml")
        .With(Files, RuleFiles.Activities).Does((parsed, _) => Task.FromResult(Run(parsed)), Reach.Files);

    private static int Run(ParseResult parsed)
    {
        var readings = parsed.GetValue(Files)!.Select(
            f => (File: f, Reading: RuleFiles.Ruleset(f, RuleFiles.Kinds(parsed, f)))).ToList();
        if (Common.Output(parsed).IsJson) Output.Object(json => Write(json, readings.SelectMany(r => r.Reading.Diagnostics)));
        else foreach (var (file, reading) in readings)
        {
            foreach (var diagnostic in reading.Diagnostics) Console.WriteLine(Shown.Of(diagnostic.ToString()));
            Console.WriteLine(reading.Ruleset is { } ruleset
                ? $"{file}: {ruleset.Name} {ruleset.Title.Zh}，{ruleset.Leaves.Count()} 项指标，可用 fine, {reading.Diagnostics.Count} warning(s), sha256 {ruleset.Hash}"
                : $"{file}: {reading.Diagnostics.Count(d => d.IsError)} error(s)");
        }
        return readings.All(r => r.Reading.Ruleset is not null) ? ExitCode.Fine : ExitCode.No;
    }

    private static void Write(System.Text.Json.Utf8JsonWriter json, IEnumerable<Diagnostic> diagnostics)
    {
        json.WriteStartArray("diagnostics");
        foreach (var diagnostic in diagnostics)
        {
            json.WriteStartObject();
            json.WriteString("code", diagnostic.Code);
            json.WriteString("severity", diagnostic.IsError ? "error" : "warning");
            json.WriteString("file", diagnostic.File);
            json.WriteNumber("line", diagnostic.Line);
            json.WriteNumber("column", diagnostic.Column);
            json.WriteString("message", diagnostic.Message);
            json.WriteString("fix", diagnostic.Fix);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
