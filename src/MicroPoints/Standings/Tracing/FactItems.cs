using MicroPoints.Activities;
using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>One cell of a tally, or one sum, as a counted kind looks at it.</summary>
/// <param name="Size">Number × part.</param>
/// <param name="Part">The part alone; of a sum the same as its size.</param>
/// <param name="Standing">Null of a sum, of a state taken for granted, and of what lies outside the period.</param>
/// <param name="LeftOut">Null where the period, the option and the key let it through.</param>
internal sealed record FactItem(
    ActivityKind Kind, On? On, DateOnly ValuedOn, long Facts, Fraction Size, Fraction Part, string? Key, string? Choice,
    StandingFact? Standing, LeftOut? LeftOut)
{
    public TracedFact Used(Fraction amount) => Used(amount, ValuedOn);

    public TracedFact Used(Fraction amount, DateOnly valuedOn) => new(Kind.Id, On, Facts, amount, valuedOn, Key, Choice);

    public TracedFact Passed(LeftOut why) => new(Kind.Id, On, Facts, Fraction.Zero, ValuedOn, Key, Choice, LeftOut: why);
}

/// <summary>Lists everything a tally holds of a counted kind, and says at once what period, option and key leave out.</summary>
internal static class FactItems
{
    private static readonly Fraction One = Fraction.Whole(1);

    public static IReadOnlyList<FactItem> Of(Counted counted, TallyReading reading)
    {
        var kind = reading.Kinds[counted.Kind];
        var items = (kind.Nature == Nature.Event ? Events(counted, kind, reading) : States(counted, kind, reading)).ToList();
        var all = reading.Tally.Cells(kind.Id).Count + reading.Tally.Sums(kind.Id).Sum(s => s.Value.Facts);
        var outside = all - items.Sum(i => i.Facts);
        if (outside > 0) items.Add(new FactItem(
            kind, null, reading.Day, outside, Fraction.Zero, Fraction.Zero, null, null, null, LeftOut.OutsidePeriod));
        return items;
    }

    private static IEnumerable<FactItem> Events(Counted counted, ActivityKind kind, TallyReading reading)
    {
        foreach (var (day, option, sum) in reading.Sums(kind.Id))
        {
            var size = Fraction.OfUnits(sum.Units);
            // A month that is not over is valued on the reading day: values begin with a month.
            yield return new FactItem(kind, On.Ending(day, Precision.Month), day > reading.Day ? reading.Day : day, sum.Facts, size, size,
                null, option, null, Why(counted, null, option));
        }
        foreach (var standing in reading.Events(kind.Id))
            yield return Of(kind, standing, standing.Fact.On.Last, Why(counted, standing.Fact.Key, standing.Fact.Measured.Choice));
    }

    private static IEnumerable<FactItem> States(Counted counted, ActivityKind kind, TallyReading reading)
    {
        var known = reading.Tally.Cells(kind.Id).Where(c => c.Fact.On.Last <= reading.Day).ToList();
        foreach (var key in known.GroupBy(c => c.Fact.Key, StringComparer.Ordinal))
        {
            var facts = key.ToList();
            foreach (var standing in facts)
            {
                var (fact, isLast) = (standing.Fact, ReferenceEquals(standing, facts[^1]));
                LeftOut? why = !isLast ? LeftOut.NotLatest
                    : fact.Expires <= reading.Day || fact.Measured.Choice == ActivityKind.Ended ? LeftOut.Ended
                    : Why(counted, fact.Key, fact.Measured.Choice);
                yield return Of(kind, standing, reading.Day, why);
            }
        }
        if (known.Count == 0 && kind is { Keyed: false, WhenMissing: { } missing } && Why(counted, null, missing) is null)
            yield return new FactItem(kind, null, reading.Day, 0, One, One, null, missing, null, null);
    }

    private static FactItem Of(ActivityKind kind, StandingFact standing, DateOnly valuedOn, LeftOut? why)
    {
        var fact = standing.Fact;
        return new FactItem(kind, fact.On, valuedOn, 1,
            fact.Measured.NumberHundredths == 0 ? Fraction.Zero : Fraction.OfUnits(fact.Units), Fraction.OfUnits(fact.PartUnits),
            fact.Key, fact.Measured.Choice, standing, why);
    }

    private static LeftOut? Why(Counted counted, string? key, string? choice) =>
        counted.Option is not null && choice != counted.Option ? LeftOut.OtherOption
        : counted.Key is not null && key != counted.Key ? LeftOut.OtherKey : null;
}
