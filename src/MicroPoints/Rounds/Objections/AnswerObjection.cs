using MicroPoints.Identity;
using MicroPoints.Streams;

namespace MicroPoints.Rounds;

/// <summary>Answers an objection: rejects it with a reason, or accepts it with a reason and admits the entries that put it right.</summary>
/// <remarks>What is admitted counts from here on. Where that moves a chamber, a new notice is needed before the decision.</remarks>
/// <param name="Answered">The answer. Entries it admits were recorded after the freeze.</param>
/// <param name="Reason">Why, in words the objector is told.</param>
public sealed record AnswerObjection(EntryId Id, RoundObjectionAnswered Answered, string Reason) : RoundCommand(Id)
{
    public override Entry Content => Answered;

    protected override string? Why => Reason;

    /// <summary>Refusals are tested in the order written.</summary>
    public override Decision Decide(RoundState state, Context context)
    {
        if ((Refuse(state, context, authority: true, BeforeDecision) ?? RefuseEntry(state)) is { } refused) return refused;
        if (state.Objections.Find(Answered.Objection) is not { } objection) return Decision.Refuse(Refusal.ObjectionUnknown,
            $"round {state.Id} has no objection '{Answered.Objection}'; open: {Names(state.Objections.Open.Select(o => o.Id.Value))}");
        if (objection.Answer is { } answer) return Decision.Refuse(Refusal.ObjectionAnsweredAlready,
            $"{objection.Id} was {(answer.IsAccepted ? "accepted" : "rejected")} on {Calendar.Text(answer.On)}");
        if (string.IsNullOrWhiteSpace(Reason)) return Decision.Refuse(Refusal.ReasonMissing,
            $"say why {objection.Id} is {(Answered.IsAccepted ? "accepted" : "rejected")}");
        if (PlainText.RefuseLines("the reason", Reason) is { } unfit) return unfit;
        if (!Answered.IsAccepted) return Answered.Admitted.Count == 0 ? Accept(context, Answered, Reason) : Decision.Refuse(
            Refusal.RoundStepIncomplete, "only an accepted objection admits entries: accept it, or leave them out");
        return AdmitEntries.Refuse(state, Answered.Admitted) ?? Accept(context, Answered, Reason);
    }
}
