using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>Eligibility of each outcome in file order, then its quota: the proposed list, row by row.</summary>
internal static class TableOutcomes
{
    public static void Apply(PointsTable table, CompiledRuleset compiled, TableRegions regions)
    {
        var outcomes = compiled.Ruleset.Outcomes;
        for (var i = 0; i < outcomes.Count; i++)
        {
            var suspending = Suspending(outcomes[i], compiled);
            for (var row = 0; row < table.Count; row++)
                table.Outcomes[row * outcomes.Count + i] = Eligibility(outcomes[i], i, table, row, compiled, suspending);
            if (outcomes[i].Quota is { } quota) ApplyQuota(outcomes[i], i, quota, table, compiled, regions);
        }
    }

    private static OutcomeStatus Eligibility(
        Outcome outcome, int index, PointsTable table, int row, CompiledRuleset compiled, int[] suspending)
    {
        if (!compiled.Values.IsOn(outcome.EnabledBy)) return OutcomeStatus.NotOffered;
        var verdict = compiled.Outcomes[index].Decide(table, row);
        table.Undecided[row] |= verdict == Verdict.Error;
        if (table.BarredBy[row] >= 0) return OutcomeStatus.Suspended;
        foreach (var limit in suspending)
            if (table.LimitsMet[row * compiled.Limits.Length + limit]) return OutcomeStatus.Suspended;
        if (!table.IsRanked(row)) return OutcomeStatus.NotRanked;
        return verdict == Verdict.Met ? OutcomeStatus.Proposed : OutcomeStatus.NotEligible;
    }

    /// <summary>The limits that suspend an outcome.</summary>
    private static int[] Suspending(Outcome outcome, CompiledRuleset compiled)
    {
        var limits = compiled.Ruleset.Limits;
        return [.. Enumerable.Range(0, limits.Count).Where(i => limits[i].SuspendsAll && outcome.Kind != OutcomeKind.FollowUp
            || compiled.Values.List(limits[i].Suspends).Contains(outcome.Id))];
    }

    private static void ApplyQuota(
        Outcome outcome, int index, Quota quota, PointsTable table, CompiledRuleset compiled, TableRegions regions)
    {
        var eligible = new TableQuotas.Members(
            table, regions.Of(quota.Within), quota.Within, _ => true, row => table[row].IsEligible(index));
        foreach (var region in eligible.Regions)
        {
            var size = Quotas.Size(quota, region.Chosen.Length, region.Ranked, compiled.Values, compiled.Day);
            var line = Quotas.LinePlace(region.Places, size);
            var overfull = region.Places.Count(p => p <= line) > size;
            for (var i = 0; i < region.Chosen.Length; i++)
                table.Outcomes[region.Chosen[i] * compiled.Ruleset.Outcomes.Count + index] =
                    OutcomeStage.StatusOf(outcome.Ties, region.Places[i], line, overfull);
        }
    }
}
