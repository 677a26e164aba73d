using MicroPoints.Rulesets.NRules.Facts;
using MicroPoints.Rulesets.NRules.Scoring;

namespace MicroPoints.Rulesets.NRules.Rules;

/// <summary>One line of the file, with what of it is the same for every chamber.</summary>
/// <param name="Order">Its place among all lines.</param>
/// <param name="Depth">How many groups it is inside of.</param>
/// <param name="IsOff">Its switch is off, or that of a group it is in.</param>
/// <param name="Sources">How many lines overflow into it.</param>
internal sealed record LinePlan(
    Indicator Indicator, string Category, string? Group, int Order, int Depth, bool IsOff, int Sources, Values Values)
{
    private readonly KindId[] _kinds = [.. Indicator.CountedKinds];

    public string Id => Indicator.Id;
    public bool IsTarget => Sources > 0;
    public bool IsCompared => Indicator.Score is Score.AgainstPeers;

    /// <summary>All lines of a ruleset in the order of the file, groups before what is in them.</summary>
    public static IReadOnlyList<LinePlan> Of(Ruleset ruleset, Values values)
    {
        var sources = ruleset.AllIndicators.Where(i => i.Overflow is not null).ToLookup(i => i.Overflow!.To);
        var plans = new List<LinePlan>();
        foreach (var category in ruleset.Categories)
            foreach (var indicator in category.Indicators) Add(indicator, category.Id, null, 0, false);
        return plans;

        void Add(Indicator indicator, string category, string? group, int depth, bool isOff)
        {
            isOff |= !values.IsOn(indicator.EnabledBy);
            plans.Add(new LinePlan(indicator, category, group, plans.Count, depth, isOff, sources[indicator.Id].Count(), values));
            foreach (var inside in indicator.Indicators) Add(inside, category, indicator.Id, depth + 1, isOff);
        }
    }

    public Points? CapOn(DateOnly day) => Indicator.Cap is { } cap ? Values.PointsAt(cap, day) : null;

    public Raw Score(Case chamber, Compared? compared) => new(Id, new Scorer(Indicator, chamber.Things).Score(
        chamber.Chamber.IsRanked && !chamber.Chamber.NotApplicable.ContainsKey(Id) ? compared?.Spread : null));

    public Raw Sum(IEnumerable<Credited> inside) => Received(inside.Select(l => l.Line.Points), whenNothing: []);
    public Raw Receive(IEnumerable<Over> overs) => Received(overs.Select(o => o.Points), whenNothing: [Because.NoFacts]);

    private Raw Received(IEnumerable<Points> points, Because[] whenNothing)
    {
        var sum = points.Aggregate(Points.Zero, (total, one) => total + one);
        return new Raw(Id, Worth.Of(Fraction.OfPoints(sum), sum, sum == Points.Zero ? whenNothing : []));
    }

    /// <summary>What its cap leaves over; a line that counts nothing leaves nothing over.</summary>
    public Over Overflow(Case chamber, Raw raw, Zeroed zeroed) => new(Id, Indicator.Overflow!.To,
        IsInert(chamber) || IsZeroed(zeroed) || CapOn(chamber.Day) is not { } cap ? Points.Zero
            : LeftOver.Of(Indicator.Overflow, raw.Worth, cap, Values));

    /// <summary>Floor 0, then zeroing, then the cap; what does not apply or is switched off credits nothing.</summary>
    public Credited Credit(Case chamber, Raw raw, Zeroed zeroed)
    {
        var (points, because, cap) = (raw.Worth.Points, new List<Because>(), CapOn(chamber.Day));
        if (chamber.Chamber.NotApplicable.TryGetValue(Id, out var note)) return Finished(Points.Zero, [Because.NotApplicable]);
        if (IsOff) return Finished(Points.Zero, [Because.SwitchedOff]);

        because.AddRange(raw.Worth.Because);
        if (points < Points.Zero) (points, because) = (Points.Zero, [.. because, Because.FloorReached]);
        if (IsZeroed(zeroed))
        {
            because.Remove(Because.NoFacts);
            return Finished(Points.Zero, [.. because, Because.Zeroed]);
        }
        if (points > cap) (points, because) = (cap.Value, [.. because, Because.CapReached]);
        if (Indicator.Overflow is not null && Overflow(chamber, raw, zeroed).Points > Points.Zero) because.Add(Because.Overflowed);
        return Finished(points, because);

        Credited Finished(Points credited, IReadOnlyList<Because> why) => new(Order, Group, new ScoreLine(
            Indicator, Category, Depth, raw.Worth.Counted, raw.Worth.Points, cap, credited, why, note));
    }

    private bool IsInert(Case chamber) => IsOff || chamber.Chamber.NotApplicable.ContainsKey(Id);

    private bool IsZeroed(Zeroed zeroed) => Array.Exists(_kinds, zeroed.Kinds.Contains);
}
