namespace MicroPoints.Rulesets.NRules.Scoring;

/// <summary>The least and the most among peers.</summary>
internal readonly record struct Spread(Fraction Least, Fraction Most);

/// <summary>The scoring functions of the grammar, written for this engine from the model alone.</summary>
/// <param name="indicator">The line scored.</param>
/// <param name="things">What the chamber did.</param>
internal sealed partial class Scorer(Indicator indicator, Things things)
{
    private readonly Values _values = things.Values;

    private DateOnly Day => things.Day;
    private IEnumerable<Thing> All => things.Of(indicator.Counts);

    /// <param name="spread">What it is compared with; null where it compares with nobody.</param>
    public Worth Score(Spread? spread) => indicator.Score switch
    {
        null => Worth.None(),
        Score.PerCount by => ByNumber(by.Points).Total,
        Score.PerPeriod by => ByPeriod(by).Total,
        Score.PerQuantity by => ByQuantity(by),
        Score.FromFull by => LessThanFull(by, ByNumber(by.Minus)),
        Score.Discretionary by => Awarded(by),
        Score.InProportion by => InProportion(by),
        Score.ByTier by => ByTier(by),
        Score.AgainstPeers by => AgainstPeers(by, spread),
        Score.Flag by => ByFlag(by),
        Score.Checklist by => ByChecklist(by),
        Score.Option by => ByOption(by.Options),
        Score.Highest by => ByHighest(by.Options),
        Score.OncePerKey by => ByKey(by),
        _ => throw new InvalidOperationException("unknown scoring function"),
    };

    private Tariff ByNumber(Number each) => new(All, day => _values.At(each, day));

    private Tariff ByPeriod(Score.PerPeriod by)
    {
        var firsts = All.Where(t => t.Size > Fraction.Zero).Select(t => t.Day).Order()
            .DistinctBy(day => (day.Year, by.Each == PeriodPart.Month ? day.Month : (day.Month + 2) / 3));
        return new Tariff(firsts.Select(day => new Thing(null, day, Fraction.Whole(1))), day => _values.At(by.Points, day));
    }

    /// <summary>Whole steps of all that has the same points and the same step.</summary>
    private Worth ByQuantity(Score.PerQuantity by)
    {
        var all = things.OfFacts(indicator.Counts).ToList();
        if (all.Count == 0) return Worth.None();
        var steps = all.ToLookup(t => (Points: _values.At(by.Points, t.Day), Every: _values.At(by.Every, t.Day)));
        var (total, without) = (Points.Zero, false);
        foreach (var step in steps)
            if (step.Key is ({ } points, > 0 and var every))
                total += ((Tariff.Sum(step) / new Fraction(every, 100)).ToWhole(by.Rounding) * new Fraction(points, 100)).ToPoints();
            else without = true;
        return Worth.Of(Tariff.Sum(all), total, without ? [Because.NotInForce] : []);
    }

    private Worth LessThanFull(Score.FromFull by, Tariff minus) => Worth.Of(
        minus.Counted, _values.PointsAt(by.Points, Day) - minus.Points, minus.SomeWithoutValue ? [Because.NotInForce] : []);

    private Worth Awarded(Score.Discretionary bounds)
    {
        var awards = indicator.Counts.SelectMany(c => things.Facts(c).Select(f => (Counted: c, Standing: f))).ToList();
        if (awards.Count == 0) return Worth.None();
        var within = awards.FindAll(a => IsWithin(new Points(a.Standing.Fact.Measured.NumberHundredths), DayOf(a.Standing)));
        var sum = within.Aggregate(Fraction.Zero, (total, a) =>
            total + Fraction.OfUnits(a.Standing.Fact.Units) * things.Weight(a.Counted, DayOf(a.Standing)));
        return Worth.Of(sum, sum.ToPoints(), within.Count < awards.Count ? [Because.OutOfBounds] : []);

        bool IsWithin(Points given, DateOnly day) =>
            given >= _values.PointsAt(bounds.From, day) && given <= _values.PointsAt(bounds.To, day);
    }
}
