namespace MicroPoints.Rulesets.NRules.Rules;

/// <summary>How many a quota lets through, and the place on its line.</summary>
internal static class QuotaSize
{
    public static int Of(Quota quota, int eligible, int ranked, Values values, DateOnly day)
    {
        var among = quota.Of switch
        {
            QuotaOf.Eligible => eligible,
            QuotaOf.Ranked => ranked,
            _ => throw new InvalidOperationException("unknown base of a quota"),
        };
        var exact = quota.Percent is null
            ? values.FractionAt(quota.Count!.Value, day)
            : values.FractionAt(quota.Percent.Value, day) * Fraction.Whole(among) / Fraction.Whole(100);
        var size = (int)Int128.Min(exact.ToWhole(quota.Rounding).Numerator, int.MaxValue);
        return quota.AtLeast is null ? size : Math.Max(size, values.WholeAt(quota.AtLeast.Value, day));
    }

    /// <param name="places">Of all who want in, in order.</param>
    public static int Line(IReadOnlyList<int> places, int size)
    {
        if (size <= 0) return 0;
        return size < places.Count ? places[size - 1] : int.MaxValue;
    }
}
