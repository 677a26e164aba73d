using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>Explains a scorecard in full: each line from its facts to its points, each condition operand by operand, and what others
/// have to do with it. Pure, and asked after the evaluation, which keeps none of this.</summary>
internal sealed class Tracer
{
    private readonly CompiledRuleset _compiled;
    private readonly PointsTable _table;
    private readonly Scorecard _card;
    private readonly ValueWatch _watch;
    private readonly CutTracer _cuts;
    private readonly RawTracer _raw;
    private readonly ConditionTracer _conditions;
    private readonly StandingTracer _standing;

    public Tracer(CompiledRuleset compiled, PointsTable table, Scorecard card)
    {
        (_compiled, _table, _card, _watch) = (compiled, table, card, new ValueWatch(compiled.Values, card.Chamber.Reading.Day));
        _cuts = new CutTracer(compiled.Ruleset, card, _watch);
        _raw = new RawTracer(card.Chamber.Reading, compiled.Values);
        _conditions = new ConditionTracer(_watch);
        var row = table.RowOf(card.Id) ?? throw new InvariantException($"{card.Id} is not in the table");
        _standing = new StandingTracer(compiled, table, row);
    }

    private Ruleset Ruleset => _compiled.Ruleset;

    public ScorecardTrace Trace()
    {
        // As the classes were asked: before places, quotas and outcomes.
        var early = Evaluator.Draft(Ruleset, _compiled.Values, _card.Chamber, _card.Card);
        var categories = _card.Card.Categories.Select(_cuts.Of).ToList();
        var total = _cuts.Total();
        return new ScorecardTrace(_card, Lines(categories, total), categories, [.. _card.Card.Deductions.Select(Deduction)], total,
            Limits(early), Grade(early), [.. Classes(early)], _standing.Ranking(_card), [.. Outcomes(early)]);
    }

    private List<LineTrace> Lines(IReadOnlyList<CategoryTrace> categories, TotalTrace total)
    {
        var scored = _card.Card.Lines.ToDictionary(l => l.Indicator.Id, Score);
        var overflows = _card.Card.Lines.Select(l => OverflowOf(l, scored[l.Indicator.Id].Engine)).ToList();
        var cuts = _card.Card.Lines.Select(l =>
        {
            var own = _cuts.Of(l);
            return (Cuts: own, Values: _watch.Take());
        }).ToList();
        return [.. _card.Card.Lines.Select((line, i) =>
        {
            var (raw, _, values) = scored[line.Indicator.Id];
            var terms = line.Indicator.IsGroup ? Inside(line) : [.. raw.Terms, .. Overflowing(line, overflows)];
            return new LineTrace(line, raw.Facts, terms, Joined(values, cuts[i].Values), cuts[i].Cuts,
                [.. Around(line, cuts.Select(c => c.Cuts).ToList()),
                    .. categories.Where(c => c.Line.Category.Id == line.Category).SelectMany(c => c.Cuts),
                    .. IsBonus(line) ? total.BonusCuts : total.BaseCuts])
            {
                Reach = raw.Reach, Comparison = raw.Comparison, Overflow = overflows[i],
            };
        })];
    }

    /// <summary>The line once more as the evaluation scored it, watching which values it reads, and taken apart.</summary>
    private (TracedRaw Raw, Raw Engine, IReadOnlyList<TracedValue> Values) Score(ScoreLine line)
    {
        var (indicator, reading) = (line.Indicator, _card.Chamber.Reading);
        if (indicator.IsGroup) return (TracedRaw.Nothing, Raw.Of(Fraction.OfPoints(line.Raw), line.Raw), []);
        var peers = _table.Peers.Standing(indicator, _card.Chamber);
        var engine = Scoring.Of(indicator, reading, _watch.Values, peers);
        return (_raw.Of(indicator, peers, _table.Peers.Count(indicator)), engine, _watch.Take());
    }

    private TracedOverflow? OverflowOf(ScoreLine line, Raw raw)
    {
        if (line.Indicator.Overflow is not { } overflow || line.Cap is not { } cap
            || !line.Because.Contains(Because.Overflowed)) return null;
        var points = OverflowScorer.Over(overflow, line.Raw == raw.Points ? raw : Raw.Of(line.Counted, line.Raw), cap, _compiled.Values);
        return new TracedOverflow(overflow.To, points);
    }

    private IEnumerable<TracedTerm> Overflowing(ScoreLine target, IReadOnlyList<TracedOverflow?> overflows) =>
        from pair in _card.Card.Lines.Zip(overflows)
        where pair.Second?.To == target.Indicator.Id
        select new TracedTerm(pair.First.Indicator.Id, Fraction.Whole(1), pair.Second.Points, pair.Second.Points);

    private IReadOnlyList<TracedTerm> Inside(ScoreLine group) => [.. group.Indicator.Indicators
        .Select(i => _card.Card.Line(i.Id)!).Select(l => new TracedTerm(l.Indicator.Id, Fraction.Whole(1), l.Points, l.Points))];

    /// <summary>What the groups around a line cut of their own sums.</summary>
    private IEnumerable<TracedCut> Around(ScoreLine line, IReadOnlyList<IReadOnlyList<TracedCut>> cuts) => _card.Card.Lines
        .Zip(cuts).Where(l => l.First.Indicator.IsGroup && l.First.Depth < line.Depth
            && l.First.Indicator.SelfAndBelow.Any(i => i.Id == line.Indicator.Id)).Reverse().SelectMany(l => l.Second);

    private bool IsBonus(ScoreLine line) => Ruleset.Categories.First(c => c.Id == line.Category).Bonus;

    private DeductionTrace Deduction(DeductionLine line)
    {
        var isOn = _compiled.Values.IsOn(line.Deduction.EnabledBy);
        if (isOn) _ = DeductionScorer.Score(line.Deduction, _card.Chamber.Reading, _watch.Values);
        var raw = isOn ? _raw.Of(line.Deduction) : TracedRaw.Nothing;
        var cuts = _cuts.Of(line);
        return new DeductionTrace(line, raw.Facts, raw.Terms, _watch.Take(), cuts, _cuts.ZeroedBy(line));
    }

    private List<LimitTrace> Limits(ScorecardDraft early)
    {
        var at = early.Situation with { LimitsMet = null, Grade = null, Class = null };
        return [.. _card.Limits.Select(l => new LimitTrace(l, _conditions.Trace(l.Finding, at)))];
    }

    private GradeTrace? Grade(ScorecardDraft early)
    {
        if (Ruleset.Grades.Count == 0) return null;
        var (values, day) = (_watch.Values, _card.Chamber.Reading.Day);
        var from = Ruleset.Grades.Select(g => (g.Id, Least: values.PointsAt(g.From, day)))
            .Select(g => new TracedGrade(g.Id, g.Least, _card.Total >= g.Least)).ToList();
        var lowered = _card.Limits.Where(l => l.IsMet && (l.Limit.GradesDown is not null || l.Limit.Ceiling is not null))
            .Select(l => new TracedLowering(l.Limit.Id, l.Limit.GradesDown is { } down ? values.WholeAt(down, day) : 0, l.Limit.Ceiling));
        return new GradeTrace(from, _card.GradeByPoints!, [.. lowered], early.Grade,
            _card.BarredBy is null ? _standing.GradeQuotas() : [], _card.Grade, _watch.Take());
    }

    private IEnumerable<ClassTrace> Classes(ScorecardDraft early)
    {
        if (_card.BarredBy is not null) yield break;
        var at = early.Situation with { Class = null };
        foreach (var rule in Ruleset.Classes)
        {
            var condition = rule.When is { } when ? _conditions.Trace(ConditionEvaluator.Evaluate(when, at), at) : null;
            yield return new ClassTrace(rule, condition);
            if (condition?.Finding.Verdict != Verdict.NotMet) yield break;
        }
    }

    private IEnumerable<OutcomeTrace> Outcomes(ScorecardDraft early)
    {
        var at = early.Situation with { Grade = _card.Grade, Class = _card.Class, Rank = _card.Places?.Scope };
        for (var i = 0; i < _card.Outcomes.Count; i++)
        {
            var line = _card.Outcomes[i];
            yield return new OutcomeTrace(line, line.Finding is { } finding ? _conditions.Trace(finding, at) : null,
                [.. SuspendedBy(line.Outcome)], _standing.QuotaOf(i));
            if (line.IsEligible) at = at with { Eligible = at.Eligible.Append(line.Outcome.Id).ToHashSet() };
        }
    }

    private IEnumerable<string> SuspendedBy(Outcome outcome) => _card.Limits.Where(l => l.IsMet && (l.Limit.Bars
        || l.Limit.SuspendsAll && outcome.Kind != OutcomeKind.FollowUp
        || _compiled.Values.List(l.Limit.Suspends).Contains(outcome.Id))).Select(l => l.Limit.Id);

    private static IReadOnlyList<TracedValue> Joined(IReadOnlyList<TracedValue> one, IReadOnlyList<TracedValue> other) =>
        other.Count == 0 ? one : [.. one.Concat(other).GroupBy(v => (v.Id, v.From)).Select(g => g.First() with
        {
            FirstRead = g.Min(v => v.FirstRead), LastRead = g.Max(v => v.LastRead),
        })];
}
