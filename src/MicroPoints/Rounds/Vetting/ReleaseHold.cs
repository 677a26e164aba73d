using MicroPoints.Identity;
using MicroPoints.Streams;

namespace MicroPoints.Rounds;

/// <summary>Releases the hold that a body's objection put on a chamber, with a reason.</summary>
public sealed record ReleaseHold(EntryId Id, RoundHoldReleased Released, string Reason) : RoundCommand(Id)
{
    public override Entry Content => Released;

    protected override string? Why => Reason;

    /// <summary>Refusals are tested in the order written.</summary>
    public override Decision Decide(RoundState state, Context context)
    {
        if ((Refuse(state, context, authority: true, BeforeDecision) ?? RefuseEntry(state)) is { } refused) return refused;
        if (state.Vetting.FindHold(Released.Body, Released.Chamber) is null) return Decision.Refuse(Refusal.HoldUnknown,
            $"{Released.Chamber} is not on hold by {Released.Body}; on hold: "
            + Names(state.Vetting.Standing.Select(h => $"{h.Chamber} by {h.Body}")));
        if (string.IsNullOrWhiteSpace(Reason))
            return Decision.Refuse(Refusal.ReasonMissing, $"say why {Released.Chamber} is no longer on hold");
        return PlainText.RefuseLines("the reason", Reason) ?? Accept(context, Released, Reason);
    }
}
