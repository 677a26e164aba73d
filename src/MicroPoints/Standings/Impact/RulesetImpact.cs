using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>The mean points of a category under both rulesets; null where a ruleset has no such category.</summary>
public sealed record CategoryShift(string Id, Title Title, Points? Before, Points? After)
{
    public Points Difference => (After ?? Points.Zero) - (Before ?? Points.Zero);
}

/// <summary>What another ruleset would have done to the chambers of a scope in a period.</summary>
/// <remarks>Pure over two evaluations of the same facts. Nothing of it counts: people should know it before they decide.</remarks>
/// <param name="Chambers">Those that either ruleset ranks or bars, in order of id.</param>
/// <param name="Categories">The first ruleset's categories, then those that only the second has.</param>
public sealed record RulesetImpact(
    Ruleset Before, Ruleset After, IReadOnlyList<ChamberImpact> Chambers, IReadOnlyList<CategoryShift> Categories,
    PointsSpread SpreadBefore, PointsSpread SpreadAfter)
{
    public IEnumerable<ChamberImpact> Moving => Chambers.Where(c => c.Moves);
    public int Rising => Chambers.Count(c => c.ByPlace == Movement.Up);
    public int Falling => Chambers.Count(c => c.ByPlace == Movement.Down);
    public int ChangingGrade => Chambers.Count(c => c.ChangesGrade);
    public int WinningOutcome => Chambers.Count(c => c.Won.Count > 0);
    public int LosingOutcome => Chambers.Count(c => c.Lost.Count > 0);

    /// <param name="before">Cards of a scope under the first ruleset.</param>
    /// <param name="after">Cards of the same chambers under the second.</param>
    public static RulesetImpact Of(
        Ruleset first, IReadOnlyList<Scorecard> before, Ruleset second, IReadOnlyList<Scorecard> after)
    {
        var others = after.ToDictionary(c => c.Id);
        Invariant.Holds(before.Count == after.Count && before.All(c => others.ContainsKey(c.Id)),
            "both rulesets are asked of the same chambers");
        var chambers = before.Where(c => Counts(c) || Counts(others[c.Id])).OrderBy(c => c.Id)
            .Select(c => new ChamberImpact(c.Id, ImpactSide.Of(c, first), ImpactSide.Of(others[c.Id], second))).ToList();
        var categories = first.Categories.Concat(second.Categories.Where(c => first.Categories.All(f => f.Id != c.Id)))
            .Select(c => new CategoryShift(c.Id, c.Title, Mean(first, before, c.Id), Mean(second, after, c.Id)));
        return new RulesetImpact(first, second, chambers, [.. categories], PointsSpread.Of(first, before), PointsSpread.Of(second, after));
    }

    private static bool Counts(Scorecard card) => card.IsRanked || card.BarredBy is not null;

    private static Points? Mean(Ruleset ruleset, IReadOnlyList<Scorecard> cards, string category) =>
        ruleset.Categories.All(c => c.Id != category) ? null
            : PointsSpread.MeanOf([.. cards.Where(c => c.IsRanked).Select(c => c.Card.Category(category)!.Points)]);
}
