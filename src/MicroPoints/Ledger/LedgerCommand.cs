using MicroPoints.Activities;
using MicroPoints.Chambers;
using MicroPoints.Identity;
using MicroPoints.Streams;

namespace MicroPoints.Ledger;

/// <summary>A command to one chamber's stream.</summary>
/// <param name="Id">Chosen by the caller, unique in the chamber, for ever, so that a retry is recognised.</param>
public abstract record LedgerCommand(EntryId Id)
{
    /// <summary>Whether what it writes may hold a reason, which needs a salt.</summary>
    public virtual bool MayGiveReason => true;

    /// <summary>Decides against the ledger as it stands, where the id is new. Refusals are tested in the order written.</summary>
    public abstract Decision Decide(LedgerView ledger, KindCatalogue kinds, Context context);

    /// <summary>Answers a repeated id: exists with the first answer, or refused with the first field that differs.</summary>
    public abstract Decision AnswerTo(SealedEntry known, KindCatalogue kinds);

    /// <summary>Same type and same canonical bytes: the same content.</summary>
    protected static Decision AnswerToSame(SealedEntry known, Entry entry)
    {
        if (known.Body.TypeName != entry.TypeName) return Differs(known, Refusal.ExistsWithDifferentNature, "nature of entry");
        CanonicalWriter first = new(), second = new();
        known.Body.Write(first);
        entry.Write(second);
        return first.Written.SequenceEqual(second.Written)
            ? new Decision.Exists(known)
            : Differs(known, Refusal.ExistsWithDifferentContent, "content");
    }

    protected static Decision Differs(SealedEntry known, Refusal refusal, string field) => Decision.Refuse(refusal,
        $"{known.Id} is in {known.Stream} at sequence {known.Sequence} with another {field}: choose another id, or send the same content");

    /// <summary>The chamber is known, the actor may record there, and it has not ended.</summary>
    protected static Decision? RefuseClosedChamber(LedgerView ledger, Context context)
    {
        if (ledger.Chamber is not { } chamber)
            return Decision.Refuse(Refusal.ChamberUnknown, $"{ledger.Id} is not registered: register it first");
        if (!context.By.MayRecord(chamber.Seat))
            return Decision.Refuse(Refusal.NotAllowed,
                $"{context.By.Id} ({context.By.Role}, region {context.By.Scope}) may not record in {chamber.Seat}");
        return chamber.Closed() is { } closed ? Decision.Refuse(closed.Reason, closed.Detail) : null;
    }

    protected Draft DraftOf(Context context, Entry body, string? reason = null) => new(Id, context.By.Id, context.At, context.Rules, body,
        reason is null ? null : new SaltedText(context.Salt, reason));
}

/// <summary>A change of the register, as a command to the chamber's stream.</summary>
public sealed record ChangeChamber(ChamberCommand Change) : LedgerCommand(Change.Id)
{
    public override Decision Decide(LedgerView ledger, KindCatalogue kinds, Context context) =>
        Change.Decide(ledger.Chamber, ledger.Id, context);

    /// <summary>Compared in order: content, reason.</summary>
    public override Decision AnswerTo(SealedEntry known, KindCatalogue kinds)
    {
        var answer = AnswerToSame(known, Change.Entry);
        return answer is Decision.Exists && !known.HasReason(Change.Why)
            ? Differs(known, Refusal.ExistsWithDifferentReason, "reason") : answer;
    }
}
