using MicroPoints.Identity;
using MicroPoints.Streams;

namespace MicroPoints.Rounds;

/// <summary>Attaches a signed scan by its digest, at any step, also after the seal: 通报 is printed only then.</summary>
/// <param name="Note">What it shows; needed for another kind of paper.</param>
public sealed record AttachPaper(EntryId Id, RoundPaperAttached Attached, string? Note) : RoundCommand(Id)
{
    public override Entry Content => Attached;

    protected override string? Why => string.IsNullOrWhiteSpace(Note) ? null : Note;

    /// <summary>Refusals are tested in the order written.</summary>
    public override Decision Decide(RoundState state, Context context)
    {
        if ((Refuse(state, context, authority: false) ?? RefuseEntry(state)) is { } refused) return refused;
        if (Attached.Kind == PaperKind.Other && Why is null)
            return Decision.Refuse(Refusal.ReasonMissing, "say in the note what paper this is");
        return PlainText.RefuseLines("the note", Note) ?? Accept(context, Attached, Why);
    }
}
