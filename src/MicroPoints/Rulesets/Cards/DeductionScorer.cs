using MicroPoints.Activities;

namespace MicroPoints.Rulesets;

/// <summary>Scores deductions, which also name the kinds whose indicators come to zero.</summary>
internal static class DeductionScorer
{
    public static DeductionLine Score(Deduction deduction, TallyReading reading, Values values)
    {
        if (!values.IsOn(deduction.EnabledBy))
            return new DeductionLine(deduction, Fraction.Zero, Points.Zero, null, Points.Zero, [Because.SwitchedOff]);
        var sum = new ValuedSum();
        if (deduction.Each is { } each)
            foreach (var amount in Amounts.Of(deduction.Counts, reading, values)) sum.Add(amount, values.At(each, amount.Day));
        if (deduction.While is { } state && Holding(state, reading, values) is > 0 and var holding)
            sum.Add(new Amount(null, reading.Day, Fraction.Whole(holding)), values.At(state.Points, reading.Day));

        var raw = Points.Min(sum.Total(), Points.Zero);
        Points? cap = deduction.Cap is { } atMost ? values.PointsAt(atMost, reading.Day) : null;
        var because = new List<Because>();
        if (sum.Counted.IsZero && !sum.SomeNotInForce) because.Add(Because.NoFacts);
        if (cap is { } limit && raw < limit) because.Add(Because.CapReached);
        if (sum.SomeNotInForce) because.Add(Because.NotInForce);
        return new DeductionLine(deduction, sum.Counted, raw, cap, cap is { } c ? Points.Max(raw, c) : raw, because);
    }

    /// <summary>The kinds whose indicators are zeroed: those named, or the keys of the counted facts, while the
    /// deduction counts anything.</summary>
    public static IEnumerable<KindId> ZeroedKinds(DeductionLine line, TallyReading reading)
    {
        if (line.Counted.IsZero) return [];
        var byKey = line.Deduction.ZeroesByKey
            ? line.Deduction.Counts.SelectMany(c => Amounts.Facts(c, reading)).Select(f => f.Fact.Key)
                .Where(KindId.IsValid).Select(k => new KindId(k!))
            : [];
        return line.Deduction.ZeroesKinds.Concat(byKey);
    }

    /// <summary>How many keys of the state are one of the options; an unkeyed state counts once.</summary>
    private static int Holding(WhileState state, TallyReading reading, Values values)
    {
        var options = values.List(state.Is);
        return reading.Kinds[state.State].Keyed
            ? reading.States(state.State).Count(s => s.State.Is(options))
            : reading.State(state.State).Is(options) ? 1 : 0;
    }
}
