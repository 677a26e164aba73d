using MicroPoints.Rulesets;

namespace MicroPoints.Runtime;

/// <summary>Several periods at once, and what people are shown before they adopt.</summary>
public sealed partial class ImpactService
{
    /// <summary>The last periods of a length that are over, the latest first.</summary>
    public IReadOnlyList<Period> LastOver(PeriodLength length, int count)
    {
        var periods = new List<Period>();
        for (var period = Period.Containing(workspace.Today, length).Previous; periods.Count < count; period = period.Previous)
            periods.Add(period);
        return periods;
    }

    /// <summary>Several periods of a scope, each as <see cref="Of"/> reads it.</summary>
    /// <exception cref="QueryRefusedException">One of them cannot be answered; none was worked out.</exception>
    public async ValueTask<ImpactStatement> Over(RulesInUse before, RulesInUse after, RegionCode scope, IEnumerable<Period> periods,
        IProgress<(long Done, long Total)>? progress, CancellationToken cancel)
    {
        List<ImpactQuery> queries = [.. periods.OrderDescending().Select(p => new ImpactQuery(before, after, scope, p))];
        queries.ForEach(Refuse);
        var answers = new List<ImpactAnswer>();
        foreach (var query in queries) answers.Add(await Of(query, progress, cancel));
        return new ImpactStatement(answers);
    }

    /// <summary>
    /// What people should know before they adopt: the last periods that are over and have data, and the running one where more
    /// chambers have anything recorded in it than in any of those. Null where none has data.
    /// </summary>
    /// <remarks>A running period says little in January; one that only a slip of a date fell into says less.</remarks>
    /// <exception cref="QueryRefusedException">The two are of different periods.</exception>
    public async ValueTask<ImpactStatement?> OverLast(RulesInUse before, RulesInUse after, RegionCode scope, CancellationToken cancel)
    {
        var length = after.Ruleset.Period;
        var running = Period.Containing(workspace.Today, length);
        var all = await Over(before, after, scope, [running, .. LastOver(length, Limits.ImpactPeriodsOfAdoptionMax)], null, cancel);
        var most = all.Periods.Skip(1).Max(p => p.Recorded);
        List<ImpactAnswer> told = [.. all.Told.Where(p => p.Query.Period != running || p.Recorded > most)];
        return told.Count > 0 ? new ImpactStatement(told) : null;
    }

    /// <summary>What an adoption would change of what counts in its region, over periods that somebody named.</summary>
    /// <returns>Null where nothing counts there that it takes the place of.</returns>
    /// <exception cref="QueryRefusedException">A period cannot be replayed, or nothing was recorded in any of them.</exception>
    public async ValueTask<ImpactStatement?> OfAdoption(
        RegionCode region, AdoptRuleset adoption, IReadOnlyList<Period> periods, CancellationToken cancel)
    {
        if (ReplacedBy(adoption.Ruleset.Id, region, adoption.Id) is not { } replaced) return null;
        var (ruleset, _) = await workspace.Library.Get(replaced.Ruleset, replaced.Hash, workspace.Kinds, cancel);
        var statement = await Over(new RulesInUse(ruleset, replaced.Settings), new RulesInUse(adoption.Ruleset, adoption.Settings),
            region, periods, null, cancel);
        return statement.Told.Count > 0 ? statement : throw new QueryRefusedException(Refusal.NothingToReplay,
            $"no chamber of {region} has anything recorded that happened in {string.Join(", ", periods.Order())}: "
            + "name a period that has data, or adopt without a statement");
    }

    /// <summary>
    /// What counts in a region that an adoption takes the place of: the same ruleset's version in force, else the ruleset of the annual
    /// rounds. Null where nothing counts there.
    /// </summary>
    /// <param name="adoption">The adoption's id: of one that was recorded already, what counted just before it. Null: what counts
    /// now.</param>
    public RulesetAdopted? ReplacedBy(string ruleset, RegionCode region, EntryId? adoption)
    {
        var recorded = workspace.Regions.OwnAdoptions(region).FirstOrDefault(a => a.Entry.Id == adoption)?.Entry.At;
        var at = new AsOf(workspace.Today, recorded?.AddTicks(-1) ?? AsOf.Everything);
        return workspace.Regions.AdoptionOf(ruleset, region, at)
            ?? (workspace.Regions.AnnualRulesetOf(region, at) is { } annual ? workspace.Regions.AdoptionOf(annual, region, at) : null);
    }
}
