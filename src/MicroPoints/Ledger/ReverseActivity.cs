using MicroPoints.Activities;
using MicroPoints.Identity;
using MicroPoints.Streams;

namespace MicroPoints.Ledger;

/// <summary>Takes back one earlier activity, in full, by adding its opposite to the ledger.</summary>
/// <remarks>
/// Entries are never changed or removed, so a mistake and its correction stay side by side. A reversal cannot itself be
/// reversed: record the activity again instead, and say why.
/// </remarks>
/// <param name="Target">The activity to take back.</param>
/// <param name="Reason">Why, in words the chamber may read.</param>
public sealed record ReverseActivity(EntryId Id, EntryId Target, string Reason) : LedgerCommand(Id)
{
    /// <summary>Refusals are tested in the order written. In a closed period only an authority may reverse, and the
    /// entry says so.</summary>
    public override Decision Decide(LedgerView ledger, KindCatalogue kinds, Context context)
    {
        if (ledger.PredecessorOf(Id) is { } predecessor)
            return Decision.Refuse(Refusal.ExistsInPredecessor, $"{Id} was recorded at {predecessor}, which {ledger.Id} succeeds");
        if (RefuseClosedChamber(ledger, context) is { } closed) return closed;
        if (string.IsNullOrWhiteSpace(Reason)) return Decision.Refuse(Refusal.ReasonMissing,
            "say why it is taken back, in words the chamber may read");
        if (PlainText.RefuseLines("a reason", Reason) is { } refused) return refused;
        if (ledger.Find(Target) is not { } target) return Decision.Refuse(Refusal.EntryNotFound,
            ledger.PredecessorOf(Target) is { } origin
                ? $"{Target} was recorded at {origin}; if it was carried here, take back {ActivityCarried.IdFor(origin, Target)}"
                : $"{Target} is not in the ledger of {ledger.Id}");
        if (target.Body is ActivityReversed) return Decision.Refuse(
            Refusal.EntryIsReversal, $"{Target} is itself a reversal: record the activity again instead, and say why");
        if (LedgerState.FactOf(target) is not { } fact) return Decision.Refuse(Refusal.EntryIsNoActivity, $"{Target} is no activity");
        if (ledger.ReversalOf(Target) is { } earlier) return Decision.Refuse(Refusal.EntryAlreadyReversed,
            $"{Target} was taken back by {earlier}");

        // The activity's own day decides whether the reversal is late; a state may reach later closed periods too, which raises checks.
        if (ledger.ClosedPeriodOf(fact.On.Last, context.Today) is { } period && !context.By.IsAuthority(ledger.Chamber!.Seat))
            return Decision.Refuse(Refusal.PeriodClosed,
                $"{period} is closed for {ledger.Id}: only an authority may take back {Target}, with a reason");
        return Decision.Accept(DraftOf(context, new ActivityReversed(Target, ledger.Reached(fact)), Reason));
    }

    /// <summary>Compared in order: nature of entry, target, reason.</summary>
    public override Decision AnswerTo(SealedEntry known, KindCatalogue kinds)
    {
        if (known.Body is not ActivityReversed first) return Differs(known, Refusal.ExistsWithDifferentNature, "nature of entry");
        if (first.Target != Target) return Differs(known, Refusal.ExistsWithDifferentTarget, "target");
        return known.HasReason(Reason) ? new Decision.Exists(known) : Differs(known, Refusal.ExistsWithDifferentReason, "reason");
    }
}
