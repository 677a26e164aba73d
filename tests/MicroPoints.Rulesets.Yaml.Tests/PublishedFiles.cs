using MicroPoints.Activities;
using MicroPoints.Rulesets.Yaml.RuleTests;

namespace MicroPoints.Rulesets.Yaml.Tests;

/// <summary>The rulesets that the product was not built on, each with its kinds and its cases.</summary>
internal static class PublishedFiles
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Published");

    public static IEnumerable<string> Names =>
        Directory.GetDirectories(Folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal);

    public static (Ruleset Ruleset, KindCatalogue Kinds, RuleTestSuite Suite) Load(string name)
    {
        var activities = ActivitiesFile.Read(Bytes(name, "activities.yaml"), "activities.yaml");
        NoErrors(activities.Diagnostics);
        var ruleset = RulesetFile.Read(Bytes(name, name + ".yaml"), name + ".yaml", activities.Catalogue!);
        NoErrors(ruleset.Diagnostics);
        var tests = RuleTestFile.Read(
            Bytes(name, name + ".test.yaml"), name + ".test.yaml", ruleset.Ruleset, activities.Catalogue!);
        NoErrors(tests.Diagnostics);
        return (ruleset.Ruleset!, activities.Catalogue!, tests.Suite!);
    }

    private static byte[] Bytes(string ruleset, string file) => File.ReadAllBytes(Path.Combine(Folder, ruleset, file));

    private static void NoErrors(IEnumerable<Diagnostic> diagnostics) =>
        Assert.DoesNotContain(diagnostics, d => d.Severity == Severity.Error);
}
