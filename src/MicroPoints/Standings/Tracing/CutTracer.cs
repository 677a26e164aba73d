using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>Follows points from raw to the total, step by step, as lines, categories and the total cut them.</summary>
internal sealed class CutTracer(Ruleset ruleset, Scorecard card, ValueWatch watch)
{
    private readonly DateOnly _day = card.Chamber.Reading.Day;
    private readonly Values _values = watch.Values;

    /// <summary>What brings a kind's lines to zero: the ids of deductions.</summary>
    private readonly Dictionary<string, string> _zeroing = Zeroing(ruleset, card);

    /// <summary>The lines that a deduction brings to zero.</summary>
    public IReadOnlyList<string> ZeroedBy(DeductionLine line) =>
        [.. ZeroedBy(ruleset, card, line).Select(i => i.Id)];

    public IReadOnlyList<TracedCut> Of(ScoreLine line)
    {
        var (id, points) = (line.Indicator.Id, line.Raw);
        if (card.Chamber.NotApplicable.ContainsKey(id)) return [new TracedCut(CutBy.NotApplicable, points, Points.Zero)];
        if (SwitchOf(id) is { } off) return [new TracedCut(CutBy.SwitchedOff, points, Points.Zero, off)];
        var cuts = new List<TracedCut>();
        if (points < Points.Zero) Step(cuts, CutBy.Floor, ref points, Points.Zero);
        if (_zeroing.TryGetValue(id, out var deductions))
        {
            cuts.Add(new TracedCut(CutBy.Zeroed, points, Points.Zero, deductions));
            return cuts;
        }
        if (line.Indicator.Cap is { } own && _values.PointsAt(own, _day) is var cap && points > cap)
            Step(cuts, CutBy.Cap, ref points, cap, id, cap);
        return cuts;
    }

    public IReadOnlyList<TracedCut> Of(DeductionLine line)
    {
        var (cuts, points) = (new List<TracedCut>(), line.Raw);
        if (!_values.IsOn(line.Deduction.EnabledBy))
            cuts.Add(new TracedCut(CutBy.SwitchedOff, points, Points.Zero, line.Deduction.EnabledBy));
        else if (line.Deduction.Cap is { } own && _values.PointsAt(own, _day) is var cap && points < cap)
            Step(cuts, CutBy.Cap, ref points, cap, line.Deduction.Id, cap);
        return cuts;
    }

    public CategoryTrace Of(CategoryLine line)
    {
        var (cuts, points) = (new List<TracedCut>(), line.Sum);
        var id = line.Category.Id;
        if (!line.Applies) cuts.Add(new TracedCut(CutBy.NotApplicable, points, Points.Zero, id));
        else
        {
            if (line.Scale is { } scale)
                Step(cuts, CutBy.Scale, ref points, (Fraction.OfPoints(points) * scale).ToPoints(), id, factor: scale);
            if (line.Category.Cap is { } own && _values.PointsAt(own, _day) is var cap && points > cap)
                Step(cuts, CutBy.Cap, ref points, cap, id, cap);
        }
        return new CategoryTrace(line, watch.Take(), cuts);
    }

    public TotalTrace Total()
    {
        var categories = card.Card.Categories;
        var basic = Sum(categories.Where(c => c is { Applies: true, Category.Bonus: false }).Select(c => c.Points));
        var bonus = Sum(categories.Where(c => c.Category.Bonus).Select(c => c.Points));
        var (baseCuts, bonusCuts, cuts) = (new List<TracedCut>(), new List<TracedCut>(), new List<TracedCut>());
        var (baseSum, bonusSum) = (basic, bonus);
        if (card.Card.Rescale is { } rescale) Step(baseCuts, CutBy.Rescale, ref basic,
            (Fraction.OfPoints(basic) * rescale).ToPoints(), factor: rescale);
        if (ruleset.Scale?.BonusAtMost is { } most && _values.PointsAt(most, _day) is var atMost && bonus > atMost)
            Step(bonusCuts, CutBy.BonusCap, ref bonus, atMost, limit: atMost);
        var total = basic + bonus;
        if (ruleset.Scale?.FinalAtMost is { } final && _values.PointsAt(final, _day) is var top && total > top)
            Step(cuts, CutBy.FinalCap, ref total, top, limit: top);
        var deducted = Sum(card.Card.Deductions.Select(d => d.Points));
        if (deducted < Points.Zero) Step(cuts, CutBy.Deductions, ref total, total + deducted,
            string.Join(' ', card.Card.Deductions.Where(d => d.Points < Points.Zero).Select(d => d.Deduction.Id)));
        if (total < Points.Zero) Step(cuts, CutBy.Floor, ref total, Points.Zero);
        return new TotalTrace(baseSum, bonusSum, total, watch.Take(), baseCuts, bonusCuts, cuts);
    }

    private static void Step(
        List<TracedCut> cuts, CutBy by, ref Points points, Points after, string? of = null, Points? limit = null, Fraction? factor = null)
    {
        cuts.Add(new TracedCut(by, points, after, of, limit, factor));
        points = after;
    }

    /// <summary>The switch that is off, of the line or a group around it.</summary>
    private string? SwitchOf(string id) => ruleset.AllIndicators
        .Where(i => !_values.IsOn(i.EnabledBy) && i.SelfAndBelow.Any(b => b.Id == id)).Select(i => i.EnabledBy).FirstOrDefault();

    private static Dictionary<string, string> Zeroing(Ruleset ruleset, Scorecard card) => card.Card.Deductions
        .SelectMany(d => ZeroedBy(ruleset, card, d).Select(i => (i.Id, Deduction: d.Deduction.Id)))
        .GroupBy(z => z.Id).ToDictionary(g => g.Key, g => string.Join(' ', g.Select(z => z.Deduction)));

    private static IEnumerable<Indicator> ZeroedBy(Ruleset ruleset, Scorecard card, DeductionLine line)
    {
        var kinds = DeductionScorer.ZeroedKinds(line, card.Chamber.Reading).ToHashSet();
        return kinds.Count == 0 ? [] : ruleset.AllIndicators.Where(i => i.CountedKinds.Any(kinds.Contains));
    }

    private static Points Sum(IEnumerable<Points> points) => points.Aggregate(Points.Zero, (a, b) => a + b);
}
