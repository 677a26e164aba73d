using MicroPoints.Rulesets.Yaml.RuleTests;

namespace MicroPoints.Rulesets.Yaml.Tests;

/// <summary>Rulesets written from the grammar's text alone, most of them after published documents, give the numbers
/// that their documents give by hand.</summary>
public sealed class PublishedRulesetsTests
{
    public static TheoryData<string> Rulesets => [.. PublishedFiles.Names];

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var ruleset in PublishedFiles.Names)
                foreach (var test in PublishedFiles.Load(ruleset).Suite.Cases) cases.Add(ruleset, test.Name);
            return cases;
        }
    }

    [Theory, MemberData(nameof(Rulesets))]
    public void A_published_ruleset_loads_without_an_error(string ruleset) =>
        Assert.NotEmpty(PublishedFiles.Load(ruleset).Suite.Cases);

    [Theory, MemberData(nameof(Cases))]
    public void A_published_ruleset_gives_what_was_reckoned_by_hand(string ruleset, string name)
    {
        var (rules, kinds, suite) = PublishedFiles.Load(ruleset);
        var outcome = new RuleTestRunner(rules, kinds).Run(suite.Cases.Single(c => c.Name == name));
        Assert.True(outcome.Passes, $"{ruleset}: {name}: {string.Join("; ", outcome.Mismatches)}");
    }

    [Theory, MemberData(nameof(Cases))]
    public void A_points_table_of_a_published_ruleset_equals_its_scorecards(string ruleset, string name)
    {
        var (rules, kinds, suite) = PublishedFiles.Load(ruleset);
        PointsTables.Equal(rules, kinds, suite.Cases.Single(c => c.Name == name));
    }

    [Theory, MemberData(nameof(Cases))]
    public void The_explanation_of_every_case_of_a_published_ruleset_comes_to_its_scorecard(string ruleset, string name)
    {
        var (rules, kinds, suite) = PublishedFiles.Load(ruleset);
        ShippedTraces.Agree(rules, kinds, suite.Cases.Single(c => c.Name == name));
    }
}
