using MicroPoints.Rulesets.NRules.Facts;
using MicroPoints.Standings;
using NRules;

namespace MicroPoints.Rulesets.NRules;

/// <summary>Evaluates chambers by rules: one session factory for a ruleset and its settings, and sessions given facts.</summary>
/// <remarks>
/// A chamber's points, limits and class come from a session of its own, places and quotas from one of all chambers, and outcomes again from
/// one a chamber, given its card and place. Joining chambers inside one session would cost their square.
/// </remarks>
public sealed class NRulesEvaluator
{
    private readonly Ruleset _ruleset;
    private readonly Values _values;
    private readonly ISessionFactory _rules;
    private readonly Peers _peers;

    public NRulesEvaluator(Ruleset ruleset, IReadOnlyDictionary<string, SettingValue> settings)
    {
        (_ruleset, _values) = (ruleset, new Values(ruleset, settings));
        _rules = RuleSheet.Compile(ruleset, _values);
        _peers = new Peers(ruleset, _rules);
    }

    /// <summary>Scorecards of all chambers, in order of id.</summary>
    public IReadOnlyList<Scorecard> Evaluate(IEnumerable<ChamberFacts> chambers)
    {
        var ordered = chambers.OrderBy(c => c.Id).Select(c => c with { NotApplicable = _ruleset.WithInside(c.NotApplicable) }).ToList();
        var compared = _peers.Compare(ordered);
        var drafts = ordered.ConvertAll(c => Score(c, compared));
        _peers.Rank(drafts);
        foreach (var draft in drafts) Decide(draft);
        _peers.Draw(drafts);
        return drafts.ConvertAll(d => d.ToScorecard());
    }

    private Draft Score(ChamberFacts chamber, IReadOnlyList<Compared> compared)
    {
        var session = _rules.CreateSession();
        session.InsertAll([new Case(chamber, _values, Stage.Points), .. compared]);
        session.Fire();
        return new Draft(chamber, session.Query<object>().ToList());
    }

    private void Decide(Draft draft)
    {
        if (_ruleset.Outcomes.Count == 0) return;
        var session = _rules.CreateSession();
        session.InsertAll([new Case(draft.Chamber, _values, Stage.Outcomes), .. draft.Facts]);
        session.Fire();
        draft.Take(session.Query<Decided>().ToList(), _ruleset);
    }
}
