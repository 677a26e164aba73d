using System.Text.Json.Serialization;

namespace MicroPoints.Contracts;

/// <summary>Where a round stands.</summary>
[JsonConverter(typeof(KebabEnum<RoundStatus>))]
public enum RoundStatus
{
    Draft = 1,
    Locked = 2,
    Vetting = 3,
    Noticed = 4,
    Objected = 5,
    Recomputed = 6,
    Decided = 7,
    Sealed = 8,
    Archived = 9,
    Reopened = 10,
    Abandoned = 11,
}

/// <summary>One round as it stands.</summary>
/// <param name="PeerGroups">Empty: all of the ruleset's.</param>
/// <param name="Profile">How much ceremony it had: light, and behind it each line in which the county differs: light+notice-7.</param>
/// <param name="Applicants">Chambers that applied to take part.</param>
/// <param name="Head">Where its stream ends.</param>
/// <param name="Stamp">What stands on every output of it; left out for real data.</param>
/// <param name="Ceremony">Vetting, notices, objections and papers; left out where there is none of them.</param>
/// <param name="Abandoned">Left out where it was not abandoned.</param>
public sealed record RoundDetails(
    string Id, RoundStatus Status, RoundPurpose Purpose, string Ruleset, string Period, string Scope,
    IReadOnlyList<string> PeerGroups, string Profile, IReadOnlyList<string> Applicants, HeadOfStream Head,
    FrozenRound? Locked = null, RecordedDecision? Decided = null, RoundSeal? Sealed = null, string? Stamp = null,
    RoundCeremony? Ceremony = null, AbandonedRound? Abandoned = null);

/// <summary>What a round froze when it was locked.</summary>
/// <param name="Version">The ruleset's version.</param>
/// <param name="Calendar">The digest of the working-day calendar; left out where none was in force.</param>
/// <param name="Chambers">How many ledgers were frozen.</param>
/// <param name="Admitted">How many entries were admitted after it.</param>
public sealed record FrozenRound(
    string Version, string RulesetHash, string ActivitiesHash, DateOnly AsOf, DateTimeOffset KnownAt, bool ClosesPeriod,
    int Chambers, int Admitted, string? Calendar = null);

/// <summary>What a meeting decided.</summary>
public sealed record RecordedDecision(
    string Meeting, DateOnly On, string Minutes, string Conclusion, IReadOnlyList<RecordedDeparture> Departures);

/// <summary>Where a meeting departed from the proposed list.</summary>
/// <param name="Selected">True for an eligible chamber taken beyond the proposal, false for a proposed one passed over.</param>
/// <param name="Reason">Why; left out for roles that see no words about people.</param>
public sealed record RecordedDeparture(string Outcome, string Chamber, bool Selected, string? Reason = null);

/// <summary>The seal of a round.</summary>
/// <param name="Result">The digest of its result.</param>
/// <param name="Proof">The digest of its proof.</param>
/// <param name="Code">The short 核验码: the first 12 digits of the proof's digest.</param>
/// <param name="Engines">The engines that agreed on the result.</param>
public sealed record RoundSeal(string Result, string Proof, string Code, IReadOnlyList<string> Engines);

/// <summary>A step of a round that is recorded, and the round after it.</summary>
/// <param name="Sequence">The step's place in the round's stream; of a replay, the first answer's.</param>
/// <param name="Hash">The hash that seals it.</param>
/// <param name="Id">The step's id in the round's stream.</param>
/// <param name="Recorded">When; of a replay, the first answer's instant.</param>
public sealed record RecordedRoundStep(
    SendingAnswer Answer, long Sequence, string Hash, RoundDetails Round, string Id, DateTimeOffset Recorded);

/// <summary>One line of the list of rounds.</summary>
public sealed record RoundSummary(
    string Id, RoundStatus Status, RoundPurpose Purpose, string Ruleset, string Period, string Scope, string? Stamp = null);

/// <summary>A page of rounds, in order of id.</summary>
/// <param name="Next">The cursor of the next page; left out on the last.</param>
public sealed record RoundPage(string Scope, IReadOnlyList<RoundSummary> Rounds, string? Next = null);
