using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>Says by which fewest activities a chamber reaches the next grade, or becomes eligible for an outcome, were they done
/// today.</summary>
/// <remarks>
/// Pure, and exact: no fewer activities do, and no fewer kinds with as many; what an answer names was scored. What the chamber
/// cannot do itself is never part of it: what stands against peers stays as it is, places and quotas are not promised, and what a
/// panel, an authority or members decide is named as what hinders. Outcomes for reference, and follow-ups, are no goals.
/// </remarks>
public sealed class Advisor
{
    /// <summary>More activities than these are no advice for a day.</summary>
    public const int ActivitiesMax = 40;

    private readonly Ruleset _ruleset;
    private readonly Values _values;
    private readonly Scorecard _now;
    private readonly Trial _trial;
    private readonly AdviceGroup[] _groups;
    private readonly AdviceSolver _solver;
    private readonly DemandReader _reader;
    private readonly IReadOnlySet<KindId> _own;

    /// <param name="ruleset">The ruleset, with the adoption's lists.</param>
    /// <param name="values">Its numbers and switches in force.</param>
    /// <param name="now">The chamber's scorecard as it stands.</param>
    /// <param name="peers">Where the chamber stands among peers, by indicator.</param>
    internal Advisor(Ruleset ruleset, Values values, Scorecard now, Func<Indicator, PeerStanding> peers)
    {
        (_ruleset, _values, _now) = (ruleset, values, now);
        _trial = new Trial(ruleset, values, now.Chamber, peers);
        var found = new StepFinder(ruleset, values, now.Chamber.Reading, now.Card);
        _own = found.Steps.Select(s => s.Kind).ToHashSet();
        var demanded = Demanded();
        _groups = [.. AdviceGroup.Split(ruleset, found.Steps)
            .Select(g => new AdviceGroup(g.Steps, g.Lines, ActivitiesMax, demanded, _trial))];
        _solver = new AdviceSolver(ruleset, values, now.Card, now.Chamber.Reading.Day, _groups, ActivitiesMax);
        _reader = new DemandReader(At(now), _own, _groups.SelectMany(g => g.Lines).SelectMany(WithAround).ToHashSet());
        Steps = found.Steps;
        NotAdvised = [.. new NotAdvisedFinder(ruleset, values, now, found).All()];
    }

    /// <summary>Advice for one of the chambers whose whole facts are at hand.</summary>
    public static Advisor Of(Ruleset ruleset, Values values, Scorecard card, IReadOnlyList<ChamberFacts> chambers)
    {
        var peers = new PeerRanges(ruleset, values, chambers);
        return new Advisor(ruleset, values, card, i => peers.Standing(i, card.Chamber));
    }

    /// <summary>What the chamber can do itself.</summary>
    public IReadOnlyList<AdvisedStep> Steps { get; }

    /// <summary>The lines with room that are never part of advice, in file order, and why.</summary>
    public IReadOnlyList<NotAdvised> NotAdvised { get; }

    /// <summary>Advice for the grade above the one that the chamber has; null where there is none, or it is barred.</summary>
    public Advice? ToNextGrade()
    {
        if (_now.Grade is not { } grade || GradeStage.IndexOf(_ruleset, grade) is var index and 0) return null;
        return ToGrade(_ruleset.Grades[GradeStage.IndexOf(_ruleset, grade) - 1]);
    }

    /// <summary>All advice: to the next grade, then to each outcome in file order.</summary>
    public IEnumerable<Advice> All() => new[] { ToNextGrade() }.OfType<Advice>().Concat(ToOutcomes());

    /// <summary>Advice for a grade by points and limits; quotas decide later.</summary>
    public Advice ToGrade(Grade grade) => Answer(new AdviceGoal.ToGrade(grade), AtLeast(grade.Id));

    /// <summary>Advice for every outcome for which the chamber is not eligible and that is offered to it.</summary>
    public IEnumerable<Advice> ToOutcomes() =>
        from line in _now.Outcomes
        where line.Outcome.Kind is not (OutcomeKind.Reference or OutcomeKind.FollowUp)
            && line.Status is OutcomeStatus.NotEligible or OutcomeStatus.Suspended
        select ToOutcome(line.Outcome);

    /// <summary>Advice for one outcome: eligibility, not a place within its quota.</summary>
    public Advice ToOutcome(Outcome outcome) => Answer(new AdviceGoal.ToOutcome(outcome), Eligible(outcome));

    private AdviceWays Eligible(Outcome outcome)
    {
        var ways = outcome.When is { } when ? Met(when) : AdviceWays.Open;
        foreach (var limit in _now.Limits.Where(l => l.IsOn && (l.Limit.Bars
            || l.Limit.SuspendsAll && outcome.Kind != OutcomeKind.FollowUp || _values.List(l.Limit.Suspends).Contains(outcome.Id))))
            ways = ways.And(_reader.NotHeld(limit.Limit.When));
        return ways;
    }

    /// <summary>A class is the first whose condition is met.</summary>
    private AdviceWays InClass(ClassRule rule) => _ruleset.Classes.TakeWhile(c => c != rule).Select(c => c.When).OfType<Condition>()
        .Select(_reader.NotMet).Append(rule.When is { } when ? _reader.Met(when) : AdviceWays.Open)
        .Aggregate(AdviceWays.Open, (a, b) => a.And(b));

    /// <summary>Conditions on grades and earlier outcomes are read here, as they go back to points and limits.</summary>
    private AdviceWays Met(Condition condition) => condition switch
    {
        Condition.All all => all.Of.Select(Met).Aggregate(AdviceWays.Open, (a, b) => a.And(b)),
        Condition.Any any => any.Of.Select(Met).Aggregate(new AdviceWays([], []), (a, b) => a.Or(b)),
        Condition.GradeAtLeast grade when _ruleset.Grades.Count > 0 => AtLeast(grade.Grade),
        Condition.GradeIs grades when _ruleset.Grades.Count > 0 => _values.List(grades.Grades)
            .Where(g => _ruleset.Grades.Any(known => known.Id == g)).Select(AtLeast)
            .Aggregate(new AdviceWays([], []), (a, b) => a.Or(b)),
        Condition.ClassIs classes => _ruleset.Classes.Where(c => _values.List(classes.Classes).Contains(c.Id)).Select(InClass)
            .Aggregate(new AdviceWays([], []), (a, b) => a.Or(b)),
        Condition.OutcomeIs earlier => Eligible(_ruleset.Outcomes.First(o => o.Id == earlier.Outcome)),
        Condition.LimitedBy { Not: true } limited => _now.Limits
            .Where(l => l.IsOn && _values.List(limited.Limits).Contains(l.Limit.Id)).Select(l => _reader.NotHeld(l.Limit.When))
            .Aggregate(AdviceWays.Open, (a, b) => a.And(b)),
        _ => _reader.Met(condition),
    };

    private AdviceWays AtLeast(string grade)
    {
        var index = GradeStage.IndexOf(_ruleset, grade);
        var (ways, day) = (AdviceWays.Open, _now.Chamber.Reading.Day);
        var downs = new List<Limit>();
        foreach (var limit in _now.Limits.Where(l => l.IsOn).Select(l => l.Limit))
        {
            if (limit.Bars || limit.Ceiling is { } ceiling && GradeStage.IndexOf(_ruleset, ceiling) > index)
                ways = ways.And(_reader.NotHeld(limit.When));
            if (limit.GradesDown is not null) downs.Add(limit);
        }
        return downs.Aggregate(new[] { (Down: 0, Ways: ways) }.AsEnumerable(), (all, limit) => all.SelectMany(known => new[]
        {
            // Either it does not hold then, or more points make up for it.
            (known.Down, known.Ways.And(_reader.NotHeld(limit.When))),
            (known.Down + _values.WholeAt(limit.GradesDown!.Value, day), known.Ways),
        })).Where(w => w.Down <= index)
            .Select(w => w.Ways.And(AdviceWays.Of(AdviceDemand.Nothing with
            {
                Total = index - w.Down == _ruleset.Grades.Count - 1
                    ? Points.Zero : _values.PointsAt(_ruleset.Grades[index - w.Down].From, day),
            })))
            .Aggregate(new AdviceWays([], []), (a, b) => a.Or(b));
    }

    private Advice Answer(AdviceGoal goal, AdviceWays ways)
    {
        var isExact = ways.IsWhole;
        AdviceEntry? best = null;
        foreach (var way in ways.Ways.Where(IsOpen))
        {
            if (_solver.Fewest(way) is not { } entry) continue;
            if (best is { } known && (entry.Activities, entry.Kinds).CompareTo((known.Activities, known.Kinds)) >= 0) continue;
            // What a condition keeps below something may stand in the way of the fewest.
            if (Reaches(entry, goal)) best = entry;
            else isExact = false;
        }
        if (best is not { } found) return new Advice(goal, [], _now.Total, _solver.Most(),
            [.. ways.Hindrances.DistinctBy(h => h.Condition).Select(h => h.Told(_ruleset))], isExact && IsWholeUpTo(ActivitiesMax));
        var done = Done(found.Picks);
        return new Advice(goal, [.. done.Select(d => new AdvisedActivity(d.Step, d.Times))], _now.Total,
            _trial.With(done, () => _trial.Card().Total), [], isExact && IsWholeUpTo(found.Activities));
    }

    /// <summary>Whatever takes fewer activities takes no more of them in any group.</summary>
    private bool IsWholeUpTo(int activities) => _groups.All(g => g.WholeUpTo >= activities);

    /// <summary>What is demanded of events and states that nothing moves cannot come about.</summary>
    private bool IsOpen(AdviceDemand demand) =>
        demand.Events.All(e => _own.Contains(e.Kind)) && demand.States.All(s => _own.Contains(s.Kind));

    private bool Reaches(AdviceEntry entry, AdviceGoal goal) => _trial.With(Done(entry.Picks), () =>
    {
        var then = Evaluator.Alone(
            _ruleset, _values, _now with { Chamber = _now.Chamber with { Reading = _trial.Reading }, Card = _trial.Card() });
        return goal switch
        {
            AdviceGoal.ToGrade to => then.Grade is { } grade
                && GradeStage.IndexOf(_ruleset, grade) <= GradeStage.IndexOf(_ruleset, to.Grade.Id),
            AdviceGoal.ToOutcome to => then.Outcomes.First(o => o.Outcome == to.Outcome) is { IsEligible: true },
            _ => throw new InvalidOperationException("unknown goal"),
        };
    });

    private static IReadOnlyList<(AdvisedStep Step, int Times)> Done(AdvicePick? picks)
    {
        var done = new List<(AdvisedStep, int)>();
        for (var pick = picks; pick is not null; pick = pick.Before)
            for (var i = 0; i < pick.Choice.Times.Length; i++)
                if (pick.Choice.Times[i] > 0) done.Add((pick.Group.Steps[i], pick.Choice.Times[i]));
        return done;
    }

    /// <summary>By kind, the most occurrences that any condition asks for.</summary>
    private Dictionary<KindId, int> Demanded() => _ruleset.Outcomes.Select(o => o.When).Concat(_ruleset.Limits.Select(l => l.When))
        .OfType<Condition>().SelectMany(c => c.SelfAndBelow).OfType<Condition.EventOccurred>().GroupBy(o => o.Event)
        .ToDictionary(g => g.Key, g => g.Max(o => _values.WholeAt(o.AtLeast, _now.Chamber.Reading.Day)));

    /// <summary>A line and the groups of indicators around it.</summary>
    private IEnumerable<string> WithAround(Indicator line) =>
        _ruleset.AllIndicators.Where(i => i.SelfAndBelow.Any(inside => inside.Id == line.Id)).Select(i => i.Id);

    private Situation At(Scorecard card) => new(_ruleset, _values, card.Chamber.Reading, card.Card)
    {
        Attributes = card.Chamber.Attributes,
        Founded = card.Chamber.Founded,
        History = card.Chamber.History,
        LimitsMet = card.Limits.Where(l => l.IsMet).Select(l => l.Limit.Id).ToHashSet(),
        Grade = card.Grade,
        Class = card.Class,
        Rank = card.Places?.Scope,
        Eligible = card.Outcomes.Where(o => o.IsEligible).Select(o => o.Outcome.Id).ToHashSet(),
    };
}
