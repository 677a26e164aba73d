using MicroPoints.Activities;

namespace MicroPoints.Rulesets.NRules.Scoring;

/// <summary>The functions that value options.</summary>
internal sealed partial class Scorer
{
    private Worth ByOption(IReadOnlyList<OptionPoints> options)
    {
        var tariff = new Tariff();
        foreach (var (thing, points) in Chosen(options)) tariff.Add(thing, _values.At(points, thing.Day));
        return tariff.IsEmpty ? Worth.None(WhyNothing) : tariff.Total;
    }

    private Worth ByHighest(IReadOnlyList<OptionPoints> options)
    {
        var worths = from chosen in Chosen(options)
                     let value = _values.At(chosen.Points, chosen.Thing.Day)
                     where value is not null
                     select (chosen.Thing.Size * new Fraction(value.Value, 100)).ToPoints();
        var all = worths.ToList();
        return all.Count == 0 ? Worth.None(WhyNothing) : Worth.Of(Fraction.Whole(1), all.Max());
    }

    /// <summary>Each key at its best option; across periods no more than exceeds the best of all earlier ones.</summary>
    private Worth ByKey(Score.OncePerKey by)
    {
        var kinds = indicator.Counts.Select(c => c.Kind).ToList();
        var facts = indicator.Counts.SelectMany(c => things.Facts(c).Select(f => (Counted: c, f.Fact))).ToList();
        var tariff = new Tariff();
        foreach (var key in facts.Select(f => f.Fact.Key).Distinct())
        {
            var best = Best(key, facts.Where(f => f.Fact.Key == key), things.DayOfKey(key, kinds), by.Options);
            var before = by.AcrossPeriods ? BestBefore(key, by.Options) : Fraction.Zero;
            if (before.IsZero) tariff.Add(best.Thing, best.Value);
            else tariff.Add(best.Thing with { Size = Fraction.Max(Fraction.Zero, WorthOf(best) - before) }, 100);
        }
        return tariff.Total;
    }

    private Fraction BestBefore(string? key, IReadOnlyList<OptionPoints> options)
    {
        var earlier = indicator.Counts
            .SelectMany(c => things.Reading.EarlierEvents(c.Kind).Where(f => f.Fact.Key == key).Select(f => (Counted: c, Standing: f))).ToList();
        if (earlier.Count == 0) return Fraction.Zero;
        var day = earlier.Select(f => f.Standing).Order().First().Fact.On.Last;
        return WorthOf(Best(key, earlier.Select(f => (f.Counted, f.Standing.Fact)).Where(f => Things.IsCounted(f.Counted, f.Fact)), day, options));
    }

    private static Fraction WorthOf((Thing Thing, long? Value) valued) => valued.Thing.Size * new Fraction(valued.Value ?? 0, 100);

    /// <summary>The first of those worth most. What weighs nothing is taken only where nothing else is there, the last of it.</summary>
    private (Thing Thing, long? Value) Best(
        string? key, IEnumerable<(Counted Counted, Fact Fact)> facts, DateOnly day, IReadOnlyList<OptionPoints> options)
    {
        var valued = (from f in facts
                      let points = PointsOf(options, f.Fact.Measured.Choice)
                      where points is not null
                      let size = Fraction.OfUnits(f.Fact.PartUnits) * things.Weight(f.Counted, day)
                      select (Thing: new Thing(key, day, size), Value: _values.At(points.Value, day))).ToList();
        if (valued.Count == 0) return (new Thing(key, day, Fraction.Zero), 0);
        var weighing = valued.Where(v => !v.Thing.Size.IsZero).ToList();
        return weighing.Count == 0 ? valued[^1] : weighing.MaxBy(WorthOf);
    }

    /// <summary>Every counted option that has points, as large as it is counted.</summary>
    private IEnumerable<(Thing Thing, Number Points)> Chosen(IReadOnlyList<OptionPoints> options) =>
        from counted in indicator.Counts
        from thing in ChoicesOf(counted)
        where counted.Option is null || thing.Choice == counted.Option
        let points = PointsOf(options, thing.Choice)
        where points is not null
        select (thing with { Size = thing.Size * things.Weight(counted, thing.Day) }, points.Value);

    private IEnumerable<Thing> ChoicesOf(Counted counted)
    {
        var (kind, reading) = (things.Kind(counted), things.Reading);
        if (!kind.Keyed && counted.Key is not null) return [];
        return (kind.Nature, kind.Keyed) switch
        {
            (Nature.State, false) => [new Thing(null, Day, Fraction.Whole(1), reading.State(kind.Id).Choice)],
            (Nature.State, true) => things.Facts(counted with { Option = null })
                .Select(f => new Thing(f.Fact.Key, Day, Fraction.OfUnits(f.Fact.PartUnits), f.Fact.Measured.Choice)),
            (_, false) => reading.Sums(kind.Id).Select(s => new Thing(null, s.MonthEnd, Fraction.OfUnits(s.Sum.Units), s.Option))
                .Concat(reading.Events(kind.Id)
                    .Select(f => new Thing(null, f.Fact.On.Last, Fraction.OfUnits(f.Fact.PartUnits), f.Fact.Measured.Choice))),
            // A key counts once for each of its options, with the part of the first fact that says it.
            (_, true) => things.Facts(counted).DistinctBy(f => (f.Fact.Key, f.Fact.Measured.Choice)).Select(f => new Thing(
                f.Fact.Key, things.DayOfKey(f.Fact.Key, [kind.Id]), Fraction.OfUnits(f.Fact.PartUnits), f.Fact.Measured.Choice)),
        };
    }

    private static Number? PointsOf(IReadOnlyList<OptionPoints> options, string? option) =>
        options.Where(o => o.Option == option).Select(o => (Number?)o.Points).FirstOrDefault();

    /// <summary>An ended state says so before one of which nothing is known.</summary>
    private Because WhyNothing
    {
        get
        {
            var states = indicator.Counts.Select(c => c.Kind).Where(k => things.Reading.Kinds[k] is { Nature: Nature.State, Keyed: false })
                .Select(k => things.Reading.State(k)).ToList();
            if (states.Exists(s => s.Status == StateStatus.Ended)) return Because.StateEnded;
            return states.Exists(s => s.Status == StateStatus.Missing && s.Choice is null) ? Because.StateUnknown : Because.NoFacts;
        }
    }
}
