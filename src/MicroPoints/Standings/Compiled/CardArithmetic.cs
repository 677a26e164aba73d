using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>The points of one chamber where everything applies: the arithmetic of a scorecard without its lines.</summary>
internal readonly ref struct CardArithmetic(
    CompiledRuleset compiled, PointsTable table, int row, ChamberFacts chamber, PlainSums sums, PeerRanges peers)
{
    public void Run()
    {
        var plan = compiled.Card;
        var kept = table.Kept.AsSpan(row * compiled.Kept.Count, compiled.Kept.Count);
        var (deducted, zeroed) = (Points.Zero, (HashSet<KindId>?)null);
        foreach (var deduction in plan.Deductions)
        {
            var line = chamber.Reading.HasAny(deduction.Kinds)
                ? DeductionScorer.Score(deduction.Deduction, chamber.Reading, compiled.Values) : deduction.WithoutFacts;
            deducted += line.Points;
            if (deduction.Kept >= 0) kept[deduction.Kept] = line.Points.Hundredths;
            foreach (var kind in DeductionScorer.ZeroedKinds(line, chamber.Reading)) (zeroed ??= []).Add(kind);
        }

        var overflowed = Overflowed(plan, zeroed);
        var (basic, bonus) = (Points.Zero, Points.Zero);
        for (var i = 0; i < plan.Categories.Length; i++)
        {
            var (category, sum) = (plan.Categories[i], Points.Zero);
            foreach (var line in category.Lines) sum += Credited(line, zeroed, kept, overflowed);
            if (category.Cap is { } cap) sum = Points.Min(sum, cap);
            table.Categories[row * plan.Categories.Length + i] = sum.Hundredths;
            if (category.Bonus) bonus += sum;
            else basic += sum;
        }
        var total = basic + (plan.BonusAtMost is { } most ? Points.Min(bonus, most) : bonus);
        if (plan.FinalAtMost is { } final) total = Points.Min(total, final);
        table.Totals[row] = Points.Max(Points.Zero, total + deducted).Hundredths;
    }

    /// <summary>What the caps of other lines leave over, by target; what is zeroed or switched off leaves nothing over.</summary>
    private Points[] Overflowed(CardPlan plan, HashSet<KindId>? zeroed)
    {
        if (plan.Overflowing.Length == 0) return [];
        var overflowed = new Points[plan.TargetCount];
        foreach (var line in plan.Overflowing)
            if (!line.IsOff && (zeroed is null || !line.Kinds.Any(zeroed.Contains)))
                overflowed[line.Target] += line.WithoutFacts is { } nothing && !chamber.Reading.HasAny(line.Kinds) ? nothing
                    : OverflowScorer.Over(line.Indicator.Overflow!, Scoring.Of(line.Indicator, chamber.Reading, compiled.Values,
                        peers.Standing(line.Indicator, chamber)), line.Cap, compiled.Values);
        return overflowed;
    }

    /// <summary>Raw → floor 0 → zeroing → cap; what is switched off credits nothing.</summary>
    private Points Credited(CardPlan.LineNode line, HashSet<KindId>? zeroed, Span<long> kept, ReadOnlySpan<Points> overflowed)
    {
        var points = Points.Max(Points.Zero, Raw(line, zeroed, kept, overflowed));
        if (line.IsOff || zeroed is not null && line.Kinds.Any(zeroed.Contains)) points = Points.Zero;
        else if (line.Cap is { } cap) points = Points.Min(points, cap);
        if (line.Kept >= 0) kept[line.Kept] = points.Hundredths;
        return points;
    }

    private Points Raw(CardPlan.LineNode line, HashSet<KindId>? zeroed, Span<long> kept, ReadOnlySpan<Points> overflowed)
    {
        if (line.Target >= 0) return overflowed[line.Target];
        if (line.Plain is { } plain) return plain.Raw(sums);
        if (line.Inside.Length > 0)
        {
            var sum = Points.Zero;
            foreach (var inside in line.Inside) sum += Credited(inside, zeroed, kept, overflowed);
            return sum;
        }
        if (line.WithoutFacts is { } nothing && !chamber.Reading.HasAny(line.Kinds)) return nothing;
        return Scoring.Of(line.Indicator, chamber.Reading, compiled.Values, peers.Standing(line.Indicator, chamber)).Points;
    }
}
