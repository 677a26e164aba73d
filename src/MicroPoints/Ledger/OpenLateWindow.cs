using MicroPoints.Activities;
using MicroPoints.Identity;
using MicroPoints.Streams;

namespace MicroPoints.Ledger;

/// <summary>Lets late entries into a closed period, through the end of a day; only an authority may.</summary>
public sealed record OpenLateWindow(EntryId Id, Period Period, DateOnly Through, string Reason) : LedgerCommand(Id)
{
    public override Decision Decide(LedgerView ledger, KindCatalogue kinds, Context context)
    {
        if (RefuseClosedChamber(ledger, context) is { } closed) return closed;
        if (!context.By.IsAuthority(ledger.Chamber!.Seat))
            return Decision.Refuse(Refusal.NotAnAuthority, $"only an approver for {ledger.Chamber.Seat} may open a late window");
        if (string.IsNullOrWhiteSpace(Reason)) return Decision.Refuse(Refusal.ReasonMissing, "say why late entries are let in");
        if (PlainText.RefuseLines("a reason", Reason) is { } refused) return refused;
        if (!ledger.IsClosed(Period)) return Decision.Refuse(Refusal.PeriodNotClosed, $"{Period} is open for {ledger.Id}: record as usual");
        if (Through < context.Today) return Decision.Refuse(Refusal.OnTooEarly,
            $"a window through {Calendar.Text(Through)} would be over already");
        return Decision.Accept(DraftOf(context, new LateWindowOpened(Period, Through), Reason));
    }

    /// <summary>Compared in order: what it opens, reason.</summary>
    public override Decision AnswerTo(SealedEntry known, KindCatalogue kinds) =>
        AnswerToSame(known, new LateWindowOpened(Period, Through)) is Decision.Exists exists && !known.HasReason(Reason)
            ? Differs(exists.First, Refusal.ExistsWithDifferentReason, "reason")
            : AnswerToSame(known, new LateWindowOpened(Period, Through));
}
