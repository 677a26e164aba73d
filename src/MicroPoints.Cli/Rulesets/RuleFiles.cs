using System.CommandLine;
using MicroPoints.Activities;
using MicroPoints.Cli.Terminal;
using MicroPoints.Rulesets.Yaml;
using MicroPoints.Runtime;

namespace MicroPoints.Cli;

/// <summary>Reads rules files for the rules verbs and prints their diagnostics.</summary>
internal static class RuleFiles
{
    public static readonly Option<string?> Activities = new(
        "--activities")
    {
        Description = "the activities file [default: N.activities.yaml beside N.yaml, activities.yaml beside or above it, "
            + "else the shipped one]",
        HelpName = "FILE",
    };

    public static KindCatalogue Kinds(ParseResult parsed, string ruleset)
    {
        var path = parsed.GetValue(Activities) ?? Own(ruleset) ?? Nearest(ruleset) ?? ShippedFiles.ActivitiesPath;
        var reading = ActivitiesFile.Read(Common.ReadFile(path), path);
        return reading.Catalogue ?? throw CliFailure.No(
            $"{path} cannot be read", [.. reading.Diagnostics.Select(d => d.ToString())]);
    }

    public static RulesetReading Ruleset(string path, KindCatalogue kinds) =>
        RulesetFile.Read(Common.ReadFile(path), path, kinds);

    /// <summary>A ruleset without errors; a file with some ends the verb.</summary>
    public static MicroPoints.Rulesets.Ruleset Fine(string path, KindCatalogue kinds)
    {
        var reading = Ruleset(path, kinds);
        return reading.Ruleset ?? throw CliFailure.No(
            $"{path} has errors", [.. reading.Diagnostics.Where(d => d.IsError).Select(d => d.ToString())]);
    }

    /// <summary>The tests beside a ruleset: <c>N.test.yaml</c> for <c>N.yaml</c>.</summary>
    public static string TestsOf(string ruleset) => Path.ChangeExtension(ruleset, null) + ".test.yaml";

    /// <summary>The kinds that a draft counts stand beside it: <c>N.activities.yaml</c> for <c>N.yaml</c>.</summary>
    public static string KindsBeside(string ruleset) => Path.ChangeExtension(ruleset, null) + ".activities.yaml";

    private static string? Own(string ruleset) => KindsBeside(ruleset) is var path && File.Exists(path) ? path : null;

    private static string? Nearest(string ruleset)
    {
        for (var folder = Path.GetDirectoryName(Path.GetFullPath(
            ruleset)); folder is not null; folder = Path.GetDirectoryName(folder))
            if (Path.Combine(folder, "activities.yaml") is var path && File.Exists(path)) return path;
        return null;
    }
}
