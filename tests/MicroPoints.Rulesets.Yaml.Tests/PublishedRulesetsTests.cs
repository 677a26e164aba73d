using MicroPoints.Activities;
using MicroPoints.Rulesets.Yaml.RuleTests;

namespace MicroPoints.Rulesets.Yaml.Tests;

/// <summary>Rulesets written from the grammar's text alone, most of them after published documents, give the numbers
/// that their documents give by hand.</summary>
public sealed class PublishedRulesetsTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Published");

    private static IEnumerable<string> Names =>
        Directory.GetDirectories(Folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal);

    public static TheoryData<string> Rulesets => [.. Names];

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var ruleset in Names)
                foreach (var test in Load(ruleset).Suite.Cases) cases.Add(ruleset, test.Name);
            return cases;
        }
    }

    [Theory, MemberData(nameof(Rulesets))]
    public void A_published_ruleset_loads_without_an_error(string ruleset) =>
        Assert.NotEmpty(Load(ruleset).Suite.Cases);

    [Theory, MemberData(nameof(Cases))]
    public void A_published_ruleset_gives_what_was_reckoned_by_hand(string ruleset, string name)
    {
        var (rules, kinds, suite) = Load(ruleset);
        var outcome = new RuleTestRunner(rules, kinds).Run(suite.Cases.Single(c => c.Name == name));
        Assert.True(outcome.Passes, $"{ruleset}: {name}: {string.Join("; ", outcome.Mismatches)}");
    }

    [Theory, MemberData(nameof(Cases))]
    public void A_points_table_of_a_published_ruleset_equals_its_scorecards(string ruleset, string name)
    {
        var (rules, kinds, suite) = Load(ruleset);
        PointsTables.Equal(rules, kinds, suite.Cases.Single(c => c.Name == name));
    }

    private static (Ruleset Ruleset, KindCatalogue Kinds, RuleTestSuite Suite) Load(string name)
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
