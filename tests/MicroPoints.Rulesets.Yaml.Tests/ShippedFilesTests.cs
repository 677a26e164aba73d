using MicroPoints.Rulesets.Yaml.RuleTests;
using MicroPoints.Rulesets.Yaml.Tests.Mutants;

namespace MicroPoints.Rulesets.Yaml.Tests;

/// <summary>The files that the product ships load without a single diagnostic.</summary>
public sealed class ShippedFilesTests
{
    private static readonly string Folder = ShippedFiles.Folder;

    public static TheoryData<string> Rulesets => [.. Directory.GetFiles(Folder, "*.yaml", SearchOption.AllDirectories)
        .Where(f => !f.EndsWith(".test.yaml", StringComparison.Ordinal) && Path.GetFileName(f) != "activities.yaml")
        .Select(f => Path.GetRelativePath(Folder, f))];

    [Fact]
    public void The_activities_load() => Assert.Empty(Activities().Diagnostics);

    [Theory, MemberData(nameof(Rulesets))]
    public void A_ruleset_and_its_tests_load(string file)
    {
        var kinds = Activities().Catalogue!;
        var path = Path.Combine(Folder, file);
        var reading = RulesetFile.Read(File.ReadAllBytes(path), file, kinds);
        Assert.DoesNotContain(reading.Diagnostics, d => d.Severity != Severity.Info);
        var test = Path.ChangeExtension(path, ".test.yaml");
        var tests = RuleTestFile.Read(File.ReadAllBytes(test), file, reading.Ruleset, kinds);
        Assert.Empty(tests.Diagnostics);
        Assert.NotEmpty(tests.Suite!.Cases);
        Assert.Empty(RuleTestCoverage.Of(reading, tests.Suite));
    }

    [Fact]
    public void No_two_rulesets_write_the_same_state() => Assert.Empty(RulesetsTogether.Check([.. Directory
        .GetFiles(Folder, "*.yaml", SearchOption.AllDirectories)
        .Where(f => !f.EndsWith(".test.yaml", StringComparison.Ordinal) && Path.GetFileName(f) != "activities.yaml")
        .Select(f => RulesetFile.Read(File.ReadAllBytes(f), f, Activities().Catalogue!))]));

    [Theory, MemberData(nameof(Rulesets))]
    public void A_points_table_of_a_shipped_ruleset_equals_its_scorecards(string file)
    {
        var kinds = Activities().Catalogue!;
        var path = Path.Combine(Folder, file);
        var ruleset = RulesetFile.Read(File.ReadAllBytes(path), file, kinds).Ruleset!;
        var tests = RuleTestFile.Read(File.ReadAllBytes(Path.ChangeExtension(path, ".test.yaml")), file, ruleset, kinds);
        foreach (var test in tests.Suite!.Cases) PointsTables.Equal(ruleset, kinds, test);
    }

    [Theory, MemberData(nameof(Rulesets))]
    public void The_explanation_of_every_case_of_a_shipped_ruleset_comes_to_its_scorecard(string file)
    {
        var kinds = Activities().Catalogue!;
        var path = Path.Combine(Folder, file);
        var ruleset = RulesetFile.Read(File.ReadAllBytes(path), file, kinds).Ruleset!;
        var tests = RuleTestFile.Read(File.ReadAllBytes(Path.ChangeExtension(path, ".test.yaml")), file, ruleset, kinds);
        foreach (var test in tests.Suite!.Cases) ShippedTraces.Agree(ruleset, kinds, test);
    }

    private static ActivitiesReading Activities() =>
        ActivitiesFile.Read(File.ReadAllBytes(Path.Combine(Folder, "activities.yaml")), "activities.yaml");
}
