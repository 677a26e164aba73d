using MicroPoints.Identity;
using MicroPoints.Streams;

namespace MicroPoints.Rounds;

/// <summary>Seals a decided round with the digests of its result and proof.</summary>
public sealed record SealRound(EntryId Id, RoundSealed Sealed) : RoundCommand(Id)
{
    public override Entry Content => Sealed;

    /// <summary>Where the round ended in the proof; null where nobody else can have written since.</summary>
    public Head? Through { get; init; }

    public override Decision Decide(RoundState state, Context context) =>
        Refuse(state, context, authority: true, RoundStatus.Decided)
        // A paper attached meanwhile would stand before the seal and not in the proof, which then could never be written again.
        ?? (Through is { } head && head != state.Head ? Decision.Refuse(Refusal.RoundWrongState,
            $"something was attached to round {state.Id} while its proof was written: seal it again") : null)
        ?? Accept(context, Sealed);
}
