using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>Orders a table's ranked rows by the ruleset's steps. Equal rows share a place, and the next place is skipped.</summary>
internal static class TableRanking
{
    public static void Rank(PointsTable table, CompiledRuleset compiled, TableRegions regions)
    {
        var ruleset = compiled.Ruleset;
        if (ruleset.Scale is null && ruleset.Ranking.Count == 0) return;
        var steps = Steps(table, compiled);
        var rows = Order(table, steps);
        var scope = Places(rows, regions.Of(Within.Scope), steps);
        var (province, city, county) = (Places(rows, regions.Of(RegionLevel.Province), steps),
            Places(rows, regions.Of(RegionLevel.City), steps), Places(rows, regions.Of(RegionLevel.County), steps));
        for (var i = 0; i < rows.Length; i++) table.Places[rows[i]] = new Places(scope[i], province[i], city[i], county[i]);
    }

    /// <summary>The ranked rows from the first place down.</summary>
    private static int[] Order(PointsTable table, Comparison<int>[] steps)
    {
        var rows = new List<int>(table.Count);
        for (var row = 0; row < table.Count; row++)
            if (table.IsRanked(row)) rows.Add(row);
        var ordered = rows.ToArray();
        ordered.AsSpan().Sort((a, b) => Compare(a, b, steps) is var order and not 0 ? order : a.CompareTo(b));
        return ordered;
    }

    private static int Compare(int a, int b, Comparison<int>[] steps)
    {
        foreach (var step in steps)
            if (step(a, b) is var order and not 0) return order;
        return 0;
    }

    private static int[] Places(int[] rows, (int[] Rows, int Count) regions, Comparison<int>[] steps)
    {
        var (places, last) = (new int[rows.Length], new (int Count, int Place, int Row)[regions.Count]);
        for (var i = 0; i < rows.Length; i++)
        {
            ref var region = ref last[regions.Rows[rows[i]]];
            region.Count++;
            if (region.Count == 1 || Compare(region.Row, rows[i], steps) != 0) region.Place = region.Count;
            region.Row = rows[i];
            places[i] = region.Place;
        }
        return places;
    }

    private static Comparison<int>[] Steps(PointsTable table, CompiledRuleset compiled)
    {
        var ruleset = compiled.Ruleset;
        IReadOnlyList<RankingKey> keys = ruleset.Ranking.Count > 0 ? ruleset.Ranking : [new RankingKey(RankingBy.Total)];
        var (steps, attribute) = (new List<Comparison<int>>(), 0);
        foreach (var key in keys)
            steps.Add(key.By switch
            {
                RankingBy.Total => Most(table.Totals, 0, 1),
                RankingBy.Category => Most(table.Categories,
                    ruleset.Categories.TakeWhile(c => c.Id != key.Id).Count(), ruleset.Categories.Count),
                RankingBy.Indicator => Most(table.Kept, compiled.Kept.Find(key.Id!, isDeduction: false), compiled.Kept.Count),
                RankingBy.Attribute => Attribute(table.Attributes, attribute++, compiled.RankedAttributes.Count, key),
                _ => throw new InvalidOperationException("unknown ranking step"),
            });
        return [.. steps];
    }

    private static Comparison<int> Most(long[] column, int index, int count) =>
        (a, b) => column[b * count + index].CompareTo(column[a * count + index]);

    private static Comparison<int> Attribute(long?[] column, int index, int count, RankingKey key) =>
        (a, b) => Ranking.CompareAttribute(column[a * count + index], column[b * count + index], key);
}
