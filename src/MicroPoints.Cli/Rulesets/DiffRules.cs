using System.CommandLine;
using System.Text.Json;
using MicroPoints.Cli.Terminal;
using MicroPoints.Rulesets;

namespace MicroPoints.Cli;

/// <summary>Says in words how one ruleset file differs from another, line by line with its clause.</summary>
internal static class DiffRules
{
    private static readonly Argument<string> Before = new("before") { Description = "the ruleset file in force" };
    private static readonly Argument<string> After = new("after") { Description = "the ruleset file to compare with it" };

    public static Command Build() => new Verb("diff", "say in words how two rulesets differ 比较办法",
            "rules diff rulesets/micro-points/micro-points.yaml county-points.yaml",
            "rules diff rulesets/micro-points/micro-points.yaml county-points.yaml --output json")
        .With(Before, After, RuleFiles.Activities).Does((parsed, _) => Task.FromResult(Run(parsed)), Reach.Files);

    private static int Run(ParseResult parsed)
    {
        var kinds = RuleFiles.Kinds(parsed, parsed.GetValue(After)!);
        var diff = RulesetDiff.Of(RuleFiles.Fine(parsed.GetValue(Before)!, kinds), RuleFiles.Fine(parsed.GetValue(After)!, kinds), kinds);
        if (Common.Output(parsed).IsJson) Output.Object(json => Write(json, diff));
        else Print(diff);
        return ExitCode.Fine;
    }

    private static void Print(RulesetDiff diff)
    {
        Output.Heading($"{diff.Before.Name} → {diff.After.Name}");
        Output.Line($"{diff.Summary.Zh} {diff.Summary.EnOrZh}");
        Print(diff, DiffEffect.Results, "影响结果 changes results");
        Print(diff, DiffEffect.Use, "只影响怎样使用 changes its use, not results");
        Print(diff, DiffEffect.Words, "只改文字，不影响结果 words alone, no effect on results");
    }

    private static void Print(RulesetDiff diff, DiffEffect effect, string heading)
    {
        if (!diff.Of(effect).Any()) return;
        Output.Line();
        Output.Heading(heading);
        foreach (var line in diff.Of(effect))
        {
            Output.Line($"{Changed(line.Change)} {line.Id}{(line.Id.Length > 0 ? " " : "")}{line.Title.Zh} / {line.Title.EnOrZh}");
            foreach (var detail in line.Details)
            {
                Output.Line($"    {detail.Sentence.Zh}");
                Output.Line($"    {detail.Sentence.EnOrZh}");
            }
            if (line.Clause is { } clause) Output.Line($"    依据 clause: {clause.Zh}");
        }
    }

    private static string Changed(DiffChange change) => change switch
    {
        DiffChange.Added => "增加 added",
        DiffChange.Removed => "删除 removed",
        _ => "修改 changed",
    };

    private static void Write(Utf8JsonWriter json, RulesetDiff diff)
    {
        json.WriteString("before", diff.Before.Name);
        json.WriteString("after", diff.After.Name);
        json.WriteBoolean("changesResults", diff.ChangesResults);
        json.WriteStartArray("lines");
        foreach (var line in diff.Lines)
        {
            json.WriteStartObject();
            json.WriteString("part", Words.Kebab(line.Part.ToString()));
            json.WriteString("id", line.Id);
            Write(json, "title", line.Title);
            json.WriteString("change", Words.Kebab(line.Change.ToString()));
            json.WriteString("effect", Words.Kebab(line.Effect.ToString()));
            if (line.Clause is { } clause) Write(json, "clause", clause);
            json.WriteStartArray("details");
            foreach (var detail in line.Details)
            {
                json.WriteStartObject();
                Write(json, "what", detail.What);
                if (detail.Before is { } before) Write(json, "before", before);
                if (detail.After is { } after) Write(json, "after", after);
                json.WriteString("effect", Words.Kebab(detail.Effect.ToString()));
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, Title title)
    {
        json.WriteStartObject(name);
        json.WriteString("zh", title.Zh);
        json.WriteString("en", title.EnOrZh);
        json.WriteEndObject();
    }
}
