using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>A limit of the ruleset, with what was found.</summary>
public sealed record LimitLine(Limit Limit, Finding Finding, bool IsOn)
{
    public bool IsMet => IsOn && Finding.IsMet;
}

/// <summary>How far a chamber came with an outcome. Values are sealed with results: append only.</summary>
public enum OutcomeStatus
{
    /// <summary>Its switch is off.</summary>
    NotOffered = 1,

    /// <summary>A limit suspends it, or bars the chamber.</summary>
    Suspended = 2,
    NotEligible = 3,

    /// <summary>Eligible, and past the quota.</summary>
    PastQuota = 4,

    /// <summary>Eligible and tied on the quota's line: the meeting decides.</summary>
    TiedOnLine = 5,

    /// <summary>Eligible and on the proposed list.</summary>
    Proposed = 6,

    /// <summary>Not on the roster of the round; no limit has a part in it.</summary>
    NotRanked = 7,
}

/// <summary>An outcome of the ruleset, with what was found.</summary>
public sealed record OutcomeLine(Outcome Outcome, OutcomeStatus Status, Finding? Finding)
{
    public bool IsEligible => Status is OutcomeStatus.PastQuota or OutcomeStatus.TiedOnLine or OutcomeStatus.Proposed;
}

/// <summary>One chamber's place, shared with equals: 1, 2, 2, 4.</summary>
/// <param name="Scope">Among all ranked chambers of the scope.</param>
public sealed record Places(int Scope, int Province, int City, int County)
{
    public int Within(Within within) => within switch
    {
        Rulesets.Within.Scope => Scope,
        Rulesets.Within.Province => Province,
        Rulesets.Within.City => City,
        Rulesets.Within.County => County,
        _ => throw new InvalidOperationException("unknown level"),
    };
}

/// <summary>One chamber × ruleset × period: points per line, grade or class, limits, place and outcomes, and why.</summary>
/// <param name="GradeByPoints">The grade by points alone, before limits and quotas.</param>
/// <param name="Grade">The grade left; null without grades, or where the chamber is barred.</param>
/// <param name="Places">Null where it is not ranked.</param>
/// <param name="BarredBy">The limit that bars it; it shows its points and has no grade, place or outcome.</param>
public sealed record Scorecard(
    ChamberFacts Chamber, PointsCard Card, IReadOnlyList<LimitLine> Limits, string? GradeByPoints, string? Grade, string? Class,
    Places? Places, IReadOnlyList<OutcomeLine> Outcomes, string? BarredBy)
{
    public ChamberId Id => Chamber.Id;
    public Points Total => Card.Total;
    public bool IsRanked => Chamber.IsRanked && BarredBy is null;

    /// <summary>The class condition that could not be decided, if one could not; the chamber then has no class.</summary>
    public Finding? ClassError { get; init; }

    /// <summary>Conditions that could not be decided; a round does not seal over one.</summary>
    public IEnumerable<Finding> Errors => Limits.Where(l => l.IsOn).Select(l => l.Finding)
        .Concat(Outcomes.Select(o => o.Finding).Append(ClassError).OfType<Finding>()).Where(f => f.Verdict == Verdict.Error);
}
