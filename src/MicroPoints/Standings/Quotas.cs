using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>How many a quota lets through in each region of its level.</summary>
internal static class Quotas
{
    /// <summary>The region of a quota's level that a chamber belongs to; one for all where it is the scope.</summary>
    public static string RegionOf(ScorecardDraft draft, Within within) => within switch
    {
        Within.County => Ranking.Region(RegionLevel.County)(draft),
        Within.City => Ranking.Region(RegionLevel.City)(draft),
        Within.Province => Ranking.Region(RegionLevel.Province)(draft),
        Within.Scope => "",
        _ => throw new InvalidOperationException("unknown level"),
    };

    /// <summary>A percent of the eligible or the ranked, or a count; at least the quota's minimum.</summary>
    public static int Size(Quota quota, int eligible, int ranked, Values values, DateOnly day)
    {
        var of = quota.Of == QuotaOf.Eligible ? eligible : ranked;
        var size = quota.Percent is { } percent
            ? values.FractionAt(percent, day) * new Fraction(of, 100)
            : values.FractionAt(quota.Count!.Value, day);
        var whole = (int)Math.Min(int.MaxValue, (long)size.ToWhole(quota.Rounding).Numerator);
        return quota.AtLeast is { } least ? Math.Max(whole, values.WholeAt(least, day)) : whole;
    }

    /// <summary>The place on the quota's line among those sorted by place; one past the last where all fit, zero where none does.</summary>
    public static int LinePlace(IReadOnlyList<int> places, int size) =>
        size <= 0 ? 0 : size >= places.Count ? int.MaxValue : places[size - 1];
}
