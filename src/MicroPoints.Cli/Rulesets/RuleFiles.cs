using System.CommandLine;
using MicroPoints.Activities;
using MicroPoints.Cli.Terminal;
using MicroPoints.Rulesets.Yaml;
using MicroPoints.Runtime;

namespace MicroPoints.Cli;

/// <summary>Reads rules files for the rules verbs and prints their diagnostics.</summary>
internal static class RuleFiles
{
    private const string TestsEnd = ".test.yaml", ActivitiesName = "activities.yaml";

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

    /// <summary>The files named, and of a folder every ruleset in it and below, in the order of their paths.</summary>
    public static IReadOnlyList<string> Among(IEnumerable<string> paths, bool activities = false) =>
        [.. paths.SelectMany(p => Directory.Exists(p) ? InFolder(p, activities) : [p])];

    public static bool IsTests(string file) => file.EndsWith(TestsEnd, StringComparison.Ordinal);

    public static bool IsActivities(string file) =>
        Path.GetFileName(file) == ActivitiesName || file.EndsWith("." + ActivitiesName, StringComparison.Ordinal);

    /// <summary>The ruleset that a file of tests stands beside; any other file is itself.</summary>
    public static string RulesetOf(string file) => IsTests(file) ? file[..^TestsEnd.Length] + ".yaml" : file;

    /// <summary>The tests beside a ruleset: <c>N.test.yaml</c> for <c>N.yaml</c>.</summary>
    public static string TestsOf(string ruleset) => Path.ChangeExtension(ruleset, null) + TestsEnd;

    /// <summary>The kinds that a draft counts stand beside it: <c>N.activities.yaml</c> for <c>N.yaml</c>.</summary>
    public static string KindsBeside(string ruleset) => Path.ChangeExtension(ruleset, null) + "." + ActivitiesName;

    private static List<string> InFolder(string folder, bool activities)
    {
        var files = Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
            .Where(f => !IsTests(f) && (activities || !IsActivities(f))).Order(StringComparer.Ordinal).ToList();
        return files.Any(f => !IsActivities(f)) ? files
            : throw CliFailure.CouldNotRun($"there is no ruleset in {folder}: name a folder that holds N.yaml files");
    }

    private static string? Own(string ruleset) => KindsBeside(ruleset) is var path && File.Exists(path) ? path : null;

    private static string? Nearest(string ruleset)
    {
        for (var folder = Path.GetDirectoryName(Path.GetFullPath(
            ruleset)); folder is not null; folder = Path.GetDirectoryName(folder))
            if (Path.Combine(folder, ActivitiesName) is var path && File.Exists(path)) return path;
        return null;
    }
}
