using MicroPoints.Activities;
using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>The functions that value options, and those that ask for a yes.</summary>
internal sealed partial class RawTracer
{
    /// <summary>Every option at its value; a key counts once for each of its options.</summary>
    private List<TracedFact> Valued(IReadOnlyList<Counted> counts, IReadOnlyList<OptionPoints> options) =>
        [.. counts.SelectMany(Choices).Select(fact => !fact.Counts ? fact
            : Scoring.PointsOf(options, fact.Choice!) is { } points ? Priced(fact, day => At(points, day))
            : Out(fact, LeftOut.NotValued))];

    private IEnumerable<TracedFact> Choices(Counted counted)
    {
        var kind = reading.Kinds[counted.Kind];
        var items = FactItems.Of(counted, reading);
        foreach (var item in items)
            if ((item.LeftOut ?? (item.Choice is null ? LeftOut.NotValued : null)) is { } why) yield return item.Passed(why);
        var let = items.Where(i => i.LeftOut is null && i.Choice is not null);
        if (kind is { Keyed: true, Nature: Nature.Event })
        {
            foreach (var key in let.GroupBy(i => (i.Key, i.Choice)))
            {
                var day = Rulesets.Amounts.KeyDay([kind.Id], key.Key.Key, reading);
                var facts = key.OrderBy(i => i.Standing).ToList();
                yield return facts[0].Used(Weighed(counted, day, facts[0].Part), day);
                foreach (var again in facts.Skip(1)) yield return again.Passed(LeftOut.SameKey);
            }
            yield break;
        }
        foreach (var item in let)
            yield return item.Used(Weighed(counted, item.ValuedOn, kind is { Keyed: false, Nature: Nature.State } ? One : item.Part));
    }

    private TracedRaw Highest(Indicator indicator, Score.Highest score)
    {
        var facts = Valued(indicator.Counts, score.Options);
        var (best, most) = (-1, Points.Zero);
        for (var i = 0; i < facts.Count; i++)
            if (facts[i].Counts && TracedTerm.At(facts[i].Amount, facts[i].Each!.Value).Points is var worth && (best < 0 || worth > most))
                (best, most) = (i, worth);
        return Summed([.. facts.Select((fact, i) => fact.Counts && i != best ? Out(fact, LeftOut.BelowBest) : fact)]);
    }

    private List<TracedFact> OncePerKey(Indicator indicator, Score.OncePerKey score)
    {
        var items = indicator.Counts.SelectMany(c => FactItems.Of(c, reading).Select(i => (Counted: c, Item: i))).ToList();
        var facts = items.Where(i => i.Item.LeftOut is not null || i.Item.Standing is null)
            .Select(i => i.Item.Passed(i.Item.LeftOut ?? LeftOut.WithoutKey)).ToList();
        foreach (var key in items.Where(i => i.Item is { LeftOut: null, Standing: not null })
            .GroupBy(i => i.Item.Key ?? "", StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
            facts.AddRange(OfKey([.. key], indicator, score));
        return facts;
    }

    private IEnumerable<TracedFact> OfKey(
        IReadOnlyList<(Counted Counted, FactItem Item)> key, Indicator indicator, Score.OncePerKey score)
    {
        var day = Rulesets.Amounts.KeyDay(indicator.Counts.Select(c => c.Kind), key[0].Item.Key, reading);
        var (best, share, value) = (-1, Fraction.Zero, (long?)0);
        for (var i = 0; i < key.Count; i++)
        {
            if (key[i].Item.Choice is not { } choice || Scoring.PointsOf(score.Options, choice) is not { } points) continue;
            var (size, worth) = (Weighed(key[i].Counted, day, key[i].Item.Part), values.At(points, day));
            if (share.IsZero || Worth(size, worth) > Worth(share, value)) (best, share, value) = (i, size, worth);
        }
        var earlier = score.AcrossPeriods
            ? Scoring.BestEarlier(key[0].Item.Key ?? "", indicator, score.Options, reading, values) : Fraction.Zero;
        for (var i = 0; i < key.Count; i++)
            yield return i == best ? Best(key[i].Item.Used(share, day), value, earlier)
                : key[i].Item.Passed(key[i].Item.Choice is { } choice && Scoring.PointsOf(score.Options, choice) is not null
                    ? LeftOut.BelowBest : LeftOut.NotValued);
    }

    /// <summary>The best of a key, or what of it earlier periods did not credit.</summary>
    private static TracedFact Best(TracedFact fact, long? value, Fraction earlier)
    {
        if (earlier.IsZero) return Priced(fact, _ => value is { } each ? new Points(each) : null);
        var increase = Fraction.Max(Fraction.Zero, Worth(fact.Amount, value) - earlier);
        return increase.IsZero ? Out(fact, LeftOut.CreditedBefore) with { Earlier = earlier }
            : fact with { Amount = increase, Each = OnePoint, Earlier = earlier };
    }

    private static Fraction Worth(Fraction share, long? value) => share * new Fraction(value ?? 0, 100);

    private TracedRaw FlagOf(Indicator indicator, Score.Flag score)
    {
        var facts = new List<TracedFact>();
        foreach (var counted in indicator.Counts)
            facts.AddRange(reading.Kinds[counted.Kind].Measure == MeasureType.Flag ? Truths(counted)
                : Amounts([counted], true).Select(f => f.Counts && f.Amount <= Fraction.Zero ? Out(f, LeftOut.Nothing) : f));
        if (facts.Where(f => f.Counts).Select(f => (DateOnly?)f.ValuedOn).Min() is not { } day) return new TracedRaw(facts, []);
        return At(score.Points, day) is { } points ? new TracedRaw(facts, [TracedTerm.At(One, points)])
            : new TracedRaw([.. facts.Select(f => f.Counts ? Out(f, LeftOut.NotInForce) : f)], []);
    }

    private TracedRaw Checklist(Score.Checklist score)
    {
        var (facts, terms) = (new List<TracedFact>(), new List<TracedTerm>());
        var (plain, plainTrue) = (0, 0);
        foreach (var item in score.Items)
        {
            facts.AddRange(Truths(new Counted(item.Kind)));
            var isTrue = Scoring.TrueSince(new Counted(item.Kind), reading) is not null;
            if (item.Points is { } points)
            {
                if (isTrue) terms.Add(TracedTerm.At(One, values.PointsAt(points, reading.Day), item.Kind.Value));
                continue;
            }
            plain++;
            if (isTrue) plainTrue++;
        }
        if (plain > 0 && score.Points is { } shared)
            terms.Add(TracedTerm.At(new Fraction(plainTrue, plain), values.PointsAt(shared, reading.Day)));
        return new TracedRaw(facts, terms);
    }

    /// <summary>A state that holds true, or of each key what was said true at the end.</summary>
    private IEnumerable<TracedFact> Truths(Counted counted)
    {
        var kind = reading.Kinds[counted.Kind];
        var items = FactItems.Of(counted, reading);
        foreach (var item in items)
            if ((item.LeftOut ?? (item.Choice is null || item is { Standing: null, Facts: > 0 } ? LeftOut.NotValued : null)) is { } why)
                yield return item.Passed(why);
        foreach (var key in items.Where(i => i.LeftOut is null && i.Choice is not null && i is not { Standing: null, Facts: > 0 })
            .GroupBy(i => i.Key, StringComparer.Ordinal))
        {
            var facts = key.OrderBy(i => i.Standing).ToList();
            var first = facts.Count - facts.AsEnumerable().Reverse().TakeWhile(i => i.Choice == "true").Count();
            for (var i = 0; i < facts.Count; i++)
                yield return i >= first
                    ? facts[i].Used(One, kind is { Keyed: true, Nature: Nature.Event }
                        ? Rulesets.Amounts.KeyDay([kind.Id], key.Key, reading) : facts[i].ValuedOn)
                    : facts[i].Passed(i == facts.Count - 1 ? LeftOut.Nothing : LeftOut.NotLatest);
        }
    }
}
