using MicroPoints.Activities;
using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>With which value facts count: those with equal values are summed first and multiplied once.</summary>
internal readonly record struct PlainValue(long Points, long Every);

/// <summary>Says which indicators need no more than sums by month, and how the facts of a month count there.</summary>
internal sealed class PlainRule(Values values, KindCatalogue kinds)
{
    private const long One = 100;

    /// <summary>Scored from sums alone: unkeyed events, counted, weighted or valued by option, month by month.</summary>
    public bool IsPlain(Indicator indicator) =>
        indicator.Score is Score.PerCount or Score.Option or Score.PerQuantity or Score.FromFull or Score.ByTier
        && indicator.Counts.All(c => kinds[c.Kind] is
        { Nature: Nature.Event, Keyed: false, Measure: MeasureType.Count or MeasureType.Quantity or MeasureType.Option });

    /// <summary>The options that it tells apart.</summary>
    public static IEnumerable<string> Options(Indicator indicator, Counted counted) =>
        (indicator.Score is Score.Option score ? score.Options.Select(o => o.Option) : []).Concat(counted.Option is { } own ? [own] : []);

    /// <summary>The value of a fact of an option in a month; null where it counts nothing.</summary>
    /// <param name="option">Null for any option that nothing tells apart, and for facts without one.</param>
    public PlainValue? ValueOf(Indicator indicator, Counted counted, string? option, DateOnly monthEnd)
    {
        if (counted.Option is not null && option != counted.Option) return null;
        // Sums are of unkeyed kinds, and what has no key is of no key that a rule asks for.
        if (counted.Key is not null) return null;
        return indicator.Score switch
        {
            Score.PerCount score => Valued(values.At(score.Points, monthEnd)),
            Score.FromFull score => Valued(values.At(score.Minus, monthEnd)),
            Score.ByTier => new PlainValue(One, One),
            Score.Option score => score.Options.FirstOrDefault(o => o.Option == option) is { } known
                ? Valued(values.At(known.Points, monthEnd)) : null,
            Score.PerQuantity score => values.At(score.Points, monthEnd) is { } points
                && values.At(score.Every, monthEnd) is { } every and > 0 ? new PlainValue(points, every) : null,
            _ => throw new InvalidOperationException("no plain scoring function"),
        };
    }

    /// <summary>The weight in a month, in hundredths.</summary>
    public long WeightOf(Counted counted, DateOnly monthEnd) =>
        counted.Weight is { } weight ? values.PointsAt(weight, monthEnd).Hundredths : One;

    private static PlainValue? Valued(long? points) => points is { } value ? new PlainValue(value, One) : null;
}
