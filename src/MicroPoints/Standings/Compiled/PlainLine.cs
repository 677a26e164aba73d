using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>One plain indicator, compiled: which sums it adds up, and with which values.</summary>
/// <remarks>Amounts small enough for 64-bit integers are computed in them; all others by the same fractions as the whole scoring.</remarks>
internal sealed class PlainLine
{
    private const long AmountMax = 1L << 39, ValueMax = 1L << 22;

    private readonly Score _score;
    private readonly Lot[] _lots;
    private readonly Points _full;
    private readonly (long AtLeast, Points Points)[] _tiers;

    private PlainLine(Indicator indicator, Lot[] lots, Values values, DateOnly day)
    {
        (_score, _lots) = (indicator.Score!, lots);
        _full = indicator.Score is Score.FromFull full ? values.PointsAt(full.Points, day) : Points.Zero;
        _tiers = indicator.Score is Score.ByTier tiers
            ? [.. tiers.Tiers.Select(t => (values.PointsAt(t.AtLeast, day).Hundredths, values.PointsAt(t.Points, day)))] : [];
    }

    private readonly record struct Term(int Slot, long Weight);

    /// <summary>What shares a value.</summary>
    private sealed record Lot(PlainValue Value, Term[] Terms)
    {
        /// <summary>The weighted sum in ten-thousandths; null where it is not small, not whole or negative.</summary>
        public long? Small(PlainSums sums)
        {
            if (!sums.IsWhole) return null;
            var total = 0L;
            var hundredths = sums.Hundredths;
            foreach (var term in Terms)
            {
                var sum = hundredths[term.Slot];
                if (sum is < 0 or > AmountMax || term.Weight is < 0 or > ValueMax) return null;
                total += sum * term.Weight;
                if (total > AmountMax * 100) return null;
            }
            return total;
        }

        public Fraction Size(PlainSums sums)
        {
            var total = Fraction.Zero;
            foreach (var term in Terms) total += Fraction.OfUnits(sums.Units(term.Slot)) * new Fraction(term.Weight, 100);
            return total;
        }
    }

    public static PlainLine Of(Indicator indicator, SumLayout layout, PlainRule rule, Values values, DateOnly day)
    {
        var lots = new Dictionary<PlainValue, List<Term>>();
        foreach (var counted in indicator.Counts)
            foreach (var (slot, option, month) in layout.SlotsOf(counted.Kind))
                if (rule.ValueOf(indicator, counted, option, month) is { } value)
                {
                    if (!lots.TryGetValue(value, out var terms)) lots[value] = terms = [];
                    terms.Add(new Term(slot, rule.WeightOf(counted, month)));
                }
        return new PlainLine(indicator, [.. lots.Select(l => new Lot(l.Key, [.. l.Value]))], values, day);
    }

    /// <summary>Points before floor, zeroing and cap.</summary>
    public Points Raw(PlainSums sums) => _score switch
    {
        Score.ByTier => Tiered(sums),
        Score.PerQuantity score => Quantity(score, sums),
        Score.FromFull => _full - Valued(sums),
        _ => Valued(sums),
    };

    private Points Valued(PlainSums sums)
    {
        var total = Points.Zero;
        foreach (var lot in _lots)
            total += lot.Small(sums) is { } small && Math.Abs(lot.Value.Points) <= ValueMax / 100
                ? new Points(HalfUp(small * lot.Value.Points, 10_000))
                : (lot.Size(sums) * new Fraction(lot.Value.Points, 100)).ToPoints();
        return total;
    }

    private Points Quantity(Score.PerQuantity score, PlainSums sums)
    {
        var total = Points.Zero;
        foreach (var lot in _lots)
            total += ((lot.Size(sums) / new Fraction(lot.Value.Every, 100)).ToWhole(score.Rounding)
                * new Fraction(lot.Value.Points, 100)).ToPoints();
        return total;
    }

    private Points Tiered(PlainSums sums)
    {
        var small = _lots.Length == 0 ? 0 : _lots[0].Small(sums);
        var size = small is null ? Fraction.Max(Fraction.Zero, _lots[0].Size(sums)) : Fraction.Zero;
        foreach (var (atLeast, points) in _tiers)
            if (small is { } exact ? exact >= atLeast * 100 : size >= new Fraction(atLeast, 100)) return points;
        return Points.Zero;
    }

    /// <summary>Halves away from zero, as <see cref="Fraction.ToPoints"/> rounds.</summary>
    private static long HalfUp(long numerator, long denominator)
    {
        var rounded = Math.Min((2 * Math.Abs(numerator) + denominator) / (2 * denominator), Limits.RawMax);
        return numerator < 0 ? -rounded : rounded;
    }
}
