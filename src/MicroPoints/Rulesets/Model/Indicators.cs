namespace MicroPoints.Rulesets;

/// <summary>A group of indicators with a cap of its own.</summary>
/// <param name="Bonus">Its points count on top, up to the scale's bonus limit.</param>
/// <param name="RedistributeAtMost">How far not-applicable points may be spread over the rest; 2 where not said.</param>
public sealed record Category(
    string Id, Title Title, Number? Cap, bool Bonus, Number? RedistributeAtMost, IReadOnlyList<Indicator> Indicators, Cite Cite);

/// <summary>What is scored: a score of its own, or a group of indicators.</summary>
public sealed record Indicator
{
    public required string Id { get; init; }
    public required Title Title { get; init; }
    public required Cite Cite { get; init; }
    public IReadOnlyList<Counted> Counts { get; init; } = [];

    /// <summary>The list setting whose kinds are counted; <see cref="Counts"/> then holds its default.</summary>
    public string? CountsSetting { get; init; }

    /// <summary>Null for a group and for the target of an overflow.</summary>
    public Score? Score { get; init; }
    public Number? Cap { get; init; }
    public Overflow? Overflow { get; init; }

    /// <summary>A switch setting; while it is off the indicator credits nothing.</summary>
    public string? EnabledBy { get; init; }
    public bool MayBeNotApplicable { get; init; }

    /// <summary>Whether advice may name it.</summary>
    public bool Advice { get; init; } = true;
    public IReadOnlyList<Indicator> Indicators { get; init; } = [];

    public bool IsGroup => Indicators.Count > 0;

    public IEnumerable<Indicator> SelfAndBelow => Indicators.SelectMany(i => i.SelfAndBelow).Prepend(this);
    public IEnumerable<Indicator> Leaves => IsGroup ? Indicators.SelectMany(i => i.Leaves) : [this];

    /// <summary>The kinds it counts, a checklist's items included.</summary>
    public IEnumerable<KindId> CountedKinds => Counts.Select(c => c.Kind)
        .Concat(Score is Score.Checklist checklist ? checklist.Items.Select(i => i.Kind) : []).Distinct();
}

/// <summary>A kind that an indicator or deduction counts, perhaps weighted and narrowed to an option or a key.</summary>
public sealed record Counted(KindId Kind, Number? Weight = null, string? Option = null, string? Key = null);

/// <summary>Where what the cap cuts off is credited: each key of which nothing fits, or the points cut.</summary>
public sealed record Overflow(string To, Number? Each);

/// <summary>Takes points away, for each fact or while a state lasts.</summary>
/// <param name="ZeroesKinds">Indicators that count one of these kinds come to zero while the deduction applies.</param>
/// <param name="ZeroesByKey">The kinds to zero are the keys of the counted facts.</param>
public sealed record Deduction(
    string Id, Title Title, IReadOnlyList<Counted> Counts, Number? Each, WhileState? While, Number? Cap,
    IReadOnlyList<KindId> ZeroesKinds, bool ZeroesByKey, string? EnabledBy, Cite Cite)
{
    /// <summary>The list setting whose kinds are counted; <see cref="Counts"/> then holds its default.</summary>
    public string? CountsSetting { get; init; }
}

/// <summary>Points, negative, while a state is one of some options.</summary>
public sealed record WhileState(KindId State, Ids Is, Number Points);

/// <summary>A condition that lowers a grade, bars a chamber, or suspends outcomes; it never touches points.</summary>
/// <param name="Ceiling">The highest grade left (<c>grade</c> or <c>grade-at-most</c>).</param>
/// <param name="GradesDown">Grades taken off the grade by points.</param>
/// <param name="Bars">Not assessed and not ranked.</param>
/// <param name="SuspendsAll">All outcomes but follow-ups.</param>
/// <param name="Suspends">These outcomes, follow-ups too where named.</param>
public sealed record Limit(
    string Id, Title Title, Condition When, string? Ceiling, Number? GradesDown, bool Bars,
    bool SuspendsAll, Ids Suspends, string? EnabledBy, Cite Cite)
{
    /// <summary>The reason that is given to a chamber which it bars; null: the title says it.</summary>
    public Title? BarsReason { get; init; }
}

/// <summary>A grade from so many points up.</summary>
public sealed record Grade(string Id, Title Title, Number From, Quota? Quota, Cite Cite);

/// <summary>A class: the first that matches; the last may omit its condition.</summary>
public sealed record ClassRule(string Id, Title Title, Condition? When, Cite Cite);

public enum QuotaOf
{
    Eligible = 1,
    Ranked = 2,
}

public enum Within
{
    County = 1,
    City = 2,
    Province = 3,
    Scope = 4,
}

/// <summary>How many may have a grade or outcome: a percent or a count, inside each region of a level.</summary>
public sealed record Quota(Number? Percent, Number? Count, QuotaOf Of, Within Within, Rounding Rounding, Number? AtLeast);

public enum RankingBy
{
    Total = 1,
    Category = 2,
    Indicator = 3,
    Attribute = 4,
}

/// <summary>One step of the ranking; equal chambers go on to the next and, at the end, share a place.</summary>
public sealed record RankingKey(RankingBy By, string? Id = null, bool Ascending = false, bool MissingFirst = false);

public enum OutcomeKind
{
    Award = 1,
    Support = 2,
    Invitation = 3,
    Reference = 4,
    FollowUp = 5,
}

public enum Ties
{
    /// <summary>The meeting decides among those tied on the line.</summary>
    Meeting = 1,
    ExpandQuota = 2,
    Exclude = 3,
}

/// <summary>What a result gives: an award, a support, an invitation, a reference opinion, a follow-up.</summary>
public sealed record Outcome(
    string Id, OutcomeKind Kind, Title Title, Condition? When, string? EnabledBy, Quota? Quota, Ties Ties,
    Validity? Valid, bool Automatic, HonourRecord? Records, Cite Cite);

public sealed record Validity(bool FromNextYear, Number Years);

/// <summary>The state that sealing writes into the chamber's ledger, as a new entry.</summary>
public sealed record HonourRecord(KindId Kind, string? Option);
