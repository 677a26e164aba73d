using MicroPoints.Contracts;
using MicroPoints.Rounds;

namespace MicroPoints.Api;

/// <summary>Writes a round as it stands.</summary>
internal static class RoundOut
{
    private const int CodeDigits = 12;

    /// <param name="seesWords">Whether who objected, on what ground, and reasons are shown.</param>
    public static RoundDetails Details(RoundState round, bool seesWords)
    {
        var opened = round.Opened!;
        return new RoundDetails(round.Id.Value, Status(round.Status), Purpose(opened.Purpose), opened.Ruleset,
            opened.Period.ToString(), opened.Scope.Value, opened.PeerGroups, opened.Profile,
            [.. round.Applicants.Select(a => a.Value)], WireText.Of(round.Head), Frozen(round), Decision(round.Decided, seesWords),
            Seal(round.Sealed), opened.Stamp, CeremonyOut.Of(round, seesWords),
            round.Abandoned is { } over ? new AbandonedRound(Calendar.DayOf(over.At), seesWords ? over.Reason : null) : null);
    }

    public static RoundSummary Summary(RoundState round)
    {
        var opened = round.Opened!;
        return new RoundSummary(round.Id.Value, Status(round.Status), Purpose(opened.Purpose), opened.Ruleset,
            opened.Period.ToString(), opened.Scope.Value, opened.Stamp);
    }

    public static Contracts.RoundStatus Status(Rounds.RoundStatus status) => status switch
    {
        Rounds.RoundStatus.Draft => Contracts.RoundStatus.Draft,
        Rounds.RoundStatus.Locked => Contracts.RoundStatus.Locked,
        Rounds.RoundStatus.Vetting => Contracts.RoundStatus.Vetting,
        Rounds.RoundStatus.Noticed => Contracts.RoundStatus.Noticed,
        Rounds.RoundStatus.Objected => Contracts.RoundStatus.Objected,
        Rounds.RoundStatus.Recomputed => Contracts.RoundStatus.Recomputed,
        Rounds.RoundStatus.Decided => Contracts.RoundStatus.Decided,
        Rounds.RoundStatus.Sealed => Contracts.RoundStatus.Sealed,
        Rounds.RoundStatus.Archived => Contracts.RoundStatus.Archived,
        Rounds.RoundStatus.Reopened => Contracts.RoundStatus.Reopened,
        Rounds.RoundStatus.Abandoned => Contracts.RoundStatus.Abandoned,
    };

    private static Contracts.RoundPurpose Purpose(Rounds.RoundPurpose purpose) => purpose switch
    {
        Rounds.RoundPurpose.Annual => Contracts.RoundPurpose.Annual,
        Rounds.RoundPurpose.Rehearsal => Contracts.RoundPurpose.Rehearsal,
    };

    private static FrozenRound? Frozen(RoundState round) => round.Locked is not { Snapshot: var snapshot } locked ? null
        : new FrozenRound(snapshot.RulesetVersion, snapshot.RulesetHash.ToString(), snapshot.ActivitiesHash.ToString(),
            snapshot.At.Day, snapshot.At.KnownAt, locked.ClosesPeriod, snapshot.Heads.Count, round.Admitted.Count,
            snapshot.Calendar?.ToString());

    private static RecordedDecision? Decision(RoundDecided? decided, bool seesWords) => decided is null ? null
        : new RecordedDecision(decided.Meeting, decided.On, decided.Minutes, decided.Conclusion,
            [.. decided.Departures.Select(d => new RecordedDeparture(
                d.Outcome, d.Chamber.Value, d.Selected, seesWords ? d.Reason : null))]);

    private static RoundSeal? Seal(RoundSealed? seal) => seal is null ? null
        : new RoundSeal(seal.Result.ToString(), seal.Proof.ToString(), seal.Proof.ToString()[..CodeDigits], seal.Engines);
}
