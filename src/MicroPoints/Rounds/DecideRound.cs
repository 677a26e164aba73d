using MicroPoints.Identity;
using MicroPoints.Rulesets;
using MicroPoints.Streams;

namespace MicroPoints.Rounds;

/// <summary>Records a meeting's decision on a locked or recomputed round.</summary>
/// <param name="Evaluation">The round's scorecards, computed from the snapshot and the admitted entries.</param>
/// <param name="Values">The ruleset's numbers in force, for the size of quotas.</param>
public sealed record DecideRound(EntryId Id, RoundDecided Decided, IReadOnlyList<Standings.Scorecard> Evaluation,
    Values Values) : RoundCommand(Id)
{
    /// <summary>How many admitted entries the evaluation takes in.</summary>
    public int Admitted { get; init; }

    public override Entry Content => Decided;

    public override Decision Decide(RoundState state, Context context)
    {
        if (Refuse(state, context, authority: true, RoundStatus.Locked, RoundStatus.Recomputed) is { } refused) return refused;
        // An entry admitted between the evaluation and this decision would leave the meeting's list out of date.
        if (Admitted != state.Admitted.Count) return Decision.Refuse(Refusal.RoundWrongState,
            $"the evaluation takes in {Admitted} admitted entries, round {state.Id} has {state.Admitted.Count}: send it again");
        if (Decided.Meeting.Length == 0 || Decided.Minutes.Length == 0)
            return Decision.Refuse(Refusal.DecisionIncomplete, "a decision names the meeting and its minutes' number");
        if ((PlainText.RefuseLine("the meeting", Decided.Meeting) ?? PlainText.RefuseLine("the minutes' number", Decided.Minutes)
            ?? PlainText.RefuseLines("the conclusion", Decided.Conclusion)) is { } unfit) return unfit;
        foreach (var departure in Decided.Departures)
            if (PlainText.RefuseLines($"the reason of the departure for {departure.Chamber}", departure.Reason) is { } wrong) return wrong;
        if (Decided.On > context.Today) return Decision.Refuse(Refusal.OnInFuture,
            $"{Calendar.Text(Decided.On)} is after today, {Calendar.Text(context.Today)}");
        if (Evaluation.SelectMany(c => c.Errors.Select(e => (c.Id, Error: e))).FirstOrDefault() is { Error: not null } undecided)
            return Decision.Refuse(Refusal.ConditionUndecided,
                $"{undecided.Id}: a condition cannot be decided: {undecided.Error.Sentence.EnOrZh}; "
                + "mend the facts or the ruleset and lock anew");
        foreach (var departure in Decided.Departures)
            if ((state.RefuseForeign(departure.Chamber) ?? Selection.Refuse(departure, Evaluation)) is { } wrong) return wrong;
        return Selection.RefuseOverfull(Decided.Departures, Evaluation, Values) ?? Accept(context, Decided);
    }
}
