using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>Everything by which one chamber came to its scorecard: worked out from the facts, and nothing of it kept.</summary>
/// <param name="Classes">Those that were asked, in order: the first that is met decides, and so does one that cannot be decided.</param>
/// <param name="Grade">Null in a ruleset without grades.</param>
/// <param name="Ranking">Null where the chamber has no place.</param>
public sealed record ScorecardTrace(
    Scorecard Card, IReadOnlyList<LineTrace> Lines, IReadOnlyList<CategoryTrace> Categories,
    IReadOnlyList<DeductionTrace> Deductions, TotalTrace Total, IReadOnlyList<LimitTrace> Limits, GradeTrace? Grade,
    IReadOnlyList<ClassTrace> Classes, RankingTrace? Ranking, IReadOnlyList<OutcomeTrace> Outcomes)
{
    public LineTrace? Line(string indicator) => Lines.FirstOrDefault(l => l.Line.Indicator.Id == indicator);
}

/// <summary>Why a limit holds or does not.</summary>
public sealed record LimitTrace(LimitLine Line, TracedCondition Condition);

/// <summary>Why a class is given, passed over or undecided; the last may ask nothing.</summary>
public sealed record ClassTrace(ClassRule Rule, TracedCondition? Condition);

/// <summary>Why an outcome stands where it stands.</summary>
/// <param name="SuspendedBy">The limits that suspend it, and the one that bars the chamber.</param>
public sealed record OutcomeTrace(
    OutcomeLine Line, TracedCondition? Condition, IReadOnlyList<string> SuspendedBy, TracedQuota? Quota);

/// <summary>How points, limits and quotas came to the grade.</summary>
/// <param name="AfterLimits">Null where the chamber is barred.</param>
/// <param name="Quotas">Those of the grades that the chamber held on the way, the highest first.</param>
public sealed record GradeTrace(
    IReadOnlyList<TracedGrade> From, string ByPoints, IReadOnlyList<TracedLowering> Lowered, string? AfterLimits,
    IReadOnlyList<TracedQuota> Quotas, string? Grade, IReadOnlyList<TracedValue> Values);

/// <summary>Where a grade begins, and whether the total comes so far.</summary>
public sealed record TracedGrade(string Grade, Points From, bool IsReached);

/// <summary>What a limit that holds does to the grade.</summary>
/// <param name="Down">Grades taken off.</param>
/// <param name="Ceiling">The highest grade left.</param>
public sealed record TracedLowering(string Limit, int Down, string? Ceiling);

/// <summary>A quota with what it was measured by.</summary>
/// <param name="Of">The grade or outcome.</param>
/// <param name="Chosen">How many of the region hold the grade, or are eligible.</param>
/// <param name="Ranked">How many of the region are ranked.</param>
/// <param name="Size">How many the quota lets through.</param>
/// <param name="Line">The last place it lets through; null where all fit, zero where none does.</param>
/// <param name="Place">The chamber's own, at the quota's level.</param>
public sealed record TracedQuota(string Of, Within Within, int Chosen, int Ranked, int Size, int? Line, int Place)
{
    public bool LetsThrough => Line is null || Place <= Line;
}

/// <summary>Where the chamber stands, by what, and who stands around it.</summary>
/// <param name="Peers">In order of place, those nearest to it and at most <see cref="Limits.TracedPeersMax"/>.</param>
/// <param name="Ranked">How many have a place in the scope.</param>
public sealed record RankingTrace(
    Places Places, int Ranked, IReadOnlyList<TracedKey> Keys, IReadOnlyList<TracedPeer> Peers);

/// <summary>One step of the ranking with the chamber's own value; null where it has none.</summary>
public sealed record TracedKey(RankingKey Key, string? Own);

/// <summary>A chamber of the scope with its place and points.</summary>
public sealed record TracedPeer(ChamberId Chamber, RegionCode Seat, int Place, Points Total);
