using MicroPoints.Activities;

namespace MicroPoints.Rulesets;

/// <summary>An exact amount (number × part × weight) with the day whose values it takes.</summary>
/// <param name="Key">The key it is about, for keyed kinds.</param>
/// <param name="Day">The fact's day; the reading day for a state; a key's earliest standing fact.</param>
public readonly record struct Amount(string? Key, DateOnly Day, Fraction Size);

/// <summary>Turns what an indicator counts into exact amounts.</summary>
internal static class Amounts
{
    /// <summary>Amounts with keys counted once each: how every function but the two below reads them.</summary>
    public static IEnumerable<Amount> Of(IReadOnlyList<Counted> counts, TallyReading reading, Values values) =>
        counts.SelectMany(c => Of(c, reading, values, byKey: true));

    /// <summary>Amounts of every fact, keys or not: for quantities and discretionary points.</summary>
    public static IEnumerable<Amount> OfFacts(IReadOnlyList<Counted> counts, TallyReading reading, Values values) =>
        counts.SelectMany(c => Of(c, reading, values, byKey: false));

    /// <summary>The facts of one counted kind that its option and key let through, events inside the period or states that hold.</summary>
    public static IEnumerable<StandingFact> Facts(Counted counted, TallyReading reading) =>
        (reading.Kinds[counted.Kind].Nature == Nature.Event ? reading.Events(counted.Kind) : reading.Holding(counted.Kind))
        .Where(f => Passes(counted, f.Fact));

    public static bool Passes(Counted counted, Fact fact) =>
        (counted.Option is null || fact.Measured.Choice == counted.Option) && (counted.Key is null || fact.Key == counted.Key);

    public static Fraction Weight(Counted counted, DateOnly day, Values values) =>
        counted.Weight is { } weight ? values.FractionAt(weight, day) : Fraction.Whole(1);

    /// <summary>The day a key is valued at: its earliest standing fact of the period, whatever option a rule counts.</summary>
    public static DateOnly KeyDay(IEnumerable<KindId> kinds, string? key, TallyReading reading) =>
        kinds.SelectMany(reading.Events).Where(f => f.Fact.Key == key).Min()?.Fact.On.Last ?? reading.Day;

    private static IEnumerable<Amount> Of(Counted counted, TallyReading reading, Values values, bool byKey)
    {
        var kind = reading.Kinds[counted.Kind];
        foreach (var (day, option, sum) in reading.Sums(counted.Kind))
            if (counted.Key is null && (counted.Option is null || option == counted.Option))
                yield return new Amount(null, day, Weighted(counted, day, Fraction.OfUnits(sum.Units), values));

        var facts = Facts(counted, reading);
        if (kind.Keyed && byKey && kind.Nature == Nature.Event)
        {
            foreach (var key in facts.GroupBy(f => f.Fact.Key, StringComparer.Ordinal).OrderBy(k => k.Key, StringComparer.Ordinal))
            {
                // A key whose latest word is a false flag is no longer there to count.
                if (key.Max()!.Fact.Measured is Measured.Flag { Value: false }) continue;
                var day = KeyDay([counted.Kind], key.Key, reading);
                yield return new Amount(key.Key, day, Weighted(counted, day, Fraction.OfUnits(key.Min()!.Fact.PartUnits), values));
            }
            yield break;
        }
        foreach (var fact in facts.Select(f => f.Fact))
        {
            var day = kind.Nature == Nature.Event ? fact.On.Last : reading.Day;
            var size = fact.Measured.NumberHundredths == 0 ? Fraction.Zero : Fraction.OfUnits(fact.Units);
            if (!size.IsZero) yield return new Amount(fact.Key, day, Weighted(counted, day, size, values));
        }
        if (kind is { Nature: Nature.State, Keyed: false } && CountsWhenMissing(counted, kind, reading))
            yield return new Amount(null, reading.Day, Weighted(counted, reading.Day, Fraction.Whole(1), values));
    }

    /// <summary>A state never recorded is what the kind says it then is, so it may count.</summary>
    private static bool CountsWhenMissing(Counted counted, ActivityKind kind, TallyReading reading) =>
        counted.Key is null && kind.WhenMissing is { } missing && reading.State(kind.Id).Status == StateStatus.Missing
        && (counted.Option is { } option ? option == missing : missing == "true");

    private static Fraction Weighted(Counted counted, DateOnly day, Fraction size, Values values) =>
        counted.Weight is null ? size : size * Weight(counted, day, values);
}
