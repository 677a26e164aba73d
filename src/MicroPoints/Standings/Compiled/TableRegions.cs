using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>The regions of a table's rows by level, numbered from zero.</summary>
internal sealed class TableRegions(PointsTable table)
{
    private readonly int[] _scope = new int[table.Count];
    private readonly Dictionary<RegionLevel, (int[] Rows, int Count)> _levels = [];

    public (int[] Rows, int Count) Of(Within within) => within switch
    {
        Within.County => Of(RegionLevel.County),
        Within.City => Of(RegionLevel.City),
        Within.Province => Of(RegionLevel.Province),
        Within.Scope => (_scope, 1),
        _ => throw new InvalidOperationException("unknown level"),
    };

    public (int[] Rows, int Count) Of(RegionLevel level)
    {
        if (_levels.TryGetValue(level, out var known)) return known;
        var (rows, numbers) = (new int[table.Count], new Dictionary<int, int>());
        for (var row = 0; row < rows.Length; row++)
        {
            var code = CodeOf(table.Seats[row], level);
            if (!numbers.TryGetValue(code, out var number)) numbers[code] = number = numbers.Count;
            rows[row] = number;
        }
        return _levels[level] = (rows, numbers.Count);
    }

    /// <summary>The enclosing region's digits as a number; codes of other lengths never meet, as a one stands before each.</summary>
    private static int CodeOf(RegionCode seat, RegionLevel level)
    {
        var code = 1;
        foreach (var digit in seat.Value.AsSpan(0, Math.Min(seat.Value.Length, (int)level))) code = code * 10 + (digit - '0');
        return code;
    }
}
