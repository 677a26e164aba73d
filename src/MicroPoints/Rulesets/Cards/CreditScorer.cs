using MicroPoints.Activities;

namespace MicroPoints.Rulesets;

/// <summary>Says what one activity adds under one ruleset, scoring no more lines than it can reach.</summary>
/// <param name="ruleset">The ruleset, with the adoption's lists.</param>
/// <param name="values">Its numbers and switches in force.</param>
/// <param name="kinds">What each kind means.</param>
public sealed class CreditScorer(Ruleset ruleset, Values values, KindCatalogue kinds)
{
    private static readonly IReadOnlyDictionary<string, string> AllApply = new Dictionary<string, string>();
    private static readonly IReadOnlySet<KindId> NoKinds = new HashSet<KindId>();

    private readonly CardScorer _cards = new(ruleset, values);
    private readonly IndicatorTraits _traits = new(ruleset, values);
    private readonly Dictionary<KindId, Reach> _reach = kinds.Kinds.ToDictionary(k => k.Id, k => Reach.Of(ruleset, k.Id));
    private readonly Deduction[] _zeroing = [.. ruleset.Deductions.Where(d => d.ZeroesByKey || d.ZeroesKinds.Count > 0)];

    public Ruleset Ruleset { get; } = ruleset;

    /// <summary>The lines that an activity changes, and those that it would change were it within bounds.</summary>
    /// <param name="tally">The chamber's tally as it stands; the same again when this returns.</param>
    /// <param name="fact">The activity's fact.</param>
    /// <param name="folded">Whether the tally holds the fact.</param>
    /// <param name="today">The day of the question. A state is read today; an event in its own period.</param>
    /// <param name="notApplicable">Indicators that do not apply to the chamber in a period, with the decisions' reasons.</param>
    public IReadOnlyList<CreditLine> Of(Tally tally, StandingFact fact, bool folded, DateOnly today,
        Func<Period, IReadOnlyDictionary<string, string>> notApplicable)
    {
        if (!_reach.TryGetValue(fact.Fact.Kind, out var reach) || reach.IsNothing) return [];
        var period = Period.Containing(fact.Fact.Nature == Nature.State ? today : fact.Fact.On.Last, Ruleset.Period);
        var reading = new TallyReading(tally, kinds, period, today < period.LastDay ? today : period.LastDay);
        var inert = Ruleset.WithInside(notApplicable(period));
        // Unless it reaches everything, the fact is none that a deduction zeroes by.
        var zeroed = reach.IsEverything ? NoKinds : Zeroed(reading);
        IReadOnlyList<Scored> with, without;
        if (folded)
        {
            with = Score(reading, reach, inert, zeroed);
            tally.Remove(fact);
            try { without = Score(reading, reach, inert, zeroed); }
            finally { tally.Add(fact); }
        }
        else
        {
            without = Score(reading, reach, inert, zeroed);
            tally.Add(fact);
            try { with = Score(reading, reach, inert, zeroed); }
            finally { tally.Remove(fact); }
        }
        return Difference(with, without, Alone(fact, with, reading, reach));
    }

    private readonly record struct Scored(
        string Id, Title Title, Fraction Counted, Points Raw, Points Points, Points? Cap, IReadOnlyList<Because> Because);

    private List<CreditLine> Difference(
        IReadOnlyList<Scored> with, IReadOnlyList<Scored> without, IReadOnlyList<Scored>? alone)
    {
        var lines = new List<CreditLine>();
        for (var i = 0; i < with.Count; i++)
        {
            var (one, other) = (with[i], without[i]);
            if (one.Raw == other.Raw && one.Points == other.Points && one.Counted.Equals(other.Counted)
                && alone?[i].Because.Contains(Because.OutOfBounds) != true) continue;
            var (raw, points) = (one.Raw - other.Raw, one.Points - other.Points);
            lines.Add(new CreditLine(Ruleset.Name, one.Id, one.Title, raw, points, one.Cap, one.Because.Count == 0
                ? one.Because : [.. one.Because.Where(b => Concerns(b, i, raw != points))]));
        }
        return lines;

        // A line's other reasons, such as that it does not apply, hold for whatever is recorded under it.
        bool Concerns(Because because, int i, bool cut) => because switch
        {
            Because.OutOfBounds or Because.NotInForce => alone?[i].Because.Contains(because) == true,
            Because.CapReached or Because.FloorReached => cut,
            Because.Overflowed => cut && with.Zip(without).Any(
                l => l.First.Id == TargetOf(with[i].Id) && l.First.Raw != l.Second.Raw),
            _ => true,
        };
    }

    private string? TargetOf(string indicator) => Ruleset.AllIndicators.First(i => i.Id == indicator).Overflow?.To;

    private List<Scored> Score(
        TallyReading reading, Reach reach, IReadOnlyDictionary<string, string> inert, IReadOnlySet<KindId> zeroed)
    {
        var lines = new List<Scored>();
        if (reach.IsEverything)
        {
            var card = _cards.Score(reading, inert, _ => default);
            foreach (var line in card.Lines)
                if (!line.Indicator.IsGroup) lines.Add(Of(line));
            foreach (var line in card.Deductions) lines.Add(Of(line));
            return lines;
        }
        var scorer = new IndicatorScorer(_traits, reading, values, inert, zeroed, _ => default);
        foreach (var indicator in reach.Indicators) lines.Add(Of(scorer.ScoreAlone(indicator)));
        foreach (var deduction in reach.Deductions) lines.Add(Of(DeductionScorer.Score(deduction, reading, values)));
        return lines;
    }

    /// <summary>The lines as if the fact were the only one, where reasons are about single facts: an award out of a
    /// ruleset's bounds counts nothing there, and who records it is told so; who records another is not.</summary>
    private List<Scored>? Alone(StandingFact fact, IReadOnlyList<Scored> with, TallyReading reading, Reach reach)
    {
        if (fact.Fact.Measured.Type != MeasureType.Points && !with.Any(l => l.Because.Contains(Because.NotInForce))) return null;
        var alone = new Tally();
        alone.Add(fact);
        return Score(new TallyReading(alone, kinds, reading.Period, reading.Day), reach, AllApply, NoKinds);
    }

    private IReadOnlySet<KindId> Zeroed(TallyReading reading)
    {
        HashSet<KindId>? zeroed = null;
        foreach (var deduction in _zeroing)
        {
            // Most chambers have none of what is counted. A state, and only a state, may hold though it was never recorded.
            if (deduction.While is null && !deduction.Counts.Any(c => CountsUnrecorded(c) || reading.HasAny([c.Kind]))) continue;
            (zeroed ??= []).UnionWith(DeductionScorer.ZeroedKinds(DeductionScorer.Score(deduction, reading, values), reading));
        }
        return zeroed ?? NoKinds;
    }

    private bool CountsUnrecorded(Counted counted) => kinds[counted.Kind].WhenMissing is not null;

    private static Scored Of(ScoreLine line) => new(
        line.Indicator.Id, line.Indicator.Title, line.Counted, line.Raw, line.Points, line.Cap, line.Because);

    private static Scored Of(DeductionLine line) => new(
        line.Deduction.Id, line.Deduction.Title, line.Counted, line.Raw, line.Points, line.Cap, line.Because);

    /// <summary>The lines that facts of a kind can change.</summary>
    private sealed record Reach(bool IsEverything, IReadOnlyList<Indicator> Indicators, IReadOnlyList<Deduction> Deductions)
    {
        public bool IsNothing => !IsEverything && Indicators.Count == 0 && Deductions.Count == 0;

        public static Reach Of(Ruleset ruleset, KindId kind)
        {
            Deduction[] deductions =
                [.. ruleset.Deductions.Where(d => d.Counts.Any(c => c.Kind == kind) || d.While?.State == kind)];
            // Zeroing and overflow reach lines that do not count the kind themselves.
            var everything = deductions.Any(d => d.ZeroesByKey || d.ZeroesKinds.Count > 0)
                || ruleset.AllIndicators.Any(i => i.Overflow is not null && i.Leaves.Any(l => l.CountedKinds.Contains(kind)));
            return new Reach(everything, [.. ruleset.Leaves.Where(i => i.CountedKinds.Contains(kind))], deductions);
        }
    }
}
