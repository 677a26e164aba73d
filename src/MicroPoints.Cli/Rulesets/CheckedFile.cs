using System.CommandLine;
using System.Globalization;
using MicroPoints.Activities;
using MicroPoints.Cli.Terminal;
using MicroPoints.Rulesets.Yaml;
using MicroPoints.Rulesets.Yaml.RuleTests;

namespace MicroPoints.Cli;

/// <summary>One file of rules that was checked: a ruleset, the tests beside one, or the activities.</summary>
/// <param name="Holds">What it holds; null where it cannot be read.</param>
/// <param name="Reading">For a ruleset, what reading it came to.</param>
internal sealed record CheckedFile(
    string File, string? Holds, Digest? Hash, IReadOnlyList<Diagnostic> Diagnostics, RulesetReading? Reading = null)
{
    public int Errors => Diagnostics.Count(d => d.IsError);
    public int Warnings => Diagnostics.Count(d => d.IsWarning);

    public static CheckedFile Of(ParseResult parsed, string file, bool tests)
    {
        if (RuleFiles.IsActivities(file)) return Activities(file);
        if (RuleFiles.IsTests(file)) return Tests(parsed, file);
        var kinds = RuleFiles.Kinds(parsed, file);
        var reading = RuleFiles.Ruleset(file, kinds);
        return new CheckedFile(file,
            reading.Ruleset is { } ruleset ? $"{ruleset.Name} {ruleset.Title.Zh}，{ruleset.Leaves.Count()} 项指标" : null,
            reading.Ruleset?.Hash, [.. reading.Diagnostics, .. tests ? Coverage(file, reading, kinds) : []], reading);
    }

    private static CheckedFile Activities(string file)
    {
        var reading = ActivitiesFile.Read(Common.ReadFile(file), file);
        return new CheckedFile(file, reading.Catalogue is { } kinds
            ? string.Create(CultureInfo.InvariantCulture, $"activities {kinds.Version}，{kinds.Kinds.Count} 种积分事项") : null,
            reading.Catalogue?.Hash, reading.Diagnostics);
    }

    private static CheckedFile Tests(ParseResult parsed, string file)
    {
        var ruleset = RuleFiles.RulesetOf(file);
        var kinds = RuleFiles.Kinds(parsed, ruleset);
        var reading = RuleTestFile.Read(Common.ReadFile(file), file, RuleFiles.Ruleset(ruleset, kinds).Ruleset, kinds);
        return new CheckedFile(file, reading.Suite is { } suite
            ? string.Create(CultureInfo.InvariantCulture, $"{suite.Name}，{suite.Cases.Count} 个测试") : null,
            null, reading.Diagnostics);
    }

    /// <summary>What stands in the tests beside a ruleset, and which of its lines they leave out.</summary>
    private static IEnumerable<Diagnostic> Coverage(string file, RulesetReading reading, KindCatalogue kinds)
    {
        if (reading.Ruleset is not { } ruleset) return [];
        var tests = RuleFiles.TestsOf(file);
        var read = RuleTestFile.Read(Common.ReadFile(tests), tests, ruleset, kinds);
        return [.. read.Suite is { } suite ? RuleTestCoverage.Of(reading, suite) : [], .. read.Diagnostics];
    }
}
