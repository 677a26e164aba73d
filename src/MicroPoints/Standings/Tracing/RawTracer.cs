using MicroPoints.Activities;
using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>What a line's raw points were made of.</summary>
internal sealed record TracedRaw(IReadOnlyList<TracedFact> Facts, IReadOnlyList<TracedTerm> Terms)
{
    public static readonly TracedRaw Nothing = new([], []);

    public TracedReach? Reach { get; init; }
    public TracedComparison? Comparison { get; init; }
}

/// <summary>Takes the scoring functions apart, fact by fact. It reads the tally for itself: that its terms add up to the raw points
/// of the scorecard is what tests demand of it.</summary>
internal sealed partial class RawTracer(TallyReading reading, Values values)
{
    private static readonly Fraction One = Fraction.Whole(1);
    private static readonly Points OnePoint = new(100);

    public TracedRaw Of(Indicator indicator, PeerStanding peers, int peerCount) => indicator.Score switch
    {
        Score.Flag score => FlagOf(indicator, score),
        Score.Option score => Summed(Valued(indicator.Counts, score.Options)),
        Score.PerCount score => Summed(Amounts(indicator.Counts, true, day => At(score.Points, day))),
        Score.PerPeriod score => PerPeriod(indicator, score),
        Score.PerQuantity score => PerQuantity(indicator, score),
        Score.FromFull score => FromFull(indicator, score),
        Score.InProportion score => InProportion(indicator, score),
        Score.ByTier score => ByTier(indicator, score),
        Score.Highest score => Highest(indicator, score),
        Score.OncePerKey score => Summed(OncePerKey(indicator, score)),
        Score.Discretionary score => Discretionary(indicator, score),
        Score.AgainstPeers score => AgainstPeers(indicator, score, peers, peerCount),
        Score.Checklist score => Checklist(score),
        null => TracedRaw.Nothing,
        _ => throw new InvalidOperationException("unknown scoring function"),
    };

    /// <summary>A deduction's facts, and a state's while it lasts.</summary>
    public TracedRaw Of(Deduction deduction)
    {
        var facts = deduction.Each is { } each ? Amounts(deduction.Counts, true, day => At(each, day)) : [];
        if (deduction.While is { } state) facts.AddRange(Lasting(state));
        return Summed(facts);
    }

    private IEnumerable<TracedFact> Lasting(WhileState state)
    {
        var (options, each) = (values.List(state.Is), At(state.Points, reading.Day));
        // One that was never recorded and takes nothing away needs no word.
        foreach (var item in FactItems.Of(new Counted(state.State), reading).Where(i => i.Facts > 0 || options.Contains(i.Choice!)))
            yield return item.LeftOut is { } why ? item.Passed(why)
                : item.Choice is null || !options.Contains(item.Choice) ? item.Passed(LeftOut.OtherOption)
                : Priced(item.Used(One), _ => each);
    }

    /// <summary>Every fact with its amount: keys once each, or every fact by itself; at a value where one is given.</summary>
    private List<TracedFact> Amounts(IReadOnlyList<Counted> counts, bool byKey, Func<DateOnly, Points?>? each = null)
    {
        var facts = new List<TracedFact>();
        foreach (var counted in counts)
        {
            var items = FactItems.Of(counted, reading);
            var isKeyed = byKey && reading.Kinds[counted.Kind] is { Keyed: true, Nature: Nature.Event };
            facts.AddRange((isKeyed ? ByKey(counted, items) : items.Select(i => AmountOf(counted, i)).OfType<TracedFact>())
                .Select(f => Priced(f, each)));
        }
        return facts;
    }

    private TracedFact? AmountOf(Counted counted, FactItem item)
    {
        if (item.LeftOut is { } why) return item.Passed(why);
        // A state that nobody recorded counts only as an option that is named, or as a plain yes.
        if (item.Facts == 0 && counted.Option is null && item.Choice != "true") return null;
        return item.Size.IsZero ? item.Passed(LeftOut.Nothing) : item.Used(Weighed(counted, item.ValuedOn, item.Size));
    }

    private IEnumerable<TracedFact> ByKey(Counted counted, IReadOnlyList<FactItem> items)
    {
        foreach (var item in items)
            if (item.LeftOut is { } why) yield return item.Passed(why);
        foreach (var key in items.Where(i => i.LeftOut is null).GroupBy(i => i.Key, StringComparer.Ordinal))
        {
            var facts = key.OrderBy(i => i.Standing).ToList();
            // A key whose latest word is a false flag is no longer there to count.
            var isGone = facts[^1].Standing?.Fact.Measured is Measured.Flag { Value: false };
            var day = Rulesets.Amounts.KeyDay([counted.Kind], key.Key, reading);
            for (var i = 0; i < facts.Count; i++)
                yield return isGone ? facts[i].Passed(LeftOut.Nothing) : i > 0 ? facts[i].Passed(LeftOut.SameKey)
                    : facts[i].Used(Weighed(counted, day, facts[i].Part), day);
        }
    }

    private TracedRaw PerPeriod(Indicator indicator, Score.PerPeriod score)
    {
        var facts = Amounts(indicator.Counts, true).Select(f => f.Counts && f.Amount <= Fraction.Zero ? Out(f, LeftOut.Nothing) : f);
        var seen = new HashSet<DateOnly>();
        return Summed([.. facts.OrderBy(f => f.ValuedOn).Select(fact => !fact.Counts ? fact
            : !seen.Add(score.Each == PeriodPart.Month ? Calendar.MonthEnd(fact.ValuedOn) : Calendar.QuarterStart(fact.ValuedOn))
                ? Out(fact, LeftOut.SameSpan)
                : Priced(fact with { Amount = One }, day => At(score.Points, day)))]);
    }

    private TracedRaw PerQuantity(Indicator indicator, Score.PerQuantity score)
    {
        var facts = Amounts(indicator.Counts, false, day => values.At(score.Every, day) > 0 ? At(score.Points, day) : null);
        var terms = facts.Where(f => f.Counts).GroupBy(f => (Each: f.Each!.Value, Every: values.FractionAt(score.Every, f.ValuedOn)))
            .OrderBy(g => g.Key.Each).ThenBy(g => g.Key.Every).Select(g =>
            {
                var amount = Sum(g);
                var steps = (amount / g.Key.Every).ToWhole(score.Rounding);
                return new TracedTerm(null, amount, g.Key.Each, (steps * Fraction.OfPoints(g.Key.Each)).ToPoints(),
                    g.Key.Every, score.Rounding);
            });
        return new TracedRaw(facts, [.. terms]);
    }

    private TracedRaw FromFull(Indicator indicator, Score.FromFull score)
    {
        var minus = Summed(Amounts(indicator.Counts, true, day => At(score.Minus, day)));
        return minus with
        {
            Facts = [.. minus.Facts.Select(f => f.Each is { } each ? f with { Each = Points.Zero - each } : f)],
            Terms = [TracedTerm.At(One, values.PointsAt(score.Points, reading.Day)),
                .. minus.Terms.Select(t => t with { Each = Points.Zero - t.Each, Points = Points.Zero - t.Points })],
        };
    }

    private TracedRaw Discretionary(Indicator indicator, Score.Discretionary score)
    {
        var facts = new List<TracedFact>();
        foreach (var counted in indicator.Counts)
            foreach (var item in FactItems.Of(counted, reading))
            {
                if (item.LeftOut is { } why) { facts.Add(item.Passed(why)); continue; }
                if (item.Standing is not { Fact: var fact }) { facts.Add(item.Passed(LeftOut.NotValued)); continue; }
                var awarded = new Points(fact.Measured.NumberHundredths);
                var isWithin = awarded >= values.PointsAt(score.From, item.ValuedOn) && awarded <= values.PointsAt(score.To, item.ValuedOn);
                facts.Add(isWithin ? item.Used(Weighed(counted, item.ValuedOn, Fraction.OfUnits(fact.Units))) with { Each = OnePoint }
                    : item.Passed(LeftOut.OutOfBounds));
            }
        return Summed(facts);
    }

    /// <summary>Amounts that share a value are added, multiplied once and rounded once.</summary>
    private static TracedRaw Summed(IReadOnlyList<TracedFact> facts) => new(facts, [.. facts.Where(f => f.Counts)
        .GroupBy(f => f.Each!.Value).OrderBy(g => g.Key).Select(g => TracedTerm.At(Sum(g), g.Key))]);

    private static Fraction Sum(IEnumerable<TracedFact> facts) => facts.Aggregate(Fraction.Zero, (sum, f) => sum + f.Amount);

    private static TracedFact Priced(TracedFact fact, Func<DateOnly, Points?>? each) => each is null || !fact.Counts ? fact
        : each(fact.ValuedOn) is { } value ? fact with { Each = value } : fact with { LeftOut = LeftOut.NotInForce };

    private static TracedFact Out(TracedFact fact, LeftOut why) => fact with { LeftOut = why, Each = null };

    private Fraction Weighed(Counted counted, DateOnly day, Fraction size) =>
        counted.Weight is null ? size : size * Rulesets.Amounts.Weight(counted, day, values);

    private Points? At(Number number, DateOnly day) => values.At(number, day) is { } value ? new Points(value) : null;
}
