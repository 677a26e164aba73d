using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>A condition on facts, attributes or earlier rounds, decided once while the chamber's facts are at hand.</summary>
internal sealed class FactCondition
{
    private readonly Condition _condition;
    private readonly Verdict? _withoutFacts;

    /// <param name="without">A chamber of which nothing is known: its verdict is that of all that have no fact of the kinds.</param>
    public FactCondition(Condition condition, Situation without)
    {
        _condition = condition;
        Kinds = condition switch
        {
            Condition.StateIs state => [state.State],
            Condition.StateMissing state => [state.State],
            Condition.StateHeldFor state => [state.State],
            Condition.EventOccurred occurred => [occurred.Event],
            Condition.SilentFor silent => FactEvaluator.KindsOf(silent, without.Ruleset, without.Values, without.Reading.Kinds),
            Condition.Compare { Subject: Subject.Rate } rate => [new KindId(rate.Id!)],
            _ => [],
        };
        // Silence depends on the founding day as well, attributes and history on what is no fact at all.
        if (Kinds.Count > 0 && condition is not Condition.SilentFor)
            _withoutFacts = ConditionEvaluator.VerdictOnFacts(condition, without);
    }

    /// <summary>The kinds whose facts it reads.</summary>
    public IReadOnlyList<KindId> Kinds { get; }

    public static bool IsOne(Condition condition) => condition is Condition.StateIs or Condition.StateMissing or Condition.StateHeldFor
        or Condition.EventOccurred or Condition.SilentFor or Condition.History or Condition.AttributeIs or Condition.AttributeMissing
        or Condition.AttributeDay or Condition.Compare { Subject: Subject.Rate or Subject.Attribute };

    public Verdict Decide(Situation at) => _withoutFacts is { } verdict && !at.Reading.HasAny(Kinds)
        ? verdict : ConditionEvaluator.VerdictOnFacts(_condition, at);
}
