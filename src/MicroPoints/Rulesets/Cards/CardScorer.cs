using MicroPoints.Activities;

namespace MicroPoints.Rulesets;

/// <summary>Scores one chamber under one ruleset: deductions' zeroing, indicators, categories, total, in that order.</summary>
/// <param name="ruleset">The ruleset.</param>
/// <param name="values">Its numbers and switches in force.</param>
public sealed class CardScorer(Ruleset ruleset, Values values)
{
    private readonly IndicatorTraits _traits = new(ruleset, values);

    /// <param name="reading">The chamber's facts.</param>
    /// <param name="notApplicable">Indicators that do not apply to it, with the decision's reason.</param>
    /// <param name="peers">Where it stands among peers, by indicator.</param>
    public PointsCard Score(
        TallyReading reading, IReadOnlyDictionary<string, string> notApplicable, Func<Indicator, PeerStanding> peers)
    {
        var deductions = ruleset.Deductions.Select(d => DeductionScorer.Score(d, reading, values)).ToList();
        var zeroed = deductions.SelectMany(d => DeductionScorer.ZeroedKinds(d, reading)).ToHashSet();
        var inert = ruleset.WithInside(notApplicable);
        var lines = new IndicatorScorer(_traits, reading, values, inert, zeroed, peers).ScoreAll();
        var categories = ruleset.Categories
            .Select(c => CategoryScorer.Score(c, [.. lines.Where(l => l.Category == c.Id)], reading.Day, values)).ToList();
        return Total(lines, categories, deductions, reading.Day);
    }

    private PointsCard Total(
        IReadOnlyList<ScoreLine> lines, IReadOnlyList<CategoryLine> categories, IReadOnlyList<DeductionLine> deductions, DateOnly day)
    {
        var bonus = Sum(categories.Where(c => c.Category.Bonus).Select(c => c.Points));
        if (ruleset.Scale?.BonusAtMost is { } most) bonus = Points.Min(bonus, values.PointsAt(most, day));

        var (basic, rescale) = Basic([.. categories.Where(c => !c.Category.Bonus)], day);
        var total = basic + bonus;
        if (ruleset.Scale?.FinalAtMost is { } final) total = Points.Min(total, values.PointsAt(final, day));
        total = Points.Max(Points.Zero, total + Sum(deductions.Select(d => d.Points)));
        return new PointsCard(lines, categories, deductions, basic, rescale, bonus, total);
    }

    /// <summary>The categories apart from bonus; where a whole one does not apply, the rest is stretched to the scale's total.</summary>
    private (Points Basic, Fraction? Rescale) Basic(IReadOnlyList<CategoryLine> categories, DateOnly day)
    {
        var sum = Sum(categories.Where(c => c.Applies).Select(c => c.Points));
        var missing = Sum(categories.Where(c => !c.Applies).Select(c => CategoryScorer.FullPoints(c.Category, day, values)));
        if (missing == Points.Zero || ruleset.Scale is not { } scale) return (sum, null);
        var full = values.PointsAt(scale.Total, day);
        if (full <= missing) return (Points.Zero, Fraction.Zero);
        var rescale = Fraction.OfPoints(full) / Fraction.OfPoints(full - missing);
        return ((Fraction.OfPoints(sum) * rescale).ToPoints(), rescale);
    }

    private static Points Sum(IEnumerable<Points> points) => points.Aggregate(Points.Zero, (a, b) => a + b);
}
