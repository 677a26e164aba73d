namespace MicroPoints.Rulesets.Yaml.Tests;

/// <summary>What is being written is checked with the kinds it brings along, and every fault has words in both languages.</summary>
public sealed class RuleCheckTests
{
    private const string Brought = "activities-version: '1'\nkinds:\n"
        + "  - { id: planted, title: { zh: 种树 }, nature: event, measure: count }\n";

    private static readonly string Rules = Given.With(
        ("categories", Given.Parts["categories"].Replace("visited", "planted", StringComparison.Ordinal)));

    [Fact]
    public void A_kind_that_comes_along_is_known()
    {
        Assert.Null(Check(Rules).Ruleset);
        var found = Check(Rules, Brought);
        Assert.Equal("种树", found.Kinds[found.Ruleset!.Leaves.Single().CountedKinds.Single()].Title.Zh);
        Assert.Equal([new("service", 11, 13), new("M1", 14, 14), new("A", 15, 15), new("B", 15, 15)], found.Lines);
    }

    [Fact]
    public void A_fault_says_in_which_file_where_and_what_it_means()
    {
        var found = Check(Rules, Brought.Replace("count", "trees", StringComparison.Ordinal));
        var (activities, rules) = (found.Faults[0], found.Faults.First(f => !f.IsOfActivities));
        Assert.Equal(("YAML030", true, true, 3), (activities.Code, activities.IsError, activities.IsOfActivities, activities.Line));
        Assert.Equal(("RULE004", "积分事项目录里没有这个事项"), (rules.Code, rules.Meaning.Zh));
        Assert.Equal(14, rules.Line);
    }

    [Fact]
    public void A_kind_that_comes_along_takes_the_place_of_a_known_one()
    {
        var found = Check(Given.With(), Brought.Replace("planted", "visited", StringComparison.Ordinal));
        Assert.Equal("种树", found.Kinds[new KindId("visited")].Title.Zh);
        Assert.NotNull(found.Ruleset);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\u0000")]
    [InlineData("ruleset: [")]
    public void What_is_no_ruleset_has_faults_and_no_lines(string text)
    {
        var found = Check(text);
        Assert.Null(found.Ruleset);
        Assert.NotEmpty(found.Faults);
        Assert.Empty(found.Lines);
    }

    [Fact]
    public void Every_code_of_rulesets_and_activities_has_chinese_words() => Assert.All(
        DiagnosticCodes.All.Where(c => !c.Id.StartsWith("TEST", StringComparison.Ordinal)), code =>
        {
            Assert.Matches("[\u4E00-\u9FFF]", DiagnosticWords.Of(code.Id).Zh);
            Assert.Equal(code.Summary.TrimEnd('.'), DiagnosticWords.Of(code.Id).En);
        });

    private static CheckedRules Check(string rules, string activities = "") =>
        YamlRules.Instance.Check(Given.Utf8(rules), Given.Utf8(activities), Given.Kinds);
}
