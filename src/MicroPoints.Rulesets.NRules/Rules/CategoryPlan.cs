using MicroPoints.Rulesets.NRules.Facts;

namespace MicroPoints.Rulesets.NRules.Rules;

/// <summary>Sums one category, spreads what does not apply over the rest, and caps it.</summary>
internal sealed class CategoryPlan(Category category, Values values)
{
    public Summed Sum(Case chamber, IEnumerable<Credited> lines)
    {
        var (all, inert, day) = (lines.ToList(), chamber.Chamber.NotApplicable, chamber.Day);
        var sum = all.Where(l => l.Group is null).Aggregate(Points.Zero, (total, l) => total + l.Line.Points);
        Points? cap = category.Cap is { } own ? values.PointsAt(own, day) : null;
        if (!category.Bonus && all.Count > 0 && all.TrueForAll(l => l.Line.Indicator.IsGroup || inert.ContainsKey(l.Id)))
            return new Summed(new CategoryLine(category, Points.Zero, null, cap, Points.Zero, false, [Because.NotApplicable]));

        var missing = category.Indicators.Aggregate(Points.Zero, (total, i) => total + Missing(i, inert.ContainsKey, day));
        var (points, because, scale) = (sum, new List<Because>(), (Fraction?)null);
        if (missing != Points.Zero)
        {
            scale = Stretch(missing, day);
            points = (Fraction.OfPoints(sum) * scale.Value).ToPoints();
            because.Add(Because.Rescaled);
        }
        if (points > cap) (points, because) = (cap.Value, [.. because, Because.CapReached]);
        return new Summed(new CategoryLine(category, sum, scale, cap, points, true, because));
    }

    /// <summary>The most that the category is worth.</summary>
    public Points Most(DateOnly day) =>
        category.Cap is { } cap ? values.PointsAt(cap, day) : category.Indicators.Aggregate(Points.Zero, (sum, i) => sum + Most(i, day));

    /// <summary>All ÷ (all − what does not apply), within the category's bound, twice where it names none.</summary>
    private Fraction Stretch(Points missing, DateOnly day)
    {
        var bound = category.RedistributeAtMost is { } own ? values.FractionAt(own, day) : Fraction.Whole(2);
        var most = Most(day);
        if (most <= missing) return bound;
        var stretch = Fraction.OfPoints(most) / Fraction.OfPoints(most - missing);
        return stretch > bound ? bound : stretch;
    }

    private Points Missing(Indicator indicator, Func<string, bool> isInert, DateOnly day)
    {
        if (isInert(indicator.Id)) return Most(indicator, day);
        var inside = indicator.Indicators.Aggregate(Points.Zero, (sum, i) => sum + Missing(i, isInert, day));
        return indicator.Cap is { } cap && values.PointsAt(cap, day) < inside ? values.PointsAt(cap, day) : inside;
    }

    private Points Most(Indicator indicator, DateOnly day)
    {
        if (indicator.Cap is { } cap) return values.PointsAt(cap, day);
        return indicator.IsGroup
            ? indicator.Indicators.Aggregate(Points.Zero, (sum, i) => sum + Most(i, day))
            : MostOf(indicator, number => values.PointsAt(number, day));
    }

    /// <summary>The most that a line can score by itself; nothing where it has no bound.</summary>
    private static Points MostOf(Indicator indicator, Func<Number, Points> at) => indicator.Score switch
    {
        Score.Flag by => at(by.Points),
        Score.FromFull by => at(by.Points),
        Score.InProportion by => at(by.Points),
        Score.ByTier by => Highest(by.Tiers.Select(t => at(t.Points))),
        Score.Option by => indicator.Counts.Count == 1 ? Highest(by.Options.Select(o => at(o.Points))) : Points.Zero,
        Score.Highest by => Highest(by.Options.Select(o => at(o.Points))),
        Score.AgainstPeers by => Highest([at(by.Points), at(by.Fallback)]),
        Score.Checklist by => by.Items.Select(i => i.Points).Append(by.Points).OfType<Number>().Aggregate(Points.Zero, (sum, n) => sum + at(n)),
        _ => Points.Zero,
    };

    private static Points Highest(IEnumerable<Points> points) => points.Order().LastOrDefault();
}
