using MicroPoints.Rulesets;
using MicroPoints.Rulesets.Yaml.RuleTests;
using MicroPoints.Standings;
using MicroPoints.Tests;
using MicroPoints.Tests.Properties;

namespace MicroPoints.Conformance.Standings;

/// <summary>What every evaluator says: the scorecards of the built-in engine, with every reason, sentence and place.</summary>
public abstract class EvaluatorSuite
{
    private const int LedgersEach = 25;

    protected abstract IEvaluationEngine Engine { get; }

    /// <summary>How many random ledgers are evaluated, so many under each random ruleset.</summary>
    protected virtual int Ledgers => 10_000;

    public static TheoryData<string> Folders => [.. RuleFolder.Names];

    [Fact]
    public void It_has_a_name_with_the_version_of_its_semantics() => Assert.Matches("^[a-z]+/[0-9]+$", Engine.Name);

    [Theory, MemberData(nameof(Folders))]
    public void Every_rule_test_passes_under_it(string folder)
    {
        var (ruleset, kinds, suite) = RuleFolder.Read(folder);
        var failed = new RuleTestRunner(ruleset, kinds, Engine).Run(suite).Where(o => !o.Passes)
            .Select(o => $"{o.Case.Name}: {string.Join("; ", o.Mismatches)}");
        Assert.NotEmpty(suite.Cases);
        Assert.Empty(failed);
    }

    [Theory, MemberData(nameof(Folders))]
    public void Every_chamber_of_a_rule_test_has_the_same_scorecard(string folder)
    {
        var (ruleset, kinds, suite) = RuleFolder.Read(folder);
        var runner = new RuleTestRunner(ruleset, kinds);
        foreach (var test in suite.Cases) Agrees(runner.Adopted(test), test.Settings, runner.Facts(test, test.Chamber));
    }

    [Fact]
    public void Random_ledgers_have_the_same_scorecards_under_random_rulesets()
    {
        var ledgers = 0;
        Seeds.ForEach(Ledgers / LedgersEach, random =>
        {
            var ruleset = new SomeRuleset(random).Draw();
            for (var left = LedgersEach; left > 0;)
            {
                var chambers = new SomeChambers(random).Draw(ruleset, left);
                Agrees(ruleset, NoSettings, chambers);
                (left, ledgers) = (left - chambers.Count, ledgers + chambers.Count);
            }
        });
        if (!Seeds.IsOne) Assert.Equal(Ledgers, ledgers);
    }

    [Fact]
    public void The_order_in_which_chambers_come_changes_nothing() => Seeds.ForEach(20, random =>
    {
        var ruleset = new SomeRuleset(random).Draw();
        var chambers = new SomeChambers(random).Draw(ruleset);
        var shuffled = chambers.ToArray();
        random.Shuffle(shuffled);
        Assert.Null(Agreement.FirstDifference(
            Engine.Evaluate(ruleset, NoSettings, chambers), Engine.Evaluate(ruleset, NoSettings, shuffled)));
    });

    [Fact]
    public void Without_chambers_there_are_no_scorecards() =>
        Assert.Empty(Engine.Evaluate(new SomeRuleset(new Random(1)).Draw(), NoSettings, []));

    private static Dictionary<string, SettingValue> NoSettings => [];

    private void Agrees(Ruleset ruleset, IReadOnlyDictionary<string, SettingValue> settings, IReadOnlyList<ChamberFacts> chambers)
    {
        var expected = BuiltInEngine.Instance.Evaluate(ruleset, settings, chambers);
        if (Agreement.FirstDifference(expected, Engine.Evaluate(ruleset, settings, chambers)) is { } difference)
            Assert.Fail($"{ruleset.Name}: {difference.Between("the built-in engine", Engine.Name)}");
    }
}
