using MicroPoints.Contracts;
using MicroPoints.Rulesets;
using MicroPoints.Standings;

namespace MicroPoints.Api;

/// <summary>Writes why limits, classes, grades, outcomes and places are what they are.</summary>
internal static class RuleTraceOut
{
    public static ExplainedRule Limit(LimitTrace trace) => new(trace.Line.Limit.Id, trace.Line.Limit.Title.Zh,
        trace.Line.IsOn ? ScorecardOut.Word(trace.Line.Finding.Verdict) : "switched-off", ScorecardOut.Clause(trace.Line.Limit.Cite),
        Condition(trace.Condition));

    public static ExplainedRule Class(ClassTrace trace) => new(trace.Rule.Id, trace.Rule.Title.Zh,
        ScorecardOut.Word(trace.Condition?.Verdict ?? Verdict.Met), ScorecardOut.Clause(trace.Rule.Cite),
        trace.Condition is { } condition ? Condition(condition) : null);

    public static ExplainedRule Outcome(OutcomeTrace trace) => new(trace.Line.Outcome.Id, trace.Line.Outcome.Title.Zh,
        Statuses.Kebab(trace.Line.Status.ToString()), ScorecardOut.Clause(trace.Line.Outcome.Cite),
        trace.Condition is { } condition ? Condition(condition) : null,
        trace.SuspendedBy.Count > 0 ? trace.SuspendedBy : null, trace.Quota is { } quota ? Quota(quota) : null);

    public static ExplainedGrade Grade(GradeTrace trace) => new(trace.ByPoints,
        [.. trace.From.Select(g => new ExplainedThreshold(g.Grade, WireNumber.Of(g.From), g.IsReached))],
        [.. trace.Lowered.Select(l => new ExplainedLowering(l.Limit, l.Down, l.Ceiling))],
        [.. trace.Quotas.Select(Quota)], TraceOut.Values(trace.Values), trace.AfterLimits, trace.Grade);

    public static ExplainedRanking Ranking(RankingTrace trace) => new(trace.Places.Scope,
        trace.Places.County, trace.Ranked,
        [.. trace.Keys.Select(k => new ExplainedKey(Statuses.Kebab(k.Key.By.ToString()), k.Key.Id, k.Own))],
        [.. trace.Peers.Select(p => new ExplainedPeer(p.Chamber.Value, p.Place, WireNumber.Of(p.Total)))]);

    private static ExplainedQuota Quota(TracedQuota quota) => new(quota.Of, Statuses.Kebab(quota.Within.ToString()), quota.Chosen,
        quota.Ranked, quota.Size, quota.Place, quota.LetsThrough, quota.Line);

    private static ExplainedCondition Condition(TracedCondition trace) => new(ScorecardOut.Word(trace.Verdict),
        trace.Finding.Sentence.Zh, trace.Finding.Sentence.EnOrZh,
        [.. trace.Operands.Select(o => new ExplainedOperand(o.Of, o.Actual, Statuses.Kebab(o.By.ToString()), o.Wanted, o.Holds))],
        TraceOut.Values(trace.Values), [.. trace.Inside.Select(Condition)]);
}
