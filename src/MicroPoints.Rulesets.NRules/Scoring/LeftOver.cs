namespace MicroPoints.Rulesets.NRules.Scoring;

/// <summary>What a cap leaves over for another line.</summary>
internal static class LeftOver
{
    public static Points Of(Overflow overflow, Worth worth, Points cap, Values values)
    {
        if (overflow.Each is not { } each) return worth.Points > cap ? worth.Points - cap : Points.Zero;
        return new Tariff(Beyond(worth.Lots, Fraction.OfPoints(cap)), day => values.PointsAt(each, day).Hundredths).Points;
    }

    /// <summary>Lots are laid under the cap, the most valuable first: a key by itself, and all without a key that have one value as one
    /// lot, taken thing by thing. A key is left over only where nothing of it fits.</summary>
    private static IEnumerable<Thing> Beyond(IReadOnlyList<(Thing Thing, Points Each)> credited, Fraction room)
    {
        var worthSome = credited.Where(c => c.Each > Points.Zero && c.Thing.Size > Fraction.Zero).ToList();
        var keys = worthSome.Where(c => c.Thing.Key is not null)
            .Select(c => (Things: new List<Thing> { c.Thing }, One: Fraction.OfPoints(c.Each), First: c.Thing.Size * Fraction.OfPoints(c.Each)));
        var numbers = worthSome.Where(c => c.Thing.Key is null).GroupBy(c => c.Each, c => c.Thing)
            .Select(g => (Things: g.OrderBy(t => t.Day).ToList(), One: Fraction.OfPoints(g.Key), First: Fraction.OfPoints(g.Key)));
        var lots = keys.Concat(numbers).OrderByDescending(l => l.First).ThenBy(l => l.Things[0].Day)
            .ThenBy(l => l.Things[0].Key, StringComparer.Ordinal);
        foreach (var lot in lots)
        {
            if (lot.Things[0].Key is null)
            {
                var under = room > Fraction.Zero ? (room / lot.One).ToWhole(Rounding.Up) : Fraction.Zero;
                foreach (var thing in lot.Things)
                {
                    var fits = Fraction.Min(thing.Size, under);
                    under -= fits;
                    if (thing.Size > fits) yield return thing with { Size = thing.Size - fits };
                }
            }
            else if (room <= Fraction.Zero) yield return lot.Things[0] with { Size = Fraction.Whole(1) };
            room -= Tariff.Sum(lot.Things) * lot.One;
        }
    }
}
