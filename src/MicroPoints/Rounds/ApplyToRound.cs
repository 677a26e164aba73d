using MicroPoints.Identity;
using MicroPoints.Streams;

namespace MicroPoints.Rounds;

/// <summary>Records that a chamber applied to take part, while the round is a draft.</summary>
public sealed record ApplyToRound(EntryId Id, ChamberId Chamber) : RoundCommand(Id)
{
    public override Entry Content => new RoundApplied(Chamber);

    public override Decision Decide(RoundState state, Context context) =>
        Refuse(state, context, authority: false, RoundStatus.Draft) ?? Accept(context, Content);
}
