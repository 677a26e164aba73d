using MicroPoints.Activities;

namespace MicroPoints.Rulesets.NRules.Scoring;

/// <summary>Something that a line counts: so much, valued as of a day.</summary>
/// <param name="Key">What it is about, for keyed kinds.</param>
/// <param name="Choice">Its option, where it has one.</param>
internal readonly record struct Thing(string? Key, DateOnly Day, Fraction Size, string? Choice = null);

/// <summary>What a line counts of one chamber, read from its tally.</summary>
internal sealed class Things(TallyReading reading, Values values)
{
    public TallyReading Reading => reading;
    public Values Values => values;
    public DateOnly Day => reading.Day;

    public ActivityKind Kind(Counted counted) => reading.Kinds[counted.Kind];

    /// <summary>Facts that are kept one by one: events inside the period, states that hold.</summary>
    public IEnumerable<StandingFact> Facts(Counted counted) => reading.Kinds[counted.Kind].Nature switch
    {
        Nature.Event => reading.Events(counted.Kind).Where(f => IsCounted(counted, f.Fact)),
        _ => reading.Holding(counted.Kind).Where(f => IsCounted(counted, f.Fact)),
    };

    public static bool IsCounted(Counted counted, Fact fact)
    {
        if (counted.Option is { } option && fact.Measured.Choice != option) return false;
        return counted.Key is not { } key || fact.Key == key;
    }

    /// <summary>A keyed event counts its keys; everything else is counted as it was recorded.</summary>
    public IEnumerable<Thing> Of(IEnumerable<Counted> counts) =>
        counts.SelectMany(c => Kind(c) is { Keyed: true, Nature: Nature.Event } ? Sums(c).Concat(Keys(c)) : OfFacts(c));

    /// <summary>Every fact by itself, keys or not.</summary>
    public IEnumerable<Thing> OfFacts(IEnumerable<Counted> counts) => counts.SelectMany(OfFacts);

    public Fraction Weight(Counted counted, DateOnly day) =>
        counted.Weight is null ? Fraction.Whole(1) : values.FractionAt(counted.Weight.Value, day);

    /// <summary>The day that values a key: that of its earliest standing fact in the period.</summary>
    public DateOnly DayOfKey(string? key, IEnumerable<KindId> kinds)
    {
        var first = kinds.SelectMany(reading.Events).Where(f => f.Fact.Key == key).Order().FirstOrDefault();
        return first is null ? Day : first.Fact.On.Last;
    }

    private IEnumerable<Thing> OfFacts(Counted counted)
    {
        var single = Facts(counted).Where(f => f.Fact.Measured.NumberHundredths != 0 && f.Fact.Units != 0).Select(f =>
            Weighed(counted, new Thing(f.Fact.Key, f.Fact.Nature == Nature.Event ? f.Fact.On.Last : Day, Fraction.OfUnits(f.Fact.Units))));
        return Sums(counted).Concat(single).Concat(NeverRecorded(counted));
    }

    /// <summary>What is kept as a sum a month; nothing of it has a key.</summary>
    private IEnumerable<Thing> Sums(Counted counted) => counted.Key is not null ? [] : reading.Sums(counted.Kind)
        .Where(s => counted.Option is null || s.Option == counted.Option)
        .Select(s => Weighed(counted, new Thing(null, s.MonthEnd, Fraction.OfUnits(s.Sum.Units), s.Option)));

    /// <summary>A key is as large as the part of its first fact that is counted; a false flag said last takes it away.</summary>
    private IEnumerable<Thing> Keys(Counted counted) =>
        from key in Facts(counted).GroupBy(f => f.Fact.Key, StringComparer.Ordinal)
        where key.OrderDescending().First().Fact.Measured is not Measured.Flag { Value: false }
        select Weighed(counted, new Thing(key.Key, DayOfKey(key.Key, [counted.Kind]), Fraction.OfUnits(key.Order().First().Fact.PartUnits)));

    /// <summary>A state without any record is what its kind says; that counts where it is what is counted.</summary>
    private IEnumerable<Thing> NeverRecorded(Counted counted)
    {
        var kind = Kind(counted);
        if (kind.Nature != Nature.State || kind.Keyed || counted.Key is not null || kind.WhenMissing is not { } then) yield break;
        if (then != (counted.Option ?? "true") || reading.State(kind.Id).Status != StateStatus.Missing) yield break;
        yield return Weighed(counted, new Thing(null, Day, Fraction.Whole(1)));
    }

    private Thing Weighed(Counted counted, Thing thing) =>
        counted.Weight is null ? thing : thing with { Size = thing.Size * Weight(counted, thing.Day) };
}
