using MicroPoints.Rulesets;
using MicroPoints.Rulesets.NRules;
using MicroPoints.Standings;

namespace MicroPoints.Tests;

/// <summary>What the core's tests demand of scorecards, they demand of NRules as well.</summary>
internal sealed partial record Scored
{
    partial void AlsoBySecondEngine(Ruleset ruleset, IReadOnlyList<ChamberFacts> facts, IReadOnlyList<Scorecard> cards) =>
        Assert.Null(Agreement.FirstDifference(cards, NRulesEngine.Instance.Evaluate(ruleset, Settings, facts)));
}
