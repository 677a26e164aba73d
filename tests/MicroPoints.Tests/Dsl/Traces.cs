using MicroPoints.Rulesets;
using MicroPoints.Standings;

namespace MicroPoints.Tests;

/// <summary>Explains in full what scorecards were computed from.</summary>
internal static class Traces
{
    /// <summary>The trace of a chamber of some cards; without a name the first is meant.</summary>
    public static ScorecardTrace Trace(
        this Cards cards, Ruleset ruleset, string? chamber = null, Dictionary<string, SettingValue>? settings = null)
    {
        var reading = cards[chamber].Chamber.Reading;
        var compiled = new CompiledRuleset(ruleset, settings ?? [], Kinds.All, reading.Period, reading.Day);
        var table = compiled.Evaluate(cards.All.Select(c => c.Chamber));
        return compiled.Trace(table, compiled.Explain(table, cards[chamber].Chamber));
    }
}
