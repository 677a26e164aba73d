namespace MicroPoints.Rulesets.Yaml.Checks;

/// <summary>What can be said of a condition without a chamber.</summary>
internal enum Verdict
{
    Open = 0,
    Never = 1,
    Always = 2,
}

/// <summary>Decides conditions by what points, grades, classes, limits and outcomes a ruleset leaves possible.</summary>
/// <remarks>
/// Cautious: what a region sets, what facts decide and bounds that contradict each other (reported where they stand) stay
/// open. A line with <c>enabled-by</c> can be off, so it never holds always.
/// </remarks>
internal sealed class Verdicts(Check check, Reach reach)
{
    private const long Hundred = 100 * 100;
    private readonly Dictionary<string, Verdict> _lines = new(StringComparer.Ordinal);

    public Verdict Of(Limit limit) => Line(limit.Id, () => Of(limit.When), limit.EnabledBy);

    public Verdict Of(ClassRule rule) => Line(rule.Id, () => rule.When is { } when ? Of(when) : Verdict.Open, null);

    /// <summary>That it may be suspended, off or filled never makes an outcome certain.</summary>
    public Verdict Of(Outcome outcome) =>
        Line(outcome.Id, () => outcome.When is { } when ? Of(when) : Verdict.Open, outcome.EnabledBy);

    public Verdict Of(Condition condition) => condition switch
    {
        Condition.All c => All(c.Of),
        Condition.Any c => Not(All(c.Of, Of: i => Not(Of(i)))),
        Condition.NoneOf c => All(c.Of, Of: i => Not(Of(i))),
        Condition.AtLeastOf c => AtLeastOf(c),
        Condition.Compare c => Compare(c),
        Condition.GradeAtLeast c => Grades([c.Grade], orHigher: true),
        Condition.GradeIs { Grades.Reference: null } c => Grades(c.Grades.Literal, orHigher: false),
        Condition.ClassIs { Classes.Reference: null } c => Classes(c.Classes.Literal),
        Condition.LimitedBy { Limits.Reference: null } c => c.Not ? Not(Limited(c.Limits.Literal)) : Limited(c.Limits.Literal),
        Condition.OutcomeIs c => check.Ruleset.Outcomes.FirstOrDefault(o => o.Id == c.Outcome) is { } outcome
            && Of(outcome) == Verdict.Never ? Verdict.Never : Verdict.Open,
        _ => Verdict.Open,
    };

    /// <summary>Where the points of a comparison lie; a null bound is open.</summary>
    public (long? Least, long? Most) Range(Condition.Compare compare) => compare.Subject switch
    {
        Subject.Total => (0, reach.BoundOfTotal),
        Subject.Category => (0, check.Ruleset.Categories.FirstOrDefault(c => c.Id == compare.Id) is { } c
            ? reach.Bound(c) : null),
        Subject.Indicator => (0, check.Ruleset.AllIndicators.FirstOrDefault(i => i.Id == compare.Id) is { } i
            ? reach.Of(i) : null),
        Subject.Deduction => (check.Ruleset.Deductions.FirstOrDefault(d => d.Id == compare.Id)?.Cap is
        { Reference: null } cap ? cap.Hundredths : null, 0),
        Subject.Rate => (0, Hundred),
        _ => (null, null),
    };

    // A line that asks for itself was reported; while it is being decided it stays open.
    private Verdict Line(string id, Func<Verdict> decide, string? enabledBy)
    {
        if (_lines.TryGetValue(id, out var known)) return known;
        _lines[id] = Verdict.Open;
        var verdict = decide();
        return _lines[id] = enabledBy is not null && verdict == Verdict.Always ? Verdict.Open : verdict;
    }

    private Verdict All(IReadOnlyList<Condition> parts, Func<Condition, Verdict>? Of = null)
    {
        var verdicts = parts.Select(Of ?? this.Of).ToList();
        return verdicts.Contains(Verdict.Never) ? Verdict.Never
            : verdicts.All(v => v == Verdict.Always) ? Verdict.Always : Verdict.Open;
    }

    private static Verdict Not(Verdict verdict) => verdict switch
    {
        Verdict.Never => Verdict.Always,
        Verdict.Always => Verdict.Never,
        _ => Verdict.Open,
    };

    private Verdict AtLeastOf(Condition.AtLeastOf some)
    {
        if (some.N.Reference is not null || some.N.Hundredths > 100L * some.Of.Count) return Verdict.Open;
        var verdicts = some.Of.Select(Of).ToList();
        if (100L * verdicts.Count(v => v != Verdict.Never) < some.N.Hundredths) return Verdict.Never;
        return 100L * verdicts.Count(v => v == Verdict.Always) >= some.N.Hundredths ? Verdict.Always : Verdict.Open;
    }

    private Verdict Compare(Condition.Compare compare)
    {
        var (least, most) = Range(compare);
        var (from, to, under) = (ValuesOf(compare.Bounds.AtLeast), ValuesOf(compare.Bounds.AtMost), ValuesOf(compare.Bounds.Below));
        if (from?.Min() > most || to?.Max() < least || under?.Max() <= least) return Verdict.Never;
        // A chamber without facts has no percent, and an open bound says nothing.
        if (compare.Subject is Subject.Rate or Subject.Attribute) return Verdict.Open;
        var (b, covered) = (compare.Bounds, true);
        if (b.AtLeast is not null) covered &= from?.Max() <= least;
        if (b.AtMost is not null) covered &= to?.Min() >= most;
        if (b.Below is not null) covered &= under?.Min() > most;
        return covered ? Verdict.Always : Verdict.Open;
    }

    /// <summary>Null where a region sets the number.</summary>
    private IReadOnlyList<long>? ValuesOf(Number? number) =>
        number is { } given && check.MostOf(given) is not null ? check.ValuesOf(given) : null;

    private Verdict Grades(IReadOnlyList<string> named, bool orHigher)
    {
        var grades = check.Ruleset.Grades;
        if (grades.Count == 0 || named.Any(n => grades.All(g => g.Id != n))) return Verdict.Open;
        var reached = Enumerable.Range(0, grades.Count).Where(i => IsReached(grades, i)).ToList();
        var wanted = named.Select(n => grades.ToList().FindIndex(g => g.Id == n)).ToList();
        var met = reached.Where(i => orHigher ? i <= wanted[0] : wanted.Contains(i)).ToList();
        return met.Count == 0 ? Verdict.Never : met.Count == reached.Count ? Verdict.Always : Verdict.Open;
    }

    /// <summary>By points, or by a limit or quota that takes grades down to it.</summary>
    private bool IsReached(IReadOnlyList<Grade> grades, int index)
    {
        if (reach.BoundOfTotal is { } most && ValuesOf(grades[index].From) is { Count: > 0 } from && from.Min() > most)
            return false;
        return check.Ruleset.Limits.All(l => l.Ceiling is not { } ceiling || l.EnabledBy is not null
            || Of(l) != Verdict.Always || index >= grades.ToList().FindIndex(g => g.Id == ceiling));
    }

    private Verdict Classes(IReadOnlyList<string> named)
    {
        var rules = check.Ruleset.Classes.Where(c => named.Contains(c.Id)).ToList();
        return rules.Count == named.Count && rules.All(r => Of(r) == Verdict.Never) ? Verdict.Never : Verdict.Open;
    }

    /// <summary>Met where any of the limits holds.</summary>
    private Verdict Limited(IReadOnlyList<string> named)
    {
        var limits = check.Ruleset.Limits.Where(l => named.Contains(l.Id)).ToList();
        if (limits.Count != named.Count) return Verdict.Open;
        return limits.Any(l => Of(l) == Verdict.Always) ? Verdict.Always
            : limits.All(l => Of(l) == Verdict.Never) ? Verdict.Never : Verdict.Open;
    }
}
