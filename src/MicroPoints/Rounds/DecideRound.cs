using MicroPoints.Identity;
using MicroPoints.Streams;

namespace MicroPoints.Rounds;

/// <summary>Records a meeting's decision on a locked or recomputed round.</summary>
/// <param name="Evaluation">The round as computed from the snapshot and the admitted entries.</param>
public sealed record DecideRound(EntryId Id, RoundDecided Decided, RoundEvaluation Evaluation) : RoundCommand(Id)
{
    /// <summary>How many admitted entries the evaluation takes in.</summary>
    public int Admitted { get; init; }

    /// <summary>The chambers that moved since the last notice, for what is said where it is out of date.</summary>
    public IReadOnlyList<MovedChamber> Moved { get; init; } = [];

    public override Entry Content => Decided;

    public override Decision Decide(RoundState state, Context context)
    {
        if (Refuse(state, context, authority: true, BeforeDecision) is { } refused) return refused;
        // An entry admitted between the evaluation and this decision would leave the meeting's list out of date.
        if (Admitted != state.Admitted.Count) return OutOfDate(state, Admitted);
        if (Decided.Meeting.Length == 0 || Decided.Minutes.Length == 0)
            return Decision.Refuse(Refusal.DecisionIncomplete, "a decision names the meeting and its minutes' number");
        if ((PlainText.RefuseLine("the meeting", Decided.Meeting) ?? PlainText.RefuseLine("the minutes' number", Decided.Minutes)
            ?? PlainText.RefuseLines("the conclusion", Decided.Conclusion)) is { } unfit) return unfit;
        foreach (var departure in Decided.Departures)
            if (PlainText.RefuseLines($"the reason of the departure for {departure.Chamber}", departure.Reason) is { } wrong) return wrong;
        if (Decided.On > context.Today) return Decision.Refuse(Refusal.OnInFuture,
            $"{Calendar.Text(Decided.On)} is after today, {Calendar.Text(context.Today)}");
        if ((RefuseUndecided(Evaluation.Cards)
            ?? RoundSteps.RefuseDecision(state, Decided.On, NoticeContent.DigestOf(Evaluation), Moved)) is { } early) return early;
        foreach (var departure in Decided.Departures)
            if ((state.RefuseForeign(departure.Chamber) ?? Selection.Refuse(departure, Evaluation.Cards)) is { } wrong) return wrong;
        return Selection.RefuseOverfull(Decided.Departures, Evaluation.Cards, Evaluation.Values)
            ?? Selection.RefuseHeld(Decided.Departures, Evaluation.Cards, state.Vetting) ?? Accept(context, Decided);
    }

    /// <summary>An entry admitted between the evaluation and this step would leave the list out of date.</summary>
    internal static Decision OutOfDate(RoundState state, int admitted) => Decision.Refuse(Refusal.RoundWrongState,
        $"the evaluation takes in {admitted} admitted entries, round {state.Id} has {state.Admitted.Count}: send it again");

    internal static Decision? RefuseUndecided(IReadOnlyList<Standings.Scorecard> cards) =>
        cards.SelectMany(c => c.Errors.Select(e => (c.Id, Error: e))).FirstOrDefault() is { Error: not null } undecided
            ? Decision.Refuse(Refusal.ConditionUndecided,
                $"{undecided.Id}: a condition cannot be decided: {undecided.Error.Sentence.EnOrZh}; "
                + "mend the facts or the ruleset and lock anew")
            : null;
}
