using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>How many chambers are in a grade or class.</summary>
public sealed record GradeCount(string Id, Title Title, int Chambers);

/// <summary>How the totals of ranked chambers lie under one ruleset.</summary>
/// <param name="Mean">Rounded half up to hundredths.</param>
/// <param name="Median">The middle one; of two in the middle their mean, rounded half up.</param>
/// <param name="Grades">Grades or classes in the ruleset's order.</param>
public sealed record PointsSpread(int Ranked, Points Mean, Points Median, Points Least, Points Most, IReadOnlyList<GradeCount> Grades)
{
    public static PointsSpread Of(Ruleset ruleset, IReadOnlyList<Scorecard> cards)
    {
        var ranked = cards.Where(c => c.IsRanked).ToList();
        List<GradeCount> grades = [.. ruleset.Grades.Select(g => new GradeCount(g.Id, g.Title, ranked.Count(c => c.Grade == g.Id))),
            .. ruleset.Classes.Select(k => new GradeCount(k.Id, k.Title, ranked.Count(c => c.Class == k.Id)))];
        if (ranked.Count == 0) return new PointsSpread(0, Points.Zero, Points.Zero, Points.Zero, Points.Zero, grades);
        var totals = ranked.Select(c => c.Total).Order().ToList();
        var middle = totals.Count / 2;
        var median = totals.Count % 2 == 1 ? totals[middle] : MeanOf([totals[middle - 1], totals[middle]]);
        return new PointsSpread(ranked.Count, MeanOf(totals), median, totals[0], totals[^1], grades);
    }

    internal static Points MeanOf(IReadOnlyCollection<Points> of)
    {
        if (of.Count == 0) return Points.Zero;
        var sum = of.Aggregate(0L, (all, p) => checked(all + p.Hundredths));
        // Half up, also below zero: floor of the doubled and shifted quotient.
        var (doubled, half) = (checked(2 * sum + of.Count), 2L * of.Count);
        return new Points(doubled >= 0 ? doubled / half : -((-doubled + half - 1) / half));
    }
}
