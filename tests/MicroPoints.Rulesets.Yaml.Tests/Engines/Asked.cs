using System.Text.Json.Nodes;
using MicroPoints.Activities;
using MicroPoints.Standings;

namespace MicroPoints.Rulesets.Yaml.Tests.Engines;

/// <summary>Conditions asked of the scorecards of one evaluation: what we find, and the same as other engines read it.</summary>
public sealed class Asked
{
    private readonly Translation _translation;

    public Asked(Ruleset ruleset, Values values, KindCatalogue kinds, IReadOnlyList<Condition> conditions, IReadOnlyList<Scored> cards)
    {
        var reading = cards[0].Card.Chamber.Reading;
        _translation = new Translation(ruleset, values, kinds, reading.Period, reading.Day);
        (Conditions, Cards) = (conditions, cards);
        Situations = [.. cards.Select(c => SituationOf(ruleset, values, c.Card))];
        Formulas = [.. conditions.Select(_translation.Of)];
    }

    public IReadOnlyList<Condition> Conditions { get; }
    public IReadOnlyList<Scored> Cards { get; }
    public IReadOnlyList<Situation> Situations { get; }
    public IReadOnlyList<Decidable> Formulas { get; }

    /// <summary>The facts of each scorecard as JSON.</summary>
    public JsonArray Facts => [.. Cards.Select(c => System.Text.Json.JsonSerializer.SerializeToNode(_translation.Sheet.Read(c)))];

    /// <summary>For each scorecard a mark a condition: + met, - not met, ! not to be decided.</summary>
    public IReadOnlyList<string> Verdicts() => [.. Situations.Select(s => string.Concat(Conditions.Select(c => Mark(c, s))))];

    public static char Mark(Verdict verdict) => verdict switch
    {
        Verdict.Met => '+',
        Verdict.NotMet => '-',
        Verdict.Error => '!',
        _ => throw new InvalidOperationException("unknown verdict"),
    };

    private static char Mark(Condition condition, Situation situation) => Mark(ConditionEvaluator.Evaluate(condition, situation).Verdict);

    /// <summary>All that a condition may read once a scorecard is done.</summary>
    private static Situation SituationOf(Ruleset ruleset, Values values, Scorecard card) =>
        new(ruleset, values, card.Chamber.Reading, card.Card)
        {
            Attributes = card.Chamber.Attributes,
            Founded = card.Chamber.Founded,
            History = card.Chamber.History,
            LimitsMet = card.Limits.Where(l => l.IsMet).Select(l => l.Limit.Id).ToHashSet(),
            Grade = card.Grade,
            Class = card.Class,
            Rank = card.Places?.Scope,
            Eligible = card.Outcomes.Where(o => o.IsEligible).Select(o => o.Outcome.Id).ToHashSet(),
        };
}
