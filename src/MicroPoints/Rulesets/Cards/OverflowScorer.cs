namespace MicroPoints.Rulesets;

/// <summary>Finds what a cap leaves over: things of which nothing fits under it.</summary>
internal static class OverflowScorer
{
    /// <summary>Keys are taken by points descending, then day; one of which only a part fits is not left over.</summary>
    public static IEnumerable<CreditedItem> Left(IReadOnlyList<CreditedItem> items, Points cap)
    {
        var room = Fraction.OfPoints(cap);
        var ordered = items.Where(i => i.Each > Points.Zero)
            .OrderByDescending(i => i.Key is null ? Fraction.OfPoints(i.Each) : i.Size * Fraction.OfPoints(i.Each))
            .ThenBy(i => i.Day).ThenBy(i => i.Key, StringComparer.Ordinal);
        foreach (var item in ordered)
        {
            var worth = item.Size * Fraction.OfPoints(item.Each);
            if (room <= Fraction.Zero) { yield return item with { Size = item.Key is null ? item.Size : Fraction.Whole(1) }; continue; }
            if (item.Key is null && worth > room)
            {
                // Things without keys come in numbers: those that fit, one that fits in part, and the rest.
                var fitting = (room / Fraction.OfPoints(item.Each)).ToWhole(Rounding.Up);
                if (item.Size > fitting) yield return item with { Size = item.Size - fitting };
            }
            room -= worth;
        }
    }
}
