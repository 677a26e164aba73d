using MicroPoints.Identity;
using MicroPoints.Streams;

namespace MicroPoints.Rounds;

/// <summary>Admits entries recorded after the freeze, such as those of an accepted objection, into a locked round.</summary>
/// <remarks>Everything is then computed anew; entries after the freeze that are not admitted still do not count.</remarks>
/// <param name="Reason">Why they are admitted.</param>
public sealed record AdmitEntries(EntryId Id, IReadOnlyList<AdmittedEntry> Admitted, string Reason) : RoundCommand(Id)
{
    public override Entry Content => new RoundRecomputed(Admitted);

    protected override string? Why => Reason;

    /// <summary>Refusals are tested in the order written.</summary>
    public override Decision Decide(RoundState state, Context context)
    {
        if ((Refuse(state, context, authority: true, BeforeDecision) ?? RefuseEntry(state)) is { } refused) return refused;
        if (string.IsNullOrWhiteSpace(Reason))
            return Decision.Refuse(Refusal.ReasonMissing, "say why entries are admitted after the freeze");
        if (PlainText.RefuseLines("a reason", Reason) is { } unfit) return unfit;
        return Refuse(state, Admitted) ?? Accept(context, Content, Reason);
    }

    /// <summary>What is admitted was recorded after the freeze of a chamber of this round, and is admitted once.</summary>
    internal static Decision? Refuse(RoundState state, IReadOnlyList<AdmittedEntry> admitted)
    {
        if (admitted.Count == 0) return Decision.Refuse(Refusal.EntryNotFound, "name the entries that are admitted");
        foreach (var entry in admitted)
        {
            if (state.RefuseForeign(entry.Chamber) is { } foreign) return foreign;
            if (entry.Sequence <= state.FrozenHeadOf(entry.Chamber)!.Value.Sequence) return Decision.Refuse(Refusal.EntryNotFound,
                $"{entry.Id} of {entry.Chamber} stands at or before the frozen head and needs no admission");
        }
        return state.Admitted.Concat(admitted).GroupBy(a => (a.Chamber, a.Sequence)).FirstOrDefault(g => g.Count() > 1) is { } twice
            ? Decision.Refuse(Refusal.EntryNotFound,
                $"{twice.Last().Id} of {twice.Key.Chamber} is admitted already, or named twice")
            : null;
    }
}
