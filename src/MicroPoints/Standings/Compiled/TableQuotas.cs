using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>Grade quotas over a table's rows, highest first; who drops counts for the next grade's quota.</summary>
internal static class TableQuotas
{
    /// <summary>What a grade's quota came to in one region.</summary>
    public delegate void Told(int grade, Region region, int size, int line);

    public static void ApplyGrades(PointsTable table, CompiledRuleset compiled, TableRegions regions) =>
        ApplyGrades(table, compiled, regions, table.Grades, null);

    /// <param name="held">The grades as scored, by row; lowered here.</param>
    /// <param name="told">Asked to look on, for an explanation.</param>
    public static void ApplyGrades(
        PointsTable table, CompiledRuleset compiled, TableRegions regions, short[] held, Told? told)
    {
        var grades = compiled.Ruleset.Grades;
        for (var grade = 0; grade < grades.Count - 1; grade++)
        {
            if (grades[grade].Quota is not { } quota) continue;
            var holders = new Members(table, regions.Of(quota.Within), quota.Within,
                row => table.Places[row] is not null, row => held[row] == grade);
            foreach (var region in holders.Regions)
            {
                var size = Quotas.Size(quota, region.Chosen.Length, region.Ranked, compiled.Values, compiled.Day);
                var line = Quotas.LinePlace(region.Places, size);
                told?.Invoke(grade, region, size, line);
                for (var i = 0; i < region.Chosen.Length; i++)
                    if (region.Places[i] > line) held[region.Chosen[i]] = (short)(grade + 1);
            }
        }
    }

    /// <summary>Some of a region's ranked rows, in order of place.</summary>
    public readonly record struct Region(int Ranked, int[] Chosen, int[] Places);

    /// <summary>The rows that a quota lets through or not, region by region.</summary>
    public sealed class Members
    {
        public Members(
            PointsTable table, (int[] Rows, int Count) regions, Within within, Func<int, bool> isCounted, Func<int, bool> isChosen)
        {
            var (ranked, chosen) = (new int[regions.Count], new List<int>?[regions.Count]);
            for (var row = 0; row < table.Count; row++)
            {
                if (!table.IsRanked(row) || !isCounted(row)) continue;
                ranked[regions.Rows[row]]++;
                if (isChosen(row)) (chosen[regions.Rows[row]] ??= []).Add(row);
            }
            for (var region = 0; region < chosen.Length; region++)
                if (chosen[region] is { } rows)
                {
                    int[] byPlace = [.. rows.OrderBy(Place)];
                    Regions.Add(new Region(ranked[region], byPlace, [.. byPlace.Select(Place)]));
                }

            int Place(int row) => table.Places[row]?.Within(within) ?? 1;
        }

        public List<Region> Regions { get; } = [];
    }
}
