using MicroPoints.Activities;
using MicroPoints.Rulesets.Yaml.RuleTests;
using MicroPoints.Standings;

namespace MicroPoints.Rulesets.Yaml.Tests;

/// <summary>Demands that a points table of a rule test's chambers says what their scorecards say.</summary>
internal static class PointsTables
{
    public static void Equal(Ruleset ruleset, KindCatalogue kinds, RuleTestCase test)
    {
        var runner = new RuleTestRunner(ruleset, kinds);
        var (adopted, facts) = (runner.Adopted(test), runner.Facts(test, test.Chamber));
        var cards = new Evaluator(adopted, test.Settings).Evaluate(facts);
        var table = new CompiledRuleset(adopted, test.Settings, kinds, facts[0].Reading.Period, facts[0].Reading.Day).Evaluate(facts);
        for (var row = 0; row < cards.Count; row++) Equal(cards[row], table[row], adopted);
    }

    private static void Equal(Scorecard card, PointsRow row, Ruleset ruleset)
    {
        Assert.Equal((card.Id, card.Total, card.IsRanked, card.BarredBy), (row.Id, row.Total, row.IsRanked, row.BarredBy));
        Assert.Equal((card.GradeByPoints, card.Grade, card.Class), (row.GradeByPoints, row.Grade, row.Class));
        Assert.Equal((card.Places, card.Errors.Any()), (row.Places, row.IsUndecided));
        Assert.Equal(card.Card.Categories.Select(c => c.Points), ruleset.Categories.Select((_, i) => row.Category(i)));
        Assert.Equal(card.Outcomes.Select(o => o.Status), ruleset.Outcomes.Select((_, i) => row.Outcome(i)));
        Assert.Equal(card.Limits.Select(l => l.IsMet), ruleset.Limits.Select((_, i) => row.IsLimited(i)));
    }
}
