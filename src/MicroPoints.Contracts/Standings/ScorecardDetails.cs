namespace MicroPoints.Contracts;

/// <summary>One chamber × ruleset × period: points per line, grade, and why.</summary>
/// <param name="Provisional">True until a round seals it.</param>
/// <param name="Points">The total.</param>
/// <param name="GradeByPoints">By points alone, before limits and quotas.</param>
/// <param name="Place">Among the ranked chambers of its county; equals share it.</param>
/// <param name="BarredBy">The limit that bars it; it shows its points and has no grade or place.</param>
/// <param name="Stamp">What stands on every output about it; left out for real data.</param>
/// <param name="Bonus">What the bonus categories add to the total; left out where they add nothing.</param>
/// <param name="Rescale">The factor for categories that do not apply, as a fraction; left out where all do.</param>
public sealed record ScorecardDetails(
    string Chamber, string Name, string Ruleset, string RulesetTitle, string Period, DateOnly AsOf, DateTimeOffset KnownAt,
    bool Provisional, decimal Points, IReadOnlyList<CategoryPoints> Categories, IReadOnlyList<LinePoints> Lines,
    IReadOnlyList<LinePoints> Deductions, IReadOnlyList<ConditionFound> Limits, IReadOnlyList<ConditionFound> Outcomes,
    string? GradeByPoints = null, string? Grade = null, string? GradeTitle = null, string? Class = null, int? Place = null,
    string? BarredBy = null, string? Stamp = null, decimal? Bonus = null, string? Rescale = null);

/// <summary>One category of a scorecard.</summary>
/// <param name="Sum">Of its lines, before scaling and cap.</param>
/// <param name="Scale">The factor for lines that do not apply, as a fraction; left out where all do.</param>
public sealed record CategoryPoints(
    string Id, string Title, decimal Sum, decimal Points, string Clause, decimal? Cap = null,
    IReadOnlyList<string>? Because = null, string? Why = null, string? Scale = null);

/// <summary>One indicator, group of indicators or deduction.</summary>
/// <param name="Counted">The amount counted, to two decimals.</param>
/// <param name="Raw">Points before floor, zeroing and cap.</param>
/// <param name="Points">Points credited.</param>
/// <param name="Clause">Source and clause that it rests on.</param>
/// <param name="Category">Of an indicator.</param>
/// <param name="CountedExactly">The amount as a fraction, where two decimals do not hold it.</param>
/// <param name="Note">The decision's reason where it does not apply.</param>
public sealed record LinePoints(
    string Id, string Title, decimal Counted, decimal Raw, decimal Points, string Clause, string? Category = null,
    decimal? Cap = null, string? CountedExactly = null, IReadOnlyList<string>? Because = null, string? Why = null,
    string? Note = null);

/// <summary>A limit or outcome, with the sentence that says what was found.</summary>
/// <param name="Status">A limit: met, not-met, error, switched-off. An outcome: proposed, tied-on-line, past-quota, not-eligible …</param>
public sealed record ConditionFound(string Id, string Title, string Status, string? Zh = null, string? En = null);
