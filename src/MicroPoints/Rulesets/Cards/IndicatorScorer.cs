using MicroPoints.Activities;

namespace MicroPoints.Rulesets;

/// <summary>Scores every indicator of one chamber. The cap of an indicator is applied here, in <see cref="Credit"/>.</summary>
internal sealed class IndicatorScorer(
    IndicatorTraits traits, TallyReading reading, Values values, IReadOnlyDictionary<string, string> notApplicable,
    IReadOnlySet<KindId> zeroed, Func<Indicator, PeerStanding> peers)
{
    // By target, and by the indicator it came from: one that stands before its source in the file needs the source scored first.
    private readonly Dictionary<string, Points> _overflow = [];
    private readonly Dictionary<string, Points> _overflowFrom = [];

    /// <summary>Lines in file order; targets of an overflow are credited after everything that may overflow into them.</summary>
    public IReadOnlyList<ScoreLine> ScoreAll()
    {
        foreach (var indicator in traits.Overflowing) _ = Score(indicator, "", 0, []);
        var lines = new List<ScoreLine>();
        foreach (var category in traits.Ruleset.Categories)
            foreach (var indicator in category.Indicators) Score(indicator, category.Id, 0, lines);
        return lines;
    }

    /// <summary>One indicator that is no group and no part of an overflow.</summary>
    public ScoreLine ScoreAlone(Indicator indicator) => Leaf(indicator, "", 0);

    private ScoreLine Score(Indicator indicator, string category, int depth, List<ScoreLine> lines)
    {
        if (!indicator.IsGroup)
        {
            lines.Add(Leaf(indicator, category, depth));
            return lines[^1];
        }
        var at = lines.Count;
        lines.Add(null!);
        var inside = indicator.Indicators.Select(i => Score(i, category, depth + 1, lines)).ToList();
        var sum = inside.Aggregate(Points.Zero, (total, line) => total + line.Points);
        return lines[at] = Credit(indicator, category, depth, Raw.Of(Fraction.OfPoints(sum), sum));
    }

    private ScoreLine Leaf(Indicator indicator, string category, int depth)
    {
        var raw = traits.Targets.Contains(indicator.Id)
            ? Overflowed(_overflow.GetValueOrDefault(indicator.Id))
            : Scoring.Of(indicator, reading, values, peers(indicator));
        return Credit(indicator, category, depth, raw);
    }

    private static Raw Overflowed(Points points) =>
        points == Points.Zero ? Raw.Nothing : Raw.Of(Fraction.OfPoints(points), points);

    /// <summary>Raw → floor 0 → zeroing → cap; what does not apply or is switched off credits nothing.</summary>
    private ScoreLine Credit(Indicator indicator, string category, int depth, Raw raw)
    {
        Points? cap = indicator.Cap is { } own ? values.PointsAt(own, reading.Day) : null;
        if (notApplicable.TryGetValue(indicator.Id, out var reason))
            return Line(Points.Zero, [Because.NotApplicable], reason);
        if (traits.SwitchedOff.Contains(indicator.Id)) return Line(Points.Zero, [Because.SwitchedOff]);

        var because = new List<Because>(raw.Because);
        var points = raw.Points;
        if (points < Points.Zero) { points = Points.Zero; because.Add(Because.FloorReached); }
        if (indicator.CountedKinds.Any(zeroed.Contains)) return Line(Points.Zero,
            [.. because.Where(b => b != Because.NoFacts), Because.Zeroed]);
        if (cap is { } most && points > most)
        {
            points = most;
            because.Add(Because.CapReached);
        }
        if (indicator.Overflow is { } overflow
            && CreditOverflow(indicator.Id, overflow, raw, cap) > Points.Zero) because.Add(Because.Overflowed);
        return Line(points, because);

        ScoreLine Line(Points credited, IReadOnlyList<Because> why, string? note = null) =>
            new(indicator, category, depth, raw.Counted, raw.Points, cap, credited, why, note);
    }

    /// <summary>Credits what the cap leaves over to the target, once however often the indicator is scored.</summary>
    private Points CreditOverflow(string indicator, Overflow overflow, Raw raw, Points? cap)
    {
        if (_overflowFrom.TryGetValue(indicator, out var known)) return known;
        var points = cap is { } most ? OverflowScorer.Over(overflow, raw, most, values) : Points.Zero;
        _overflow[overflow.To] = _overflow.GetValueOrDefault(overflow.To) + points;
        return _overflowFrom[indicator] = points;
    }
}
