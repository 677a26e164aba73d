using MicroPoints.Identity;
using MicroPoints.Streams;

namespace MicroPoints.Rounds;

/// <summary>Gives up a round that was opened by mistake, with a reason, while it is a draft.</summary>
/// <remarks>
/// It stays on record, and nothing more is done to it; another may then be opened for its period. A locked round goes on: its period
/// is closed for good, so giving it up would let nobody record again, and would only leave a year without its evaluation.
/// </remarks>
/// <param name="Reason">Why. Never sealed as it is, and can be erased.</param>
public sealed record AbandonRound(EntryId Id, string Reason) : RoundCommand(Id)
{
    public override Entry Content => new RoundAbandoned();

    protected override string? Why => Reason;

    /// <summary>Refusals are tested in the order written.</summary>
    public override Decision Decide(RoundState state, Context context)
    {
        if (Refuse(state, context, authority: false) is { } refused) return refused;
        if (state.Status != RoundStatus.Draft) return Decision.Refuse(Refusal.RoundWrongState,
            $"round {state.Id} is locked, and only a draft is abandoned: its data are frozen, so go on with it");
        if (string.IsNullOrWhiteSpace(Reason)) return Decision.Refuse(Refusal.ReasonMissing, $"say why round {state.Id} is abandoned");
        return PlainText.RefuseLines("the reason", Reason) ?? Accept(context, Content, Reason);
    }
}
