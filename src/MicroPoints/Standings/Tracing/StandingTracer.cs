using System.Globalization;
using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>Explains what a chamber comes to among others: quotas of grades and outcomes, and its place.</summary>
internal sealed class StandingTracer(CompiledRuleset compiled, PointsTable table, int row)
{
    private readonly TableRegions _regions = new(table);

    /// <summary>The quotas of the grades that the chamber held on its way down, the highest first.</summary>
    public IReadOnlyList<TracedQuota> GradeQuotas()
    {
        var quotas = new List<TracedQuota>();
        TableQuotas.ApplyGrades(table, compiled, _regions, [.. table.GradesScored], (grade, region, size, line) =>
        {
            if (compiled.Ruleset.Grades[grade] is { Quota: { } quota } held && Array.IndexOf(region.Chosen, row) is >= 0 and var at)
                quotas.Add(Of(held.Id, quota.Within, region, size, line, at));
        });
        return quotas;
    }

    /// <summary>Null where the outcome has no quota, or the chamber is not eligible.</summary>
    public TracedQuota? QuotaOf(int index)
    {
        if (compiled.Ruleset.Outcomes[index] is not { Quota: { } quota } outcome || !table[row].IsEligible(index)) return null;
        var eligible = new TableQuotas.Members(
            table, _regions.Of(quota.Within), quota.Within, _ => true, r => table[r].IsEligible(index));
        var region = eligible.Regions.First(r => Array.IndexOf(r.Chosen, row) >= 0);
        var size = Quotas.Size(quota, region.Chosen.Length, region.Ranked, compiled.Values, compiled.Day);
        return Of(outcome.Id, quota.Within, region, size, Quotas.LinePlace(region.Places, size), Array.IndexOf(region.Chosen, row));
    }

    public RankingTrace? Ranking(Scorecard card)
    {
        if (card.Places is not { } places) return null;
        IReadOnlyList<RankingKey> keys = compiled.Ruleset.Ranking.Count > 0
            ? compiled.Ruleset.Ranking : [new RankingKey(RankingBy.Total)];
        var ranked = Enumerable.Range(0, table.Count).Where(r => table.Places[r] is not null)
            .Select(r => new TracedPeer(table.Ids[r], table.Seats[r], table.Places[r]!.Scope, new Points(table.Totals[r]))).ToList();
        var nearest = ranked.OrderBy(p => Math.Abs(p.Place - places.Scope)).ThenBy(p => p.Chamber).Take(Limits.TracedPeersMax);
        return new RankingTrace(places, ranked.Count, [.. keys.Select(k => new TracedKey(k, Own(k, card)))],
            [.. nearest.OrderBy(p => p.Place).ThenBy(p => p.Chamber)]);
    }

    private static string? Own(RankingKey key, Scorecard card) => key.By switch
    {
        RankingBy.Total => card.Total.ToString(),
        RankingBy.Category => card.Card.Category(key.Id!)!.Points.ToString(),
        RankingBy.Indicator => card.Card.Line(key.Id!)!.Points.ToString(),
        RankingBy.Attribute => card.Chamber.Attributes.GetValueOrDefault(key.Id!)?.ToString(CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException("unknown ranking step"),
    };

    private static TracedQuota Of(string id, Within within, TableQuotas.Region region, int size, int line, int at) => new(
        id, within, region.Chosen.Length, region.Ranked, size, line == int.MaxValue ? null : line, region.Places[at]);
}
