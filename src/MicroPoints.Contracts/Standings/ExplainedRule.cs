namespace MicroPoints.Contracts;

/// <summary>A limit, class or outcome, and its condition taken apart.</summary>
/// <param name="Status">As on the scorecard; of a class <c>met</c>, <c>not-met</c> or <c>error</c>.</param>
/// <param name="Condition">Left out where it asks nothing.</param>
/// <param name="SuspendedBy">Of an outcome: the limits that suspend it.</param>
/// <param name="Quota">Of an outcome for which the chamber is eligible.</param>
public sealed record ExplainedRule(
    string Id, string Title, string Status, string Clause, ExplainedCondition? Condition = null,
    IReadOnlyList<string>? SuspendedBy = null, ExplainedQuota? Quota = null);

/// <summary>A condition: what was compared with what, and what that came to.</summary>
/// <param name="Verdict"><c>met</c>, <c>not-met</c> or <c>error</c>.</param>
public sealed record ExplainedCondition(
    string Verdict, string Zh, string En, IReadOnlyList<ExplainedOperand> Operands, IReadOnlyList<ExplainedValue> Values,
    IReadOnlyList<ExplainedCondition> Inside);

/// <summary>One comparison, in the values' own text.</summary>
/// <param name="By"><c>at-least</c>, <c>at-most</c>, <c>below</c>, <c>one-of</c>, <c>none-of</c>, <c>missing</c> or
/// <c>recorded</c>.</param>
public sealed record ExplainedOperand(
    string Of, IReadOnlyList<string> Actual, string By, IReadOnlyList<string> Wanted, bool Holds);

/// <summary>How points, limits and quotas came to the grade.</summary>
/// <param name="AfterLimits">Left out where the chamber is barred.</param>
public sealed record ExplainedGrade(
    string ByPoints, IReadOnlyList<ExplainedThreshold> From, IReadOnlyList<ExplainedLowering> Lowered,
    IReadOnlyList<ExplainedQuota> Quotas, IReadOnlyList<ExplainedValue> Values, string? AfterLimits = null, string? Grade = null);

/// <summary>Where a grade begins, and whether the total comes so far.</summary>
public sealed record ExplainedThreshold(string Grade, decimal From, bool IsReached);

/// <summary>What a limit that holds does to the grade.</summary>
public sealed record ExplainedLowering(string Limit, int Down, string? Ceiling = null);

/// <summary>A quota with what it was measured by.</summary>
/// <param name="Chosen">How many of the region hold the grade, or are eligible.</param>
/// <param name="Line">The last place it lets through; left out where all fit.</param>
public sealed record ExplainedQuota(
    string Of, string Within, int Chosen, int Ranked, int Size, int Place, bool LetsThrough, int? Line = null);

/// <summary>Where the chamber stands, by what, and who stands around it within the key's reach.</summary>
public sealed record ExplainedRanking(
    int Place, int PlaceInCounty, int Ranked, IReadOnlyList<ExplainedKey> Keys, IReadOnlyList<ExplainedPeer> Peers);

/// <summary>One step of the ranking with the chamber's own value.</summary>
public sealed record ExplainedKey(string By, string? Id = null, string? Own = null);

/// <summary>A chamber of the scope with its place and points.</summary>
public sealed record ExplainedPeer(string Chamber, int Place, decimal Points);
