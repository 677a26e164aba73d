namespace MicroPoints.Contracts;

/// <summary>Everything by which one chamber came to its scorecard, worked out when it is asked for.</summary>
/// <remarks>Amounts are exact text: a whole number, two decimals, or a fraction. Points are numbers.</remarks>
/// <param name="ReadingDay">The day on which states, caps and thresholds are read.</param>
/// <param name="Classes">Those that were asked, in order.</param>
/// <param name="Ranking">Left out where the chamber has no place.</param>
public sealed record ScorecardExplanation(
    string Chamber, string Name, string Ruleset, string RulesetTitle, string Period, DateOnly AsOf, DateTimeOffset KnownAt,
    DateOnly ReadingDay, bool Provisional, decimal Points, IReadOnlyList<ExplainedLine> Lines,
    IReadOnlyList<ExplainedCategory> Categories, IReadOnlyList<ExplainedLine> Deductions, ExplainedTotal Total,
    IReadOnlyList<ExplainedRule> Limits, IReadOnlyList<ExplainedRule> Classes, IReadOnlyList<ExplainedRule> Outcomes,
    ExplainedGrade? Grade = null, ExplainedRanking? Ranking = null, string? Stamp = null);

/// <summary>One indicator, group or deduction: facts, values, raw points and what cut them.</summary>
/// <param name="Cuts">From raw points to credited ones, in order.</param>
/// <param name="Around">What groups, category and total around it cut of their sums.</param>
/// <param name="Steps">All of it in sentences.</param>
/// <param name="FactsLeftOff">How many more rows of facts there are than are sent.</param>
/// <param name="Zeroes">Of a deduction: the lines that it brings to zero.</param>
public sealed record ExplainedLine(
    string Id, string Title, string Clause, decimal Raw, decimal Points, IReadOnlyList<ExplainedFact> Facts,
    IReadOnlyList<ExplainedTerm> Terms, IReadOnlyList<ExplainedValue> Values, IReadOnlyList<ExplainedCut> Cuts,
    IReadOnlyList<Wording> Steps, IReadOnlyList<ExplainedCut>? Around = null, string? Category = null,
    ExplainedReach? Reach = null, ExplainedPeers? Peers = null, ExplainedOverflow? Overflow = null, int? FactsLeftOff = null,
    IReadOnlyList<string>? Zeroes = null);

/// <summary>A sentence in both languages.</summary>
public sealed record Wording(string Zh, string En);

/// <summary>One fact, or the facts of one month and option, that a line looked at.</summary>
/// <param name="Counts">Whether it is in the points.</param>
/// <param name="Facts">How many; none where a state was never recorded and counts as what its kind then takes it for.</param>
/// <param name="On">As recorded, of sums a month such as <c>2026-03</c>; left out for facts outside the period.</param>
/// <param name="ValuedOn">The day whose values it takes.</param>
/// <param name="Each">What one is worth, where things are valued one by one.</param>
/// <param name="Earlier">What earlier periods credited its key, where only the increase counts.</param>
/// <param name="LeftOut">Why it does not count, such as <c>other-option</c>.</param>
public sealed record ExplainedFact(
    string Kind, bool Counts, long Facts, string Amount, DateOnly ValuedOn, string? On = null, string? Key = null,
    string? Choice = null, decimal? Each = null, string? Earlier = null, string? LeftOut = null);

/// <summary>One addend of raw points: an amount, perhaps divided and rounded to whole units, at a value.</summary>
/// <param name="Of">The line that it comes from; left out for what facts came to.</param>
public sealed record ExplainedTerm(
    string Amount, decimal Each, decimal Points, string? Of = null, string? Every = null, string? Rounding = null);

/// <summary>A parameter or setting that was read, and the days that picked its value.</summary>
/// <param name="From">The day from which the value is in force; left out of a setting.</param>
/// <param name="Value">Left out where nothing was in force yet.</param>
public sealed record ExplainedValue(
    string Id, bool IsSetting, DateOnly FirstRead, DateOnly LastRead, decimal? Value = null, DateOnly? From = null,
    string? Clause = null);

/// <summary>One step from raw points towards the total.</summary>
/// <param name="By">What kind of step, such as <c>cap</c> or <c>zeroed</c>.</param>
/// <param name="Of">Whose cap, which switch, which deductions.</param>
public sealed record ExplainedCut(
    string By, decimal Before, decimal After, string? Of = null, decimal? Limit = null, string? Factor = null);

/// <summary>What was compared with a tier or target, in percent or as a sum.</summary>
public sealed record ExplainedReach(string Reached, string? Answered = null, string? AnsweredAtLeast = null, string? From = null);

/// <summary>Where a line that compares chambers found this one. Without least and most its fallback holds, or the key does
/// not reach all peers: of few they are somebody's own.</summary>
public sealed record ExplainedPeers(string Own, bool IsPeer, int Peers, string? Least = null, string? Most = null);

/// <summary>What a cap cut off and another line credits.</summary>
public sealed record ExplainedOverflow(string To, decimal Points);

/// <summary>How one category came to its points.</summary>
public sealed record ExplainedCategory(
    string Id, string Title, string Clause, decimal Sum, decimal Points, IReadOnlyList<ExplainedValue> Values,
    IReadOnlyList<ExplainedCut> Cuts);

/// <summary>How the categories came to the total.</summary>
public sealed record ExplainedTotal(
    decimal BaseSum, decimal BonusSum, decimal Total, IReadOnlyList<ExplainedValue> Values,
    IReadOnlyList<ExplainedCut> BaseCuts, IReadOnlyList<ExplainedCut> BonusCuts, IReadOnlyList<ExplainedCut> Cuts,
    IReadOnlyList<Wording> Steps);
