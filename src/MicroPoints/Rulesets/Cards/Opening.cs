namespace MicroPoints.Rulesets;

/// <summary>A line in which a chamber can still be credited something for what it does itself.</summary>
/// <param name="Room">The most that the line and its category still leave; null where neither has a cap.</param>
public sealed record Opening(ScoreLine Line, Points? Room)
{
    /// <summary>Every opening of a card, those with most room first; lines without a cap after them.</summary>
    public static IReadOnlyList<Opening> All(PointsCard card) => [.. card.Categories
        .SelectMany(c => card.Lines.Where(l => l.Category == c.Category.Id).Select(l => Of(l, c))).OfType<Opening>()
        .OrderByDescending(o => o.Room ?? Points.Zero)];

    /// <summary>Null where nothing is left, the line does not count now, or the rules do not let advice name it.</summary>
    public static Opening? Of(ScoreLine line, CategoryLine category)
    {
        if (line.Indicator.IsGroup || !line.Indicator.Advice || !category.Applies || line.Points >= line.Cap
            || category.Points >= category.Cap
            || line.Because.Any(b => b is Because.NotApplicable or Because.SwitchedOff or Because.NotInForce)) return null;
        var (inLine, inCategory) = (line.Cap - line.Points, category.Cap - category.Points);
        return new Opening(line, inLine is { } a && inCategory is { } b ? (a < b ? a : b) : inLine ?? inCategory);
    }
}
