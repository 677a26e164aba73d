namespace MicroPoints.Rulesets;

/// <summary>Sums a category, spreads what does not apply over the rest, and applies its cap.</summary>
internal static class CategoryScorer
{
    private static readonly Fraction RedistributeAtMost = Fraction.Whole(2);

    public static CategoryLine Score(Category category, IReadOnlyList<ScoreLine> lines, DateOnly day, Values values)
    {
        var top = lines.Where(l => l.Depth == 0).ToList();
        var sum = top.Aggregate(Points.Zero, (total, line) => total + line.Points);
        Points? cap = category.Cap is { } own ? values.PointsAt(own, day) : null;
        var applies = category.Bonus || lines.Count == 0
            || lines.Any(l => !l.Indicator.IsGroup && !l.Because.Contains(Because.NotApplicable));
        if (!applies) return new CategoryLine(category, Points.Zero, null, cap, Points.Zero, false, [Because.NotApplicable]);

        var scale = Scale(category, lines, day, values);
        var scaled = scale is { } factor ? (Fraction.OfPoints(sum) * factor).ToPoints() : sum;
        var capped = cap is { } most ? Points.Min(scaled, most) : scaled;
        var because = new List<Because>();
        if (scale is not null) because.Add(Because.Rescaled);
        if (capped < scaled) because.Add(Because.CapReached);
        return new CategoryLine(category, sum, scale, cap, capped, true, because);
    }

    /// <summary>The most a category is worth: its cap, or the sum of its indicators'.</summary>
    public static Points FullPoints(Category category, DateOnly day, Values values) => category.Cap is { } cap
        ? values.PointsAt(cap, day)
        : category.Indicators.Aggregate(Points.Zero, (sum, i) => sum + FullPoints(i, day, values));

    /// <summary>Cap ÷ (cap − caps that do not apply), at most the category's limit, 2 where it names none.</summary>
    private static Fraction? Scale(Category category, IReadOnlyList<ScoreLine> lines, DateOnly day, Values values)
    {
        var missing = category.Indicators.Aggregate(Points.Zero, (sum, i) => sum + MissingPoints(i, lines, day, values));
        if (missing == Points.Zero) return null;
        var full = FullPoints(category, day, values);
        var most = category.RedistributeAtMost is { } limit ? values.FractionAt(limit, day) : RedistributeAtMost;
        return full <= missing ? most : Fraction.Min(Fraction.OfPoints(full) / Fraction.OfPoints(full - missing), most);
    }

    private static Points MissingPoints(Indicator indicator, IReadOnlyList<ScoreLine> lines, DateOnly day, Values values)
    {
        if (lines.First(l => l.Indicator.Id == indicator.Id)
            .Because.Contains(Because.NotApplicable)) return FullPoints(indicator, day, values);
        var inside = indicator.Indicators.Aggregate(Points.Zero, (sum, i) => sum + MissingPoints(i, lines, day, values));
        return indicator.Cap is { } cap ? Points.Min(inside, values.PointsAt(cap, day)) : inside;
    }

    private static Points FullPoints(Indicator indicator, DateOnly day, Values values)
    {
        if (indicator.Cap is { } cap) return values.PointsAt(cap, day);
        if (indicator.IsGroup) return indicator.Indicators.Aggregate(Points.Zero, (sum, i) => sum + FullPoints(i, day, values));
        return Attainable.Of(indicator, day, values) ?? Points.Zero;
    }
}
