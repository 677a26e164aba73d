using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>Compiles a ruleset's conditions for a table's rows.</summary>
internal sealed class TableConditions
{
    private readonly Situation _without;
    private readonly KeptLines _kept;
    private readonly Dictionary<Condition, int> _indexes = new(ReferenceEqualityComparer.Instance);
    private readonly List<FactCondition> _facts = [];

    /// <param name="without">A chamber of which nothing is known, under the ruleset and on the reading day.</param>
    /// <param name="kept">Takes the lines that conditions name.</param>
    public TableConditions(Situation without, KeptLines kept)
    {
        (_without, _kept) = (without, kept);
        var all = Ruleset.Limits.Select(l => l.When).Concat(Ruleset.Classes.Select(c => c.When))
            .Concat(Ruleset.Outcomes.Select(o => o.When)).OfType<Condition>().SelectMany(c => c.SelfAndBelow);
        // How much a row keeps must be known before any condition is compiled.
        foreach (var condition in all)
            if (FactCondition.IsOne(condition) && IsInForce(condition) && _indexes.TryAdd(condition, _facts.Count))
                _facts.Add(new FactCondition(condition, without));
            else if (condition is Condition.Compare { Subject: Subject.Indicator or Subject.Deduction } compare)
                kept.IndexOf(compare.Id!, compare.Subject == Subject.Deduction);
    }

    /// <summary>Conditions to be decided while a chamber's facts are at hand.</summary>
    public IReadOnlyList<FactCondition> Facts => _facts;
    public int FactCount => _facts.Count;

    private Ruleset Ruleset => _without.Ruleset;

    /// <summary>The condition for a table's rows; null is met by every chamber.</summary>
    public TableCondition Compile(Condition? condition)
    {
        if (condition is null) return new TableCondition.Always(Verdict.Met);
        if (!IsInForce(condition)) return new TableCondition.Always(Verdict.Error);
        if (_indexes.TryGetValue(condition, out var index)) return new TableCondition.OnFacts(index, FactCount);
        return condition switch
        {
            Condition.All all => new TableCondition.Joined(Inside(all.Of), all.Of.Count),
            Condition.Any any => new TableCondition.Joined(Inside(any.Of), 1),
            Condition.NoneOf none => new TableCondition.NoneOf(Inside(none.Of)),
            Condition.AtLeastOf some => new TableCondition.Joined(Inside(some.Of), _without.Values.WholeAt(some.N, _without.Day)),
            Condition.Compare compare => InBounds(compare),
            Condition.GradeAtLeast grade => new TableCondition.GradeIn(
                Indexes(Ruleset.Grades, (_, i) => i <= (GradeAt(grade.Grade) is >= 0 and var at ? at : int.MaxValue))),
            Condition.GradeIs grades => new TableCondition.GradeIn(
                Indexes(Ruleset.Grades, (g, _) => _without.Values.List(grades.Grades).Contains(g.Id))),
            Condition.ClassIs classes => new TableCondition.ClassIn(
                Indexes(Ruleset.Classes, (c, _) => _without.Values.List(classes.Classes).Contains(c.Id))),
            Condition.LimitedBy limited => new TableCondition.LimitedBy(
                [.. Indexes(Ruleset.Limits, (l, _) => _without.Values.List(limited.Limits).Contains(l.Id))],
                Ruleset.Limits.Count, limited.Not),
            Condition.RankAtMost rank => new TableCondition.RankAtMost(_without.Values.WholeAt(rank.Place, _without.Day)),
            Condition.OutcomeIs outcome => new TableCondition.EligibleFor(
                Indexes(Ruleset.Outcomes, (o, _) => o.Id == outcome.Outcome).DefaultIfEmpty(-1).First()),
            _ => throw new InvalidOperationException("unknown condition"),
        };
    }

    private TableCondition[] Inside(IReadOnlyList<Condition> of) => [.. of.Select(Compile)];

    private TableCondition.InBounds InBounds(Condition.Compare compare)
    {
        var (column, index, count) = ColumnOf(compare);
        return new TableCondition.InBounds(column, index, count, At(compare.Bounds.AtLeast) ?? long.MinValue,
            Math.Min(At(compare.Bounds.AtMost) ?? long.MaxValue, At(compare.Bounds.Below) is { } below ? below - 1 : long.MaxValue));
    }

    private (Func<PointsTable, long[]> Column, int Index, int Count) ColumnOf(Condition.Compare compare) => compare.Subject switch
    {
        Subject.Total => (t => t.Totals, 0, 1),
        Subject.Category => (t => t.Categories, Indexes(Ruleset.Categories, (c, _) => c.Id == compare.Id).First(),
            Ruleset.Categories.Count),
        Subject.Indicator or Subject.Deduction => (t => t.Kept,
            _kept.IndexOf(compare.Id!, compare.Subject == Subject.Deduction), _kept.Count),
        _ => throw new InvalidOperationException("unknown subject"),
    };

    private long? At(Number? number) => number is { } some ? _without.Values.At(some, _without.Day) : null;

    private bool IsInForce(Condition condition) => condition.Numbers.All(n => _without.Values.At(n, _without.Day) is not null);

    private int GradeAt(string id) => Indexes(Ruleset.Grades, (g, _) => g.Id == id).DefaultIfEmpty(-1).First();

    private static HashSet<int> Indexes<T>(IReadOnlyList<T> list, Func<T, int, bool> matches) =>
        [.. Enumerable.Range(0, list.Count).Where(i => matches(list[i], i))];
}
