using MicroPoints.Activities;
using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>What a scorecard would be with facts that nobody recorded: a pure function, of which nothing is kept.</summary>
internal static class Supposing
{
    /// <summary>The scorecard with some more facts; others stay as they are, so places and quotas are those of the card.</summary>
    /// <param name="facts">None later than the card's reading day.</param>
    public static Scorecard Of(
        Ruleset ruleset, Values values, Scorecard card, IReadOnlyList<Fact> facts, Func<Indicator, PeerStanding> peers)
    {
        var trial = new Trial(ruleset, values, card.Chamber, peers);
        return trial.WithFacts(facts, () => Evaluator.Alone(ruleset, values, card with
        {
            Chamber = card.Chamber with { Reading = trial.Reading },
            Card = trial.Card(),
        })) with
        { Chamber = card.Chamber };
    }
}
