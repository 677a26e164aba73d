using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Rulesets;

namespace MicroPoints.Cli;

/// <summary>Says in plain sentences what a ruleset, or one line of it, counts, credits and demands.</summary>
internal static class ExplainRules
{
    private static readonly Argument<string> File = new("file") { Description = "the ruleset file" };
    private static readonly Argument<string?> Line = new(
        "id")
    {
        Description = "one category, indicator, deduction, limit, grade or outcome",
        Arity = ArgumentArity.ZeroOrOne
    };

    public static Command Build() => new Verb("explain", "say in plain sentences what a ruleset demands 说明办法",
            "rules explain rulesets/micro-points/micro-points.yaml", "rules explain rulesets/micro-points/micro-points.yaml M4")
        .With(File, Line, RuleFiles.Activities).Does((parsed, _) => Task.FromResult(Run(parsed)), Reach.Files);

    private static int Run(ParseResult parsed)
    {
        var kinds = RuleFiles.Kinds(parsed, parsed.GetValue(File)!);
        var reading = RuleFiles.Ruleset(parsed.GetValue(File)!, kinds);
        if (reading.Ruleset is not { } ruleset)
            throw CliFailure.No($"{parsed.GetValue(File)} has errors",
                [.. reading.Diagnostics.Where(d => d.IsError).Select(d => d.ToString())]);
        var values = new Values(ruleset, new Dictionary<string, SettingValue>());
        var lines = RulesetProse.Lines(ruleset, kinds, values).ToList();
        if (parsed.GetValue(Line) is { } id)
        {
            lines = [.. lines.Where(l => l.Id == id)];
            if (lines.Count == 0) throw CliFailure.No($"{ruleset.Name} has no line '{id}'");
        }
        if (Common.Output(parsed).IsJson)
            Output.Object(json =>
            {
                json.WriteString("ruleset", ruleset.Name);
                json.WriteStartArray("lines");
                foreach (var line in lines)
                {
                    json.WriteStartObject();
                    json.WriteString("id", line.Id);
                    json.WriteString("zh", line.Text.Zh);
                    json.WriteString("en", line.Text.EnOrZh);
                    json.WriteString("clause", $"{line.Cite.Source} {line.Cite.Clause}");
                    json.WriteEndObject();
                }
                json.WriteEndArray();
            });
        else
        {
            Output.Heading($"{ruleset.Title.Zh}（{ruleset.Name}{(ruleset.Sample ? "，样本 sample" : "")}）");
            foreach (var line in lines)
            {
                Console.WriteLine(Shown.Of($"{line.Id}  {line.Text.Zh}"));
                if (parsed.GetValue(Line) is not null) Console.WriteLine(Shown.Of($"    {line.Text.EnOrZh}"));
                Console.WriteLine(Shown.Of($"    依据 {line.Cite.Source} {line.Cite.Clause}"));
            }
        }
        return ExitCode.Fine;
    }
}
