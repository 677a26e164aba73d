using MicroPoints.Activities;

namespace MicroPoints.Rulesets.Yaml.Tests.Engines;

/// <summary>Says conditions in what every rule engine can say; how facts come about is not asked of them.</summary>
public sealed class Translation(Ruleset ruleset, Values values, KindCatalogue kinds, Period period, DateOnly day)
{
    private readonly FactReaders _facts = new(kinds, period, day);

    public FactSheet Sheet => _facts.Sheet;

    public Decidable Of(Condition condition)
    {
        if (condition.Numbers.Any(n => values.At(n, day) is null))
            return new Decidable(new Formula.Always(false), new Formula.Always(true));
        return condition switch
        {
            Condition.All all => Joined(all.Of, of => new Formula.All(of)),
            Condition.Any any => Joined(any.Of, of => new Formula.Any(of)),
            Condition.NoneOf none => NoneOf(none),
            Condition.AtLeastOf some => Joined(some.Of, of => new Formula.Some(values.WholeAt(some.N, day), of)),
            Condition.Compare { Subject: Subject.Attribute, Id: { } id } attribute => Readable(
                Bounded(_facts.AttributeNumber(id), _facts.AttributeNumber(id), attribute.Bounds), id, _facts.AttributeNumber(id)),
            Condition.Compare compare => Decidable.Sure(Compared(compare)),
            Condition.AttributeDay { Attribute: var id } attribute => Readable(
                Within(_facts.AttributeDay(id), attribute), id, _facts.AttributeDay(id)),
            _ => Decidable.Sure(Leaf(condition)),
        };
    }

    private Decidable Joined(IReadOnlyList<Condition> of, Func<IReadOnlyList<Formula>, Formula> join)
    {
        var inside = of.Select(Of).ToList();
        var met = join([.. inside.Select(d => d.Met)]);
        return new Decidable(met, inside.Any(d => d.CanErr) ? join([.. inside.Select(d => d.Possible)]) : met);
    }

    /// <summary>Surely none where none is possible; possibly none where none is sure.</summary>
    private Decidable NoneOf(Condition.NoneOf none)
    {
        var inside = none.Of.Select(Of).ToList();
        var met = new Formula.Not(new Formula.Any([.. inside.Select(d => d.Possible)]));
        return new Decidable(met, inside.Any(d => d.CanErr) ? new Formula.Not(new Formula.Any([.. inside.Select(d => d.Met)])) : met);
    }

    /// <summary>A text that is no number or day leaves its comparison open.</summary>
    private Decidable Readable(Formula met, string attribute, int read) => new(met, new Formula.Any(
        [met, new Formula.All([new Formula.Known(_facts.AttributeText(attribute)), Not(new Formula.Known(read), true)])]));

    private Formula Leaf(Condition condition) => condition switch
    {
        Condition.GradeAtLeast grade => new Formula.OneOf(_facts.Grade, GradesFrom(grade.Grade)),
        Condition.GradeIs grades => new Formula.OneOf(_facts.Grade, values.List(grades.Grades)),
        Condition.ClassIs classes => new Formula.OneOf(_facts.Class, values.List(classes.Classes)),
        Condition.StateIs state => new Formula.Holds(_facts.State(state.State), values.List(state.Is)),
        Condition.StateMissing missing => Not(new Formula.Known(_facts.LatestRecord(missing.State)), missing.Missing),
        Condition.StateHeldFor held => new Formula.Compare(
            _facts.HeldSince(held.State, values.List(held.Is)), Relation.AtMost, LatestSince(held.AtLeast)),
        Condition.EventOccurred occurred => new Formula.Compare(
            _facts.Occurrences(occurred.Event, occurred.Is is { } ids ? values.List(ids) : null,
                Math.Max(1, values.WholeAt(occurred.Periods, day))), Relation.AtLeast, values.At(occurred.AtLeast, day)!.Value),
        Condition.AttributeIs attribute => new Formula.OneOf(_facts.AttributeText(attribute.Attribute), values.List(attribute.Is)),
        Condition.AttributeMissing missing => Not(new Formula.Known(_facts.AttributeText(missing.Attribute)), missing.Missing),
        Condition.LimitedBy limited => Not(new Formula.Holds(_facts.Limits, values.List(limited.Limits)), limited.Not),
        Condition.RankAtMost rank => new Formula.Compare(_facts.Rank, Relation.AtMost, values.WholeAt(rank.Place, day)),
        Condition.OutcomeIs outcome => new Formula.Holds(_facts.Eligible, [outcome.Outcome]),
        Condition.SilentFor silent => Silent(silent),
        Condition.History history => AtLeast(values.WholeAt(history.AtLeast, day),
            [.. Enumerable.Range(0, values.WholeAt(history.Within, day)).Select(back => Earlier(history, back))]),
        _ => throw new InvalidOperationException("unknown condition"),
    };

    /// <summary>One or all of them needs no counting, which costs json-rules-engine a rule each.</summary>
    private static Formula AtLeast(int number, IReadOnlyList<Formula> of) => number == 1 ? new Formula.Any(of)
        : number == of.Count ? new Formula.All(of) : new Formula.Some(number, of);

    private Formula Earlier(Condition.History history, int back) => history.Grades is { } grades
        ? new Formula.OneOf(_facts.EarlierGrade(back), values.List(grades))
        : new Formula.Holds(_facts.EarlierOutcomes(back), values.List(history.Outcomes!));

    private Formula Silent(Condition.SilentFor silent)
    {
        var quarter = Calendar.QuarterStart(day);
        var from = (day == quarter.AddMonths(3).AddDays(-1) ? day.AddDays(1) : quarter)
            .AddMonths(-3 * values.WholeAt(silent.Quarters, day));
        var asked = silent.Kinds is { } ids
            ? values.List(ids).Where(KindId.IsValid).Select(k => new KindId(k)) : ruleset.AllIndicators.SelectMany(i => i.CountedKinds);
        return new Formula.All(
        [
            new Formula.Not(new Formula.Compare(_facts.Founded, Relation.AtLeast, from.DayNumber + 1)),
            new Formula.Not(new Formula.Compare(_facts.LatestEvent([.. asked.Distinct()]), Relation.AtLeast, from.DayNumber)),
        ]);
    }

    private Formula Compared(Condition.Compare compare) => compare.Subject == Subject.Rate
        ? Bounded(_facts.Percent(compare.Id!, up: false), _facts.Percent(compare.Id!, up: true), compare.Bounds)
        : Bounded(_facts.Points(compare.Subject, compare.Id), _facts.Points(compare.Subject, compare.Id), compare.Bounds);

    /// <summary>A fraction of hundredths reaches a bound where its floor does, and stays within one where its ceiling does.</summary>
    private Formula Bounded(int floor, int ceiling, Bounds bounds)
    {
        List<Formula> all = [];
        if (bounds.AtLeast is { } least) all.Add(new Formula.Compare(floor, Relation.AtLeast, values.At(least, day)!.Value));
        if (bounds.AtMost is { } most) all.Add(new Formula.Compare(ceiling, Relation.AtMost, values.At(most, day)!.Value));
        if (bounds.Below is { } below) all.Add(new Formula.Compare(floor, Relation.Below, values.At(below, day)!.Value));
        return new Formula.All(all);
    }

    private static Formula Within(int fact, Condition.AttributeDay bounds)
    {
        List<Formula> all = [];
        if (bounds.AtLeast is { } least) all.Add(new Formula.Compare(fact, Relation.AtLeast, least.DayNumber));
        if (bounds.AtMost is { } most) all.Add(new Formula.Compare(fact, Relation.AtMost, most.DayNumber));
        if (bounds.Below is { } below) all.Add(new Formula.Compare(fact, Relation.Below, below.DayNumber));
        return new Formula.All(all);
    }

    private static Formula Not(Formula formula, bool not) => not ? new Formula.Not(formula) : formula;

    private List<string> GradesFrom(string lowest) =>
        [.. ruleset.Grades.Select(g => g.Id).Take(ruleset.Grades.TakeWhile(g => g.Id != lowest).Count() + 1)];

    /// <summary>The latest day since which a state has held long enough.</summary>
    private long LatestSince(Duration atLeast)
    {
        var since = day;
        while (atLeast.AfterStart(since) > day) since = since.AddDays(-1);
        return since.DayNumber;
    }
}
