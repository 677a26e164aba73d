namespace MicroPoints.Rulesets;

/// <summary>Finds what a cap leaves over: things of which nothing fits under it.</summary>
/// <remarks>Things without keys are laid under the cap as one sum for each value, for months never matter.</remarks>
internal static class OverflowScorer
{
    /// <summary>What an indicator's cap leaves over for its target.</summary>
    public static Points Over(Overflow overflow, Raw raw, Points cap, Values values) => overflow.Each is { } each
        ? Worth(raw.Items, cap, day => values.PointsAt(each, day))
        : Points.Max(Points.Zero, raw.Points - cap);

    /// <summary>What the cap leaves over, at the target's value: summed exactly by value in force, rounded once.</summary>
    private static Points Worth(IReadOnlyList<CreditedItem> items, Points cap, Func<DateOnly, Points> each) =>
        Left(items, cap).GroupBy(item => each(item.Day))
            .Select(g => (SizeOf(g) * Fraction.OfPoints(g.Key)).ToPoints())
            .Aggregate(Points.Zero, (total, points) => total + points);

    /// <summary>Keys are taken by points descending, then day; one of which only a part fits is not left over.</summary>
    private static IEnumerable<CreditedItem> Left(IReadOnlyList<CreditedItem> items, Points cap)
    {
        var room = Fraction.OfPoints(cap);
        foreach (var lot in Lots(items))
        {
            var one = Fraction.OfPoints(lot[0].Each);
            if (lot[0].Key is not null)
            {
                if (room <= Fraction.Zero) yield return lot[0] with { Size = Fraction.Whole(1) };
            }
            else
            {
                // They come in numbers: those that fit, one that fits in part, and the rest, which are the latest.
                var fitting = room > Fraction.Zero ? (room / one).ToWhole(Rounding.Up) : Fraction.Zero;
                foreach (var item in Rest(lot, fitting)) yield return item;
            }
            room -= SizeOf(lot) * one;
        }
    }

    private static Fraction SizeOf(IEnumerable<CreditedItem> items) =>
        items.Aggregate(Fraction.Zero, (sum, item) => sum + item.Size);

    /// <summary>Each key by itself, and all without a key that have one value together, as they are taken.</summary>
    private static IEnumerable<List<CreditedItem>> Lots(IReadOnlyList<CreditedItem> items)
    {
        // What credits nothing, as a key that earlier periods credited in full, has nothing to be cut.
        var positive = items.Where(i => i.Each > Points.Zero && i.Size > Fraction.Zero).ToList();
        return positive.Where(i => i.Key is not null).Select(i => new List<CreditedItem> { i })
            .Concat(positive.Where(i => i.Key is null).GroupBy(i => i.Each).Select(g => g.OrderBy(i => i.Day).ToList()))
            .OrderByDescending(l => (l[0].Key is null ? Fraction.Whole(1) : l[0].Size) * Fraction.OfPoints(l[0].Each))
            .ThenBy(l => l[0].Day).ThenBy(l => l[0].Key, StringComparer.Ordinal);
    }

    /// <summary>What remains of a lot when so much of it, by day, is taken away.</summary>
    private static IEnumerable<CreditedItem> Rest(IEnumerable<CreditedItem> lot, Fraction taken)
    {
        foreach (var item in lot)
        {
            var fits = Fraction.Max(Fraction.Zero, Fraction.Min(item.Size, taken));
            taken -= fits;
            if (item.Size > fits) yield return item with { Size = item.Size - fits };
        }
    }
}
