using MicroPoints.Activities;
using MicroPoints.Rulesets.Yaml.RuleTests;
using MicroPoints.Standings;
using MicroPoints.Tests.Properties;

namespace MicroPoints.Rulesets.Yaml.Tests;

/// <summary>Explains the scorecards of a rule test in full and demands that each explanation alone comes to its scorecard.</summary>
internal static class ShippedTraces
{
    public static void Agree(Ruleset ruleset, KindCatalogue kinds, RuleTestCase test)
    {
        var runner = new RuleTestRunner(ruleset, kinds);
        var facts = runner.Facts(test, test.Chamber);
        var (compiled, table) = Evaluated(runner, kinds, test, facts);
        var prose = new TraceProse(compiled.Ruleset, kinds);
        var chambers = test.Peers.Prepend(test.Chamber).ToDictionary(c => new ChamberId(c.Id));
        foreach (var chamber in facts)
        {
            var trace = compiled.Trace(table, compiled.Explain(table, chamber));
            TraceAgain.Comes(trace, compiled.Ruleset, Standing(chambers[chamber.Id], test, chamber.Reading.Day));
            Said(trace, prose);
        }
    }

    /// <summary>The explanation of the chamber that a case is about.</summary>
    public static ScorecardTrace Of(Ruleset ruleset, KindCatalogue kinds, RuleTestCase test)
    {
        var runner = new RuleTestRunner(ruleset, kinds);
        var facts = runner.Facts(test, test.Chamber);
        var (compiled, table) = Evaluated(runner, kinds, test, facts);
        return compiled.Trace(table, compiled.Explain(table, facts[0]));
    }

    private static (CompiledRuleset, PointsTable) Evaluated(
        RuleTestRunner runner, KindCatalogue kinds, RuleTestCase test, IReadOnlyList<ChamberFacts> facts)
    {
        var reading = facts[0].Reading;
        var compiled = new CompiledRuleset(runner.Adopted(test), test.Settings, kinds, reading.Period, reading.Day);
        return (compiled, compiled.Evaluate(facts));
    }

    /// <summary>What stood on the day, as far as it was known.</summary>
    private static List<Fact> Standing(RuleTestChamber chamber, RuleTestCase test, DateOnly day)
    {
        var knownAt = test.KnownAt ?? AsOf.Everything;
        return [.. chamber.Facts.Where(f => !(f.Recorded > knownAt) && !(f.Reversed <= knownAt)).Select(f => f.Fact)
            .Where(f => f.On.Last <= day)];
    }

    /// <summary>Every step has words in both languages, and no blank where a title belongs.</summary>
    private static void Said(ScorecardTrace trace, TraceProse prose)
    {
        foreach (var step in trace.Lines.SelectMany(prose.Line).Concat(trace.Deductions.SelectMany(prose.Deduction))
            .Concat(prose.Total(trace.Total)))
        {
            Assert.NotNull(step.En);
            Assert.DoesNotContain("  ", step.Zh, StringComparison.Ordinal);
            Assert.DoesNotContain("：，", step.Zh, StringComparison.Ordinal);
        }
    }
}
