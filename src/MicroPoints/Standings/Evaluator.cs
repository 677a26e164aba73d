using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>Evaluates chambers under one ruleset: points, limits, grades or classes, places, outcomes, in that order.</summary>
/// <remarks>Pure: the same facts give the same scorecards, in order of chamber id, whatever the order they come in.</remarks>
public sealed class Evaluator
{
    /// <summary>The name that proofs give this engine and its semantics.</summary>
    public const string Engine = "builtin/1";

    private readonly Ruleset _ruleset;
    private readonly CardScorer _scorer;

    public Evaluator(Ruleset ruleset, IReadOnlyDictionary<string, SettingValue> settings) : this(ruleset, new Values(ruleset, settings))
    {
    }

    internal Evaluator(Ruleset ruleset, Values values) => (_ruleset, Values, _scorer) = (ruleset, values, new CardScorer(ruleset, values));

    public Values Values { get; }

    /// <summary>Scorecards of all chambers, in order of id.</summary>
    public IReadOnlyList<Scorecard> Evaluate(IEnumerable<ChamberFacts> chambers)
    {
        // Expanded once: who is a peer and what is scored must read the same list.
        var ordered = chambers.OrderBy(c => c.Id)
            .Select(c => c with { NotApplicable = _ruleset.WithInside(c.NotApplicable) }).ToList();
        var peers = new PeerRanges(_ruleset, Values, ordered);
        var drafts = ordered.Select(c => Draft(c, peers)).ToList();
        Ranking.Rank(drafts, _ruleset);
        GradeQuotas.Apply(drafts, _ruleset, Values);
        OutcomeStage.Apply(drafts, _ruleset, Values);
        return [.. drafts.Select(d => d.ToScorecard())];
    }

    /// <summary>One chamber's scorecard, as <see cref="Evaluate"/> gives it, where a finished table holds what its peers decide.</summary>
    /// <param name="table">Holds the chamber with the same facts, and was scored under the same ruleset and settings.</param>
    internal Scorecard Explain(PointsTable table, ChamberFacts chamber)
    {
        var row = table.Find(chamber.Id) ?? throw new InvariantException($"{chamber.Id} is not in the table");
        var draft = Draft(chamber with { NotApplicable = _ruleset.WithInside(chamber.NotApplicable) }, table.Peers);
        Invariant.Holds(draft.Card.Total == row.Total, "a chamber is explained from the facts that it was scored from");
        if (row.Places is { } places)
        {
            draft.Places = places;
            draft.Situation = draft.Situation with { Rank = places.Scope };
        }
        draft.Grade = row.Grade;
        OutcomeStage.Apply(draft, row, _ruleset, Values);
        return draft.ToScorecard();
    }

    /// <summary>A scorecard with other facts and points, its places kept: what limits, grade and outcomes then come to. Quotas
    /// are among others and are not asked.</summary>
    internal static Scorecard Alone(Ruleset ruleset, Values values, Scorecard card)
    {
        var draft = Draft(ruleset, values, card.Chamber, card.Card);
        draft.Places = card.Places;
        draft.Situation = draft.Situation with { Rank = card.Places?.Scope };
        OutcomeStage.Apply([draft], ruleset, values);
        return draft.ToScorecard();
    }

    private ScorecardDraft Draft(ChamberFacts chamber, PeerRanges peers) => Draft(
        _ruleset, Values, chamber, _scorer.Score(chamber.Reading, chamber.NotApplicable, i => peers.Standing(i, chamber)));

    /// <summary>Limits, and grade or class: what needs no other chamber but the peers' ranges.</summary>
    internal static ScorecardDraft Draft(Ruleset ruleset, Values values, ChamberFacts chamber, PointsCard card)
    {
        var situation = new Situation(ruleset, values, chamber.Reading, card)
        {
            Attributes = chamber.Attributes,
            Founded = chamber.Founded,
            History = chamber.History,
        };
        var limits = ruleset.Limits
            .Select(l => new LimitLine(l, ConditionEvaluator.Evaluate(l.When, situation), values.IsOn(l.EnabledBy))).ToList();
        var draft =
            new ScorecardDraft(chamber, situation
            with
            { LimitsMet = limits.Where(l => l.IsMet).Select(l => l.Limit.Id).ToHashSet() }, limits);
        GradeStage.Apply(draft, ruleset, values);
        return draft;
    }
}
