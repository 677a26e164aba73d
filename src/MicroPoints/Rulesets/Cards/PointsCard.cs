namespace MicroPoints.Rulesets;

/// <summary>One indicator, or group of indicators, explained.</summary>
/// <param name="Depth">0 for an indicator of a category, 1 and more inside groups.</param>
/// <param name="Counted">The amount counted, exactly: times, keys, a percent, a quantity.</param>
/// <param name="Raw">Points before floor, zeroing and cap.</param>
/// <param name="Cap">The cap in force on the reading day, if there is one.</param>
/// <param name="Points">Points credited.</param>
/// <param name="Because">Why they are not simply the raw points; empty where they are.</param>
/// <param name="Note">The decision's reason where the line does not apply.</param>
public sealed record ScoreLine(
    Indicator Indicator, string Category, int Depth, Fraction Counted, Points Raw, Points? Cap, Points Points,
    IReadOnlyList<Because> Because, string? Note = null);

/// <summary>One category explained.</summary>
/// <param name="Sum">The sum of its indicators.</param>
/// <param name="Scale">The factor for indicators that do not apply; null where all do.</param>
/// <param name="Points">After scaling and cap.</param>
/// <param name="Applies">False where none of its indicators applies.</param>
public sealed record CategoryLine(
    Category Category, Points Sum, Fraction? Scale, Points? Cap, Points Points, bool Applies, IReadOnlyList<Because> Because);

/// <summary>One deduction explained; its points are zero or negative.</summary>
public sealed record DeductionLine(Deduction Deduction, Fraction Counted, Points Raw, Points? Cap, Points Points,
    IReadOnlyList<Because> Because);

/// <summary>The points of one chamber under one ruleset, line by line.</summary>
/// <param name="Base">The sum of the categories apart from bonus ones, rescaled where a whole category does not apply.</param>
/// <param name="Bonus">What the bonus categories add, after their limit.</param>
/// <param name="Rescale">The factor for categories that do not apply; null where all do.</param>
public sealed record PointsCard(
    IReadOnlyList<ScoreLine> Lines, IReadOnlyList<CategoryLine> Categories, IReadOnlyList<DeductionLine> Deductions,
    Points Base, Fraction? Rescale, Points Bonus, Points Total)
{
    public ScoreLine? Line(string indicator)
    {
        // Conditions ask for lines by the thousand: a search that keeps nothing.
        for (var i = 0; i < Lines.Count; i++)
            if (Lines[i].Indicator.Id == indicator) return Lines[i];
        return null;
    }

    public CategoryLine? Category(string category) => Categories.FirstOrDefault(c => c.Category.Id == category);
    public DeductionLine? Deduction(string deduction) => Deductions.FirstOrDefault(d => d.Deduction.Id == deduction);
}
