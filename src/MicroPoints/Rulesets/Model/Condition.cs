namespace MicroPoints.Rulesets;

/// <summary>What a comparison reads.</summary>
public enum Subject
{
    Total = 1,
    Category = 2,
    Indicator = 3,
    Deduction = 4,
    Rate = 5,
    Attribute = 6,
}

/// <summary>Bounds on a number; all that are given must hold.</summary>
public sealed record Bounds(Number? AtLeast, Number? AtMost, Number? Below);

/// <summary>A condition over facts and earlier stages of the evaluation. Each renders as one sentence met and one not met.</summary>
public abstract record Condition
{
    private Condition() { }

    public sealed record All(IReadOnlyList<Condition> Of) : Condition;
    public sealed record Any(IReadOnlyList<Condition> Of) : Condition;
    public sealed record NoneOf(IReadOnlyList<Condition> Of) : Condition;
    public sealed record AtLeastOf(Number N, IReadOnlyList<Condition> Of) : Condition;

    /// <summary>A total, category, indicator, deduction, percent or number attribute within bounds.</summary>
    public sealed record Compare(Subject Subject, string? Id, Bounds Bounds) : Condition;
    public sealed record GradeAtLeast(string Grade) : Condition;
    public sealed record GradeIs(Ids Grades) : Condition;
    public sealed record ClassIs(Ids Classes) : Condition;
    public sealed record StateIs(KindId State, Ids Is) : Condition;
    public sealed record StateMissing(KindId State, bool Missing) : Condition;
    public sealed record StateHeldFor(KindId State, Ids Is, Duration AtLeast) : Condition;

    /// <summary>So many occurrences in this period and the periods − 1 before.</summary>
    public sealed record EventOccurred(KindId Event, Ids? Is, Number Periods, Number AtLeast) : Condition;
    public sealed record AttributeIs(string Attribute, Ids Is) : Condition;
    public sealed record AttributeMissing(string Attribute, bool Missing) : Condition;

    /// <summary>A day attribute on or after, on or before, or before given days.</summary>
    public sealed record AttributeDay(string Attribute, DateOnly? AtLeast, DateOnly? AtMost, DateOnly? Below) : Condition;
    public sealed record LimitedBy(Ids Limits, bool Not) : Condition;

    /// <summary>No event of some kinds for so many whole quarters and since; null kinds: event kinds that indicators count.</summary>
    public sealed record SilentFor(Number Quarters, Ids? Kinds) : Condition;
    public sealed record RankAtMost(Number Place) : Condition;

    /// <summary>An earlier outcome for which the chamber is eligible.</summary>
    public sealed record OutcomeIs(string Outcome) : Condition;

    /// <summary>In the sealed rounds before this one: a grade or outcome so often within so many.</summary>
    public sealed record History(Ids? Grades, Ids? Outcomes, Number Within, Number AtLeast) : Condition;

    /// <summary>The numbers of this condition itself, which must be in force to decide it.</summary>
    public IEnumerable<Number> Numbers => this switch
    {
        AtLeastOf some => [some.N],
        Compare compare => new[] { compare.Bounds.AtLeast, compare.Bounds.AtMost, compare.Bounds.Below }.OfType<Number>(),
        EventOccurred occurred => [occurred.Periods, occurred.AtLeast],
        SilentFor silent => [silent.Quarters],
        RankAtMost rank => [rank.Place],
        History history => [history.Within, history.AtLeast],
        _ => [],
    };

    /// <summary>The kinds that this condition itself names.</summary>
    public IEnumerable<KindId> KindsNamed => this switch
    {
        StateIs state => [state.State],
        StateMissing state => [state.State],
        StateHeldFor state => [state.State],
        EventOccurred occurred => [occurred.Event],
        Compare { Subject: Subject.Rate, Id: { } rate } => [new KindId(rate)],
        SilentFor { Kinds: { Reference: null } kinds } => kinds.Literal.Select(k => new KindId(k)),
        _ => [],
    };

    /// <summary>This condition and all inside it.</summary>
    public IEnumerable<Condition> SelfAndBelow => (this switch
    {
        All all => all.Of,
        Any any => any.Of,
        NoneOf none => none.Of,
        AtLeastOf some => some.Of,
        _ => [],
    }).SelectMany(c => c.SelfAndBelow).Prepend(this);
}
