using MicroPoints.Activities;
using MicroPoints.Identity;
using MicroPoints.Streams;

namespace MicroPoints.Ledger;

/// <summary>Closes a period of one chamber, because a round locked it. The id derives from the round, so a retry is safe.</summary>
public sealed record ClosePeriod(EntryId Id, Period Period, RoundId Round) : LedgerCommand(Id)
{
    public override Decision Decide(LedgerView ledger, KindCatalogue kinds, Context context)
    {
        if (ledger.Chamber is not { } chamber) return Decision.Refuse(Refusal.ChamberUnknown, $"{ledger.Id} is not registered");
        if (!context.By.MayRecord(chamber.Seat)) return Decision.Refuse(Refusal.NotAllowed,
            $"{context.By.Id} may not close periods in {chamber.Seat}");
        if (ledger.IsClosed(Period)) return Decision.Refuse(Refusal.PeriodClosed, $"{Period} is closed for {ledger.Id} already");
        return Decision.Accept(DraftOf(context, new PeriodClosed(Period, Round)));
    }

    public override Decision AnswerTo(SealedEntry known, KindCatalogue kinds) => AnswerToSame(known, new PeriodClosed(Period, Round));
}
