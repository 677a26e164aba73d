namespace MicroPoints.Rulesets.Yaml.Tests;

/// <summary>The files that the product ships load without a single diagnostic.</summary>
public sealed class ShippedFilesTests
{
    internal static readonly string Folder = Path.Combine(Root(), "rulesets");

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
        Assert.Empty(reading.Diagnostics);
        var test = Path.ChangeExtension(path, ".test.yaml");
        if (!File.Exists(test)) return;
        var tests = RuleTestFile.Read(File.ReadAllBytes(test), file, reading.Ruleset, kinds);
        Assert.Empty(tests.Diagnostics);
        Assert.NotEmpty(tests.Suite!.Cases);
    }

    [Theory, MemberData(nameof(Rulesets))]
    public void A_points_table_of_a_shipped_ruleset_equals_its_scorecards(string file)
    {
        var kinds = Activities().Catalogue!;
        var path = Path.Combine(Folder, file);
        var ruleset = RulesetFile.Read(File.ReadAllBytes(path), file, kinds).Ruleset!;
        var tests = RuleTestFile.Read(File.ReadAllBytes(Path.ChangeExtension(path, ".test.yaml")), file, ruleset, kinds);
        foreach (var test in tests.Suite!.Cases) PointsTables.Equal(ruleset, kinds, test);
    }

    private static ActivitiesReading Activities() =>
        ActivitiesFile.Read(File.ReadAllBytes(Path.Combine(Folder, "activities.yaml")), "activities.yaml");

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "rulesets", "activities.yaml")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException(
                "no folder above holds rulesets/");
        return folder;
    }
}
