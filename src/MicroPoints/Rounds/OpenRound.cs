using MicroPoints.Identity;
using MicroPoints.Streams;

namespace MicroPoints.Rounds;

/// <summary>Opens a round as a draft.</summary>
public sealed record OpenRound(EntryId Id, RoundOpened Opened) : RoundCommand(Id)
{
    public override Entry Content => Opened;

    public override Decision Decide(RoundState state, Context context)
    {
        if (state.Opened is not null) return Decision.Refuse(Refusal.RoundExists, $"round {state.Id} is open already: choose another id");
        if (!context.By.MayRecord(Opened.Scope)) return Decision.Refuse(Refusal.NotAllowed,
            $"{context.By.Id} ({context.By.Role}) may not open rounds for {Opened.Scope}");
        if (Opened.Purpose != RoundPurpose.Rehearsal)
            return Decision.Refuse(Refusal.RoundPurposeUnsupported,
                "vetting, notice and objections are not built yet: only rehearsals can be opened");
        return Accept(context, Opened);
    }
}
