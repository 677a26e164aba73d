using MicroPoints.Activities;
using MicroPoints.Chambers;
using MicroPoints.Identity;
using MicroPoints.Streams;

namespace MicroPoints.Ledger;

/// <summary>Takes over a predecessor's events after a merger or a split: slices add, keys unite, caps apply once.</summary>
/// <remarks>States are not carried: the merger restates them. What is not carried stays known by id, so that nobody
/// records it twice.</remarks>
/// <param name="Id">The merger's or split's own id with the predecessor's; a retry is recognised by it.</param>
/// <param name="On">The day of the merger or split.</param>
/// <param name="Predecessor">The predecessor's ledger after its last entry.</param>
/// <param name="Allocated">For a split: the ids this chamber carries; null carries every standing event.</param>
public sealed record CarryActivities(
    EntryId Id, DateOnly On, LedgerState Predecessor, IReadOnlySet<EntryId>? Allocated) : LedgerCommand(Id)
{
    public override Decision Decide(LedgerView ledger, KindCatalogue kinds, Context context)
    {
        if (RefuseClosedChamber(ledger, context) is { } closed) return closed;
        if (Predecessor.Chamber?.Successors.Contains(ledger.Id) != true)
            return Decision.Refuse(Refusal.LineageInvalid, $"{Predecessor.Id} has not ended in favour of {ledger.Id}");
        if (Allocated?.FirstOrDefault(id => Carried(id) is null) is { Value.Length: > 0 } unknown)
            return Decision.Refuse(Refusal.EntryNotFound, $"{unknown} is not a standing event of {Predecessor.Id}");

        var carried = Carried();
        return Decision.Accept([
            DraftOf(context, new ChamberSucceeded(Predecessor.Id, On, Predecessor.Head, LeftBehind(carried))),
            .. carried.Select(e => new Draft(
                ActivityCarried.IdFor(Predecessor.Id, e.Id), context.By.Id, context.At, context.Rules, Carry(e))),
            .. Closings(ledger).Select(c => new Draft(
                ActivityCarried.IdFor(Predecessor.Id, c.Id), context.By.Id, context.At, context.Rules, c.Body))]);
    }

    /// <summary>A period that a round closed for the predecessor stays closed for what it carried.</summary>
    private IEnumerable<SealedEntry> Closings(LedgerView ledger) => Predecessor.Entries
        .Where(e => e.Body is PeriodClosed closed && !ledger.IsClosed(closed.Period)).DistinctBy(e => ((PeriodClosed)e.Body).Period);

    public override Decision AnswerTo(SealedEntry known, KindCatalogue kinds) =>
        known.Body is ChamberSucceeded first && first.Predecessor == Predecessor.Id && first.On == On
        && first.KnownIds.ToHashSet().SetEquals(LeftBehind(Carried()))
            ? new Decision.Exists(known)
            : Differs(known, Refusal.ExistsWithDifferentContent, "content");

    private List<SealedEntry> Carried() =>
        [.. Predecessor.Standing().Where(e => Carried(e.Id) is not null && Allocated?.Contains(e.Id) != false)];

    /// <summary>Ids of the predecessor, and of its own predecessors, that come along without their facts.</summary>
    private EntryId[] LeftBehind(List<SealedEntry> carried)
    {
        var ids = carried.Select(e => e.Id).ToHashSet();
        return [.. Predecessor.Entries.Where(e => e.Body is ActivityRecorded or ActivityReversed or ActivityCarried && !ids.Contains(e.Id))
            .Select(e => e.Id).Concat(Predecessor.PredecessorIds).Distinct()];
    }

    private SealedEntry? Carried(EntryId id) =>
        Predecessor.Find(id) is { } entry && LedgerState.FactOf(entry) is { Nature: Nature.Event }
            && Predecessor.ReversalOf(id) is null ? entry : null;

    private ActivityCarried Carry(SealedEntry entry) => entry.Body switch
    {
        ActivityRecorded r => new ActivityCarried(Predecessor.Id, entry.Id, r.Fact, r.Submitted, r.Evidence),
        ActivityCarried c => new ActivityCarried(Predecessor.Id, entry.Id, c.Fact, c.Submitted, c.Evidence),
        _ => throw new InvariantException("only activities are carried"),
    };
}
