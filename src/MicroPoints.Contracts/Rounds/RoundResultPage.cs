using System.Text.Json.Serialization;

namespace MicroPoints.Contracts;

/// <summary>How far an eligible chamber came with an outcome.</summary>
[JsonConverter(typeof(KebabEnum<Proposal>))]
public enum Proposal
{
    /// <summary>On the proposed list.</summary>
    Proposed = 1,

    /// <summary>Tied on the quota's line: the meeting decides.</summary>
    TiedOnLine = 2,

    /// <summary>Eligible, and past the quota.</summary>
    PastQuota = 3,
}

/// <summary>A locked round computed from what it froze: its proposal, after the decision what the meeting gave.</summary>
/// <param name="Provisional">True until the round is sealed.</param>
/// <param name="Ranked">How many have a place.</param>
/// <param name="Total">How many stand in the whole list.</param>
/// <param name="Results">By place; those without one follow, in order of id.</param>
/// <param name="Result">The digest of the sealed result.</param>
/// <param name="Next">The cursor of the next page; left out on the last.</param>
public sealed record RoundResultPage(
    string Round, RoundStatus Status, bool Provisional, string Ruleset, string RulesetTitle, string Period, string Scope,
    DateOnly AsOf, DateTimeOffset KnownAt, int Ranked, int Total, IReadOnlyList<RoundResult> Results,
    string? Result = null, string? Stamp = null, string? Next = null);

/// <summary>What a round comes to for one chamber.</summary>
/// <param name="Categories">Points by category, in the ruleset's order.</param>
/// <param name="Outcomes">Those it is eligible for, and those the meeting gave it.</param>
/// <param name="Place">Among the ranked of the scope; equals share it.</param>
/// <param name="BarredBy">The limit that bars it; it shows its points and has no grade, place or outcome.</param>
/// <param name="Limits">Ids of the limits that are met; left out where none is.</param>
public sealed record RoundResult(
    string Chamber, string Name, string Seat, decimal Points, IReadOnlyList<CategoryTotal> Categories,
    IReadOnlyList<RoundOutcome> Outcomes, int? Place = null, string? Grade = null, string? GradeTitle = null,
    string? Class = null, string? BarredBy = null, IReadOnlyList<string>? Limits = null);

/// <summary>One outcome of one chamber.</summary>
/// <param name="Given">What the meeting decided; left out before its decision.</param>
public sealed record RoundOutcome(string Outcome, string Title, Proposal Proposal, bool? Given = null);
