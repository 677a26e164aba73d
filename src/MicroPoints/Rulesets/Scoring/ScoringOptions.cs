using MicroPoints.Activities;

namespace MicroPoints.Rulesets;

/// <summary>The functions that value options.</summary>
internal static partial class Scoring
{
    /// <summary>A state's option, or the sum over events; a key counts once for each of its options.</summary>
    private static Raw OptionsOf(Indicator indicator, IReadOnlyList<OptionPoints> options, TallyReading reading, Values values)
    {
        var sum = new ValuedSum();
        foreach (var (counted, choice) in Choices(indicator, reading, values))
            if (PointsOf(options, choice.Option) is { } points) sum.Add(choice.Amount, values.At(points, choice.Amount.Day));
        var raw = sum.ToRaw();
        return sum.IsEmpty ? raw with { Because = [WhyNothing(indicator, reading)] } : raw;
    }

    private static Raw HighestOf(Indicator indicator, IReadOnlyList<OptionPoints> options, TallyReading reading, Values values)
    {
        Points? best = null;
        foreach (var (_, choice) in Choices(indicator, reading, values))
        {
            if (PointsOf(options, choice.Option) is not { } points || values.At(points, choice.Amount.Day) is not { } value) continue;
            var worth = (choice.Amount.Size * new Fraction(value, 100)).ToPoints();
            best = best is { } known ? Points.Max(known, worth) : worth;
        }
        return best is { } highest
            ? Raw.Of(Fraction.Whole(1), highest)
            : Raw.Of(Fraction.Zero, Points.Zero, WhyNothing(indicator, reading));
    }

    /// <summary>Every option that counts, with its amount and the day whose values it takes.</summary>
    private static IEnumerable<(Counted Counted, (string Option, Amount Amount) Choice)> Choices(
        Indicator indicator, TallyReading reading, Values values)
    {
        foreach (var counted in indicator.Counts)
            foreach (var choice in ChoicesOf(counted, reading))
                if (counted.Option is null || counted.Option == choice.Option)
                    yield return (counted, choice
                        with
                    {
                        Amount = choice.Amount
                        with
                        { Size = choice.Amount.Size * Amounts.Weight(counted, choice.Amount.Day, values) }
                    });
    }

    private static IEnumerable<(string Option, Amount Amount)> ChoicesOf(Counted counted, TallyReading reading)
    {
        var kind = reading.Kinds[counted.Kind];
        if (counted.Key is not null && !kind.Keyed) yield break;
        if (kind is { Nature: Nature.State, Keyed: false })
        {
            if (reading.State(kind.Id).Choice is { } choice) yield return (choice, new Amount(null, reading.Day, Fraction.Whole(1)));
            yield break;
        }
        if (kind.Nature == Nature.State)
        {
            foreach (var fact in reading.Holding(kind.Id).Select(f => f.Fact))
                if (fact.Measured.Choice is { } choice && (counted.Key is null || counted.Key == fact.Key))
                    yield return (choice, new Amount(fact.Key, reading.Day, Fraction.OfUnits(fact.PartUnits)));
            yield break;
        }
        foreach (var (day, option, sum) in reading.Sums(kind.Id))
            if (option is not null) yield return (option, new Amount(null, day, Fraction.OfUnits(sum.Units)));
        if (!kind.Keyed)
        {
            foreach (var fact in reading.Events(kind.Id).Select(f => f.Fact))
                if (fact.Measured.Choice is { } choice) yield return (choice,
                    new Amount(null, fact.On.Last, Fraction.OfUnits(fact.PartUnits)));
            yield break;
        }
        foreach (var key in reading.Keys(kind.Id))
            foreach (var option in key.Facts.Where(f => Amounts.Passes(counted, f.Fact))
                .GroupBy(f => f.Fact.Measured.Choice!, StringComparer.Ordinal))
                yield return (option.Key, new Amount(key.Key, key.First.Fact.On.Last, Fraction.OfUnits(option.First().Fact.PartUnits)));
    }

    /// <summary>Each key at its best option; across periods only what exceeds the best of all earlier periods.</summary>
    private static Raw OncePerKey(Indicator indicator, Score.OncePerKey score, TallyReading reading, Values values)
    {
        var sum = new ValuedSum();
        var keyed = indicator.Counts.SelectMany(c => Amounts.Facts(c, reading).Select(f => (Counted: c, Standing: f)))
            .GroupBy(f => f.Standing.Fact.Key ?? "", StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal);
        foreach (var key in keyed)
        {
            var day = Amounts.KeyDay(indicator.Counts.Select(c => c.Kind), key.First().Standing.Fact.Key, reading);
            var best = Best(key, day, score.Options, values);
            var earlier = score.AcrossPeriods ? BestEarlier(key.Key, indicator, score.Options, reading, values) : Fraction.Zero;
            var increase = Fraction.Max(Fraction.Zero, best.Worth - earlier);
            if (earlier.IsZero) sum.Add(new Amount(key.Key, best.Day, best.Share), best.Value);
            else sum.Add(new Amount(key.Key, best.Day, increase), 100);
        }
        return sum.ToRaw();
    }

    private readonly record struct BestOption(DateOnly Day, long? Value, Fraction Share)
    {
        public Fraction Worth => Share * new Fraction(Value ?? 0, 100);
    }

    private static BestOption Best(
        IEnumerable<(Counted Counted, StandingFact Standing)> facts, DateOnly day, IReadOnlyList<OptionPoints> options, Values values)
    {
        var best = new BestOption(day, 0, Fraction.Zero);
        foreach (var (counted, standing) in facts)
        {
            if (standing.Fact.Measured.Choice is not { } choice || PointsOf(options, choice) is not { } points) continue;
            var share = Fraction.OfUnits(standing.Fact.PartUnits) * Amounts.Weight(counted, day, values);
            var candidate = new BestOption(day, values.At(points, day), share);
            if (best.Share.IsZero || candidate.Worth > best.Worth) best = candidate;
        }
        return best;
    }

    /// <summary>What all earlier periods together credit a key at its best.</summary>
    public static Fraction BestEarlier(
        string key, Indicator indicator, IReadOnlyList<OptionPoints> options, TallyReading reading, Values values)
    {
        var all = indicator.Counts.SelectMany(c => reading.EarlierEvents(c.Kind)
            .Where(f => (f.Fact.Key ?? "") == key).Select(f => (Counted: c, Standing: f))).ToList();
        if (all.Count == 0) return Fraction.Zero;
        var day = all.Min(f => f.Standing)!.Fact.On.Last;
        return Best(all.Where(f => Amounts.Passes(f.Counted, f.Standing.Fact)), day, options, values).Worth;
    }

    public static Number? PointsOf(IReadOnlyList<OptionPoints> options, string option)
    {
        foreach (var known in options) if (known.Option == option) return known.Points;
        return null;
    }
}
