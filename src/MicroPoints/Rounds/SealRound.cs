using MicroPoints.Identity;
using MicroPoints.Streams;

namespace MicroPoints.Rounds;

/// <summary>Seals a decided round with the digests of its result and proof.</summary>
public sealed record SealRound(EntryId Id, RoundSealed Sealed) : RoundCommand(Id)
{
    public override Entry Content => Sealed;

    public override Decision Decide(RoundState state, Context context) =>
        Refuse(state, context, authority: true, RoundStatus.Decided) ?? Accept(context, Sealed);
}
