using MicroPoints.Identity;
using MicroPoints.Streams;

namespace MicroPoints.Rounds;

/// <summary>Withdraws a use that was recorded by mistake, with a reason: both stay side by side.</summary>
/// <param name="Reason">Why. Never sealed as it is, and can be erased.</param>
public sealed record WithdrawUse(EntryId Id, RoundUseWithdrawn Withdrawn, string Reason) : RoundCommand(Id)
{
    public override Entry Content => Withdrawn;

    protected override string? Why => Reason;

    /// <summary>Refusals are tested in the order written.</summary>
    public override Decision Decide(RoundState state, Context context)
    {
        if ((Refuse(state, context, authority: false) ?? RefuseEntry(state)) is { } refused) return refused;
        if (state.Uses.Find(Withdrawn.Use) is not { } use) return Decision.Refuse(Refusal.UseUnknown,
            $"round {state.Id} has no use '{Withdrawn.Use}'; look at its list of uses");
        if (use.Withdrawal is { } earlier) return Decision.Refuse(Refusal.UseWithdrawnAlready,
            $"the use '{use.Id}' was withdrawn on {Calendar.Text(earlier.On)} already");
        if (string.IsNullOrWhiteSpace(Reason))
            return Decision.Refuse(Refusal.ReasonMissing, $"say why the use '{use.Id}' is withdrawn");
        return PlainText.RefuseLines("the reason", Reason) ?? Accept(context, Withdrawn, Reason);
    }
}
