using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>Decides eligibility for each outcome in file order, then its quota: the proposed list.</summary>
internal static class OutcomeStage
{
    public static void Apply(IReadOnlyList<ScorecardDraft> drafts, Ruleset ruleset, Values values)
    {
        foreach (var outcome in ruleset.Outcomes)
        {
            var lines = new Dictionary<ScorecardDraft, OutcomeLine>();
            foreach (var draft in drafts) lines[draft] = Decided(outcome, draft, values);
            if (outcome.Quota is { } quota) ApplyQuota(outcome, quota, lines, drafts, values);
            foreach (var draft in drafts) draft.Outcomes.Add(lines[draft]);
        }
    }

    /// <summary>The same for one chamber, whose row of a finished table says what the quotas left it.</summary>
    public static void Apply(ScorecardDraft draft, PointsRow row, Ruleset ruleset, Values values)
    {
        for (var i = 0; i < ruleset.Outcomes.Count; i++)
            draft.Outcomes.Add(Decided(ruleset.Outcomes[i], draft, values) with { Status = row.Outcome(i) });
    }

    /// <summary>Eligibility, which conditions of later outcomes may read.</summary>
    private static OutcomeLine Decided(Outcome outcome, ScorecardDraft draft, Values values)
    {
        var line = Eligibility(outcome, draft, values);
        if (line.IsEligible)
            draft.Situation = draft.Situation with { Eligible = draft.Situation.Eligible.Append(outcome.Id).ToHashSet() };
        return line;
    }

    private static OutcomeLine Eligibility(Outcome outcome, ScorecardDraft draft, Values values)
    {
        if (!values.IsOn(outcome.EnabledBy)) return new OutcomeLine(outcome, OutcomeStatus.NotOffered, null);
        var finding = outcome.When is null ? null : ConditionEvaluator.Evaluate(outcome.When, draft.Situation);
        if (draft.BarredBy is not null || IsSuspended(outcome, draft, values))
            return new OutcomeLine(outcome, OutcomeStatus.Suspended, finding);
        if (!draft.IsRanked) return new OutcomeLine(outcome, OutcomeStatus.NotRanked, finding);
        return new OutcomeLine(outcome, finding is { IsMet: false } ? OutcomeStatus.NotEligible : OutcomeStatus.Proposed, finding);
    }

    private static bool IsSuspended(Outcome outcome, ScorecardDraft draft, Values values) => draft.Limits.Any(l => l.IsMet
        && (l.Limit.SuspendsAll && outcome.Kind != OutcomeKind.FollowUp || values.List(l.Limit.Suspends).Contains(outcome.Id)));

    private static void ApplyQuota(
        Outcome outcome, Quota quota, Dictionary<ScorecardDraft, OutcomeLine> lines, IReadOnlyList<ScorecardDraft> drafts, Values values)
    {
        foreach (var region in drafts.Where(d => d.IsRanked).GroupBy(d => Quotas.RegionOf(d, quota.Within)))
        {
            var eligible = region.Where(d => lines[d].IsEligible).OrderBy(d => Place(d, quota)).ToList();
            if (eligible.Count == 0) continue;
            var size = Quotas.Size(quota, eligible.Count, region.Count(), values, eligible[0].Chamber.Reading.Day);
            var line = Quotas.LinePlace([.. eligible.Select(d => Place(d, quota))], size);
            var overfull = eligible.Count(d => Place(d, quota) <= line) > size;
            foreach (var draft in eligible)
                lines[draft] = lines[draft] with { Status = StatusOf(outcome.Ties, Place(draft, quota), line, overfull) };
        }
    }

    internal static OutcomeStatus StatusOf(Ties ties, int place, int line, bool tiedOnLine)
    {
        if (place > line) return OutcomeStatus.PastQuota;
        if (place < line || !tiedOnLine) return OutcomeStatus.Proposed;
        return ties switch
        {
            Ties.ExpandQuota => OutcomeStatus.Proposed,
            Ties.Exclude => OutcomeStatus.PastQuota,
            Ties.Meeting => OutcomeStatus.TiedOnLine,
            _ => throw new InvalidOperationException("unknown tie rule"),
        };
    }

    private static int Place(ScorecardDraft draft, Quota quota) => draft.Places?.Within(quota.Within) ?? 1;
}
