using MicroPoints.Activities;
using MicroPoints.Rulesets;
using MicroPoints.Standings;

namespace MicroPoints.Tests.Properties;

/// <summary>Whoever has a trace alone can work out the scorecard again: nothing is missing from it and nothing is made up.</summary>
public sealed class TracePropertyTests
{
    private static readonly Dictionary<string, SettingValue> NoSettings = [];

    [Fact]
    public void Its_numbers_applied_again_give_the_points_of_random_rulesets_and_ledgers()
    {
        var (left, cut, conditions) = (new HashSet<LeftOut>(), new HashSet<CutBy>(), new HashSet<(Type, Verdict)>());
        Seeds.ForEach(500, random =>
        {
            var ruleset = new SomeRuleset(random).Draw();
            var some = new SomeChambers(random);
            var chambers = some.Draw(ruleset);
            var reading = chambers[0].Reading;
            var compiled = new CompiledRuleset(ruleset, NoSettings, Kinds.All, reading.Period, reading.Day);
            var table = compiled.Evaluate(chambers);
            foreach (var chamber in chambers)
            {
                var trace = compiled.Trace(table, compiled.Explain(table, chamber));
                TraceAgain.Comes(trace, ruleset, [.. some.Facts[chamber.Id].Select(f => f.Fact)]);
                foreach (var condition in TraceAgain.Conditions(trace)) conditions.UnionWith(Asked(condition));
                left.UnionWith(trace.Lines.SelectMany(l => l.Facts).Select(f => f.LeftOut).OfType<LeftOut>());
                cut.UnionWith(trace.Lines.SelectMany(l => l.Cuts.Concat(l.Around)).Concat(trace.Total.Cuts).Select(c => c.By));
            }
        });
        // The property says nothing of what was never drawn.
        if (Seeds.IsOne) return;
        // Only events without keys are about none, and no drawn ruleset counts them once per key.
        Assert.Equal([LeftOut.WithoutKey], Enum.GetValues<LeftOut>().Except(left));
        Assert.Empty(Enum.GetValues<CutBy>().Except(cut));
        Assert.Empty(typeof(Condition).GetNestedTypes()
            .SelectMany(t => new[] { (t, Verdict.Met), (t, Verdict.NotMet) }).Except(conditions));
        Assert.Contains(conditions, c => c.Item2 == Verdict.Error);
    }

    private static IEnumerable<(Type, Verdict)> Asked(TracedCondition condition) =>
        condition.Inside.SelectMany(Asked).Append((condition.Finding.Condition.GetType(), condition.Verdict));
}
