using MicroPoints.Activities;

namespace MicroPoints.Rulesets.NRules.Scoring;

/// <summary>The functions that ask whether something is so.</summary>
internal sealed partial class Scorer
{
    private Worth ByFlag(Score.Flag by)
    {
        var days = indicator.Counts.Select(Since).OfType<DateOnly>().Order().ToList();
        if (days.Count == 0) return Worth.None(WhyNothing);
        return _values.At(by.Points, days[0]) is { } points
            ? Worth.Of(Fraction.Whole(1), new Points(points))
            : Worth.Of(Fraction.Whole(1), Points.Zero, Because.NotInForce);
    }

    /// <summary>Since when what is counted is there; null where it is not.</summary>
    private DateOnly? Since(Counted counted)
    {
        if (things.Kind(counted).Measure == MeasureType.Flag) return TrueSince(counted);
        var days = things.Of([counted]).Where(t => t.Size > Fraction.Zero).Select(t => t.Day).Order().ToList();
        return days.Count == 0 ? null : days[0];
    }

    private Worth ByChecklist(Score.Checklist by)
    {
        var items = by.Items.Select(i => (Item: i, IsTrue: TrueSince(new Counted(i.Kind)) is not null)).ToList();
        var plain = items.Where(i => i.Item.Points is null).ToList();
        var points = items.Where(i => i is { IsTrue: true, Item.Points: not null })
            .Aggregate(Points.Zero, (sum, i) => sum + _values.PointsAt(i.Item.Points!.Value, Day));
        if (plain.Count > 0 && by.Points is { } shared)
            points += (_values.FractionAt(shared, Day) * new Fraction(plain.Count(i => i.IsTrue), plain.Count)).ToPoints();
        var isEmpty = items.TrueForAll(i => !i.IsTrue && !IsRecorded(i.Item.Kind));
        return Worth.Of(Fraction.Whole(items.Count(i => i.IsTrue)), points, isEmpty ? [Because.NoFacts] : []);
    }

    /// <summary>Something was said of it, though it be that it is not so.</summary>
    private bool IsRecorded(KindId id)
    {
        var (kind, reading) = (things.Reading.Kinds[id], things.Reading);
        if (kind.Nature == Nature.Event) return reading.Sums(id).Any() || reading.Events(id).Any();
        return kind.Keyed ? reading.States(id).Any() : reading.State(id).Status is StateStatus.Holds or StateStatus.Ended;
    }

    /// <summary>A state is valued on the reading day. An event that was last said to be true takes the day since when it was said so
    /// without another word, a key its first day.</summary>
    private DateOnly? TrueSince(Counted counted)
    {
        var (kind, reading) = (things.Kind(counted), things.Reading);
        if (kind.Nature == Nature.State)
        {
            var isTrue = kind.Keyed
                ? reading.States(kind.Id).Any(s => (counted.Key is null || counted.Key == s.Key) && s.State.Choice == "true")
                : counted.Key is null && reading.State(kind.Id).Choice == "true";
            return isTrue ? Day : null;
        }
        var days = new List<DateOnly>();
        foreach (var said in things.Facts(counted).GroupBy(f => f.Fact.Key, StringComparer.Ordinal))
        {
            var trues = said.Order().Reverse().TakeWhile(f => f.Fact.Measured.Choice == "true").ToList();
            if (trues.Count > 0) days.Add(kind.Keyed ? things.DayOfKey(said.Key, [kind.Id]) : trues[^1].Fact.On.Last);
        }
        return days.Count == 0 ? null : days.Min();
    }
}
