using MicroPoints.Activities;

namespace MicroPoints.Rulesets;

/// <summary>The least and the most among peers, for <c>against-peers</c>; null where they cannot be compared.</summary>
public readonly record struct PeerRange(Fraction Least, Fraction Most);

/// <summary>The scoring functions: facts in, raw points out. A new function is one more arm of <see cref="Of"/>.</summary>
internal static partial class Scoring
{
    public static Raw Of(Indicator indicator, TallyReading reading, Values values, PeerStanding peers) => indicator.Score switch
    {
        Score.Flag score => FlagOf(indicator, score, reading, values),
        Score.Option score => OptionsOf(indicator, score.Options, reading, values),
        Score.PerCount score => PerCount(indicator, score, reading, values),
        Score.PerPeriod score => PerPeriod(indicator, score, reading, values),
        Score.PerQuantity score => PerQuantity(indicator, score, reading, values),
        Score.FromFull score => FromFull(indicator, score, reading, values),
        Score.InProportion score => InProportion(indicator, score, reading, values),
        Score.ByTier score => ByTier(indicator, score, reading, values),
        Score.Highest score => HighestOf(indicator, score.Options, reading, values),
        Score.OncePerKey score => OncePerKey(indicator, score, reading, values),
        Score.Discretionary score => Discretionary(indicator, score, reading, values),
        Score.AgainstPeers score => AgainstPeers(indicator, score, reading, values, peers),
        Score.Checklist score => Checklist(score, reading, values),
        null => Raw.Nothing,
        _ => throw new InvalidOperationException("unknown scoring function"),
    };

    private static Raw PerCount(Indicator indicator, Score.PerCount score, TallyReading reading, Values values)
    {
        var sum = new ValuedSum();
        foreach (var amount in Amounts.Of(indicator.Counts, reading, values)) sum.Add(amount, values.At(score.Points, amount.Day));
        return sum.ToRaw();
    }

    /// <summary>Once for each month or quarter with a fact, at the value of the first fact in it.</summary>
    private static Raw PerPeriod(Indicator indicator, Score.PerPeriod score, TallyReading reading, Values values)
    {
        var sum = new ValuedSum();
        var firsts = Amounts.Of(indicator.Counts, reading, values).Where(a => a.Size > Fraction.Zero)
            .GroupBy(a => score.Each == PeriodPart.Month ? Calendar.MonthEnd(a.Day) : Calendar.QuarterStart(a.Day))
            .OrderBy(g => g.Key).Select(g => g.Min(a => a.Day));
        foreach (var day in firsts) sum.Add(new Amount(null, day, Fraction.Whole(1)), values.At(score.Points, day));
        return sum.ToRaw();
    }

    private static Raw PerQuantity(Indicator indicator, Score.PerQuantity score, TallyReading reading, Values values)
    {
        var groups = new SortedDictionary<(long Points, long Every), Fraction>();
        var counted = Fraction.Zero;
        var because = new HashSet<Because>();
        foreach (var amount in Amounts.OfFacts(indicator.Counts, reading, values))
        {
            counted += amount.Size;
            if (values.At(score.Points, amount.Day) is not { } points || values.At(score.Every, amount.Day) is not ({ } every and > 0))
            {
                because.Add(Because.NotInForce);
                continue;
            }
            groups[(points, every)] = groups.GetValueOrDefault((points, every)) + amount.Size;
        }
        if (groups.Count == 0 && because.Count == 0) return Raw.Nothing;
        var total = Points.Zero;
        foreach (var ((points, every), size) in groups)
            total += ((size / new Fraction(every, 100)).ToWhole(score.Rounding) * new Fraction(points, 100)).ToPoints();
        return new Raw(counted, total, [.. because], []);
    }

    private static Raw FromFull(Indicator indicator, Score.FromFull score, TallyReading reading, Values values)
    {
        var minus = new ValuedSum();
        foreach (var amount in Amounts.Of(indicator.Counts, reading, values)) minus.Add(amount, values.At(score.Minus, amount.Day));
        return Raw.Of(minus.Counted, values.PointsAt(score.Points, reading.Day) - minus.Total(), minus.SomeNotInForce
            ? [Because.NotInForce] : []);
    }

    private static Raw Discretionary(Indicator indicator, Score.Discretionary score, TallyReading reading, Values values)
    {
        var (counted, because, any) = (Fraction.Zero, new HashSet<Because>(), false);
        foreach (var item in indicator.Counts)
            foreach (var fact in Amounts.Facts(item, reading).Select(f => f.Fact))
            {
                any = true;
                var day = fact.Nature == Nature.Event ? fact.On.Last : reading.Day;
                var awarded = new Points(fact.Measured.NumberHundredths);
                if (awarded < values.PointsAt(score.From, day)
                    || awarded > values.PointsAt(score.To, day)) because.Add(Because.OutOfBounds);
                else counted += Fraction.OfUnits(fact.Units) * Amounts.Weight(item, day, values);
            }
        return any ? Raw.Of(counted, counted.ToPoints(), [.. because]) : Raw.Nothing;
    }

    private static Raw Checklist(Score.Checklist score, TallyReading reading, Values values)
    {
        var (total, trues, plain, plainTrue) = (Points.Zero, 0, 0, 0);
        foreach (var item in score.Items)
        {
            var isTrue = IsTrue(item.Kind, reading);
            if (isTrue) trues++;
            if (item.Points is { } points) { if (isTrue) total += values.PointsAt(points, reading.Day); continue; }
            plain++;
            if (isTrue) plainTrue++;
        }
        if (plain > 0 && score.Points is { } shared)
            total += (values.FractionAt(shared, reading.Day) * new Fraction(plainTrue, plain)).ToPoints();
        // A flag that was recorded as false is a fact too.
        var isEmpty = trues == 0 && !score.Items.Any(i => WasRecorded(i.Kind, reading));
        return Raw.Of(Fraction.Whole(trues), total, isEmpty ? [Because.NoFacts] : []);
    }

    private static bool WasRecorded(KindId kind, TallyReading reading) => reading.Kinds[kind] switch
    {
        { Nature: Nature.Event } => reading.Events(kind).Any() || reading.Sums(kind).Any(),
        { Keyed: true } => reading.States(kind).Any(),
        _ => reading.State(kind).Status != StateStatus.Missing,
    };

    /// <summary>A flag state that holds true, or the latest flag event of the period that is true; for keyed kinds, of any key.</summary>
    private static bool IsTrue(KindId kind, TallyReading reading) => TrueSince(new Counted(kind), reading) is not null;

    /// <summary>The day whose value a true flag takes; null where it is not true.</summary>
    public static DateOnly? TrueSince(Counted counted, TallyReading reading)
    {
        var kind = reading.Kinds[counted.Kind];
        if (kind.Nature == Nature.State)
        {
            var holds = kind.Keyed
                ? reading.States(kind.Id).Any(s => s.State.Choice == "true" && (counted.Key is null || s.Key == counted.Key))
                : counted.Key is null && reading.State(kind.Id).Choice == "true";
            return holds ? reading.Day : null;
        }
        return Amounts.Facts(counted, reading).GroupBy(f => f.Fact.Key, StringComparer.Ordinal)
            .Where(g => g.Max()!.Fact.Measured.Choice == "true")
            .Select(g => (DateOnly?)(kind.Keyed ? Amounts.KeyDay([kind.Id], g.Key, reading) : TrueFrom(g))).Min();
    }

    /// <summary>The first of the facts that say true at the end; saying it again moves nothing.</summary>
    private static DateOnly TrueFrom(IEnumerable<StandingFact> facts) =>
        facts.OrderDescending().TakeWhile(f => f.Fact.Measured.Choice == "true").Last().Fact.On.Last;

    private static Raw FlagOf(Indicator indicator, Score.Flag score, TallyReading reading, Values values)
    {
        var days = indicator.Counts.Select(c => reading.Kinds[c.Kind].Measure == MeasureType.Flag
            ? TrueSince(c, reading)
            : Amounts.Of([c], reading, values).Where(a => a.Size > Fraction.Zero).Select(a => (DateOnly?)a.Day).Min()).ToList();
        if (days.Min() is not { } day) return Raw.Of(Fraction.Zero, Points.Zero, WhyNothing(indicator, reading));
        return values.At(score.Points, day) is { } points
            ? Raw.Of(Fraction.Whole(1), new Points(points))
            : Raw.Of(Fraction.Whole(1), Points.Zero, Because.NotInForce);
    }

    /// <summary>Why a state credits nothing: unknown, ended, or simply nothing recorded.</summary>
    private static Because WhyNothing(Indicator indicator, TallyReading reading)
    {
        var states = indicator.Counts.Where(c => reading.Kinds[c.Kind] is { Nature: Nature.State, Keyed: false })
            .Select(c => reading.State(c.Kind)).ToList();
        if (states.Any(s => s.Status == StateStatus.Ended)) return Because.StateEnded;
        return states.Any(s => s is { Status: StateStatus.Missing, Choice: null }) ? Because.StateUnknown : Because.NoFacts;
    }
}
