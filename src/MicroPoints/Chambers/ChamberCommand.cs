using MicroPoints.Identity;
using MicroPoints.Streams;

namespace MicroPoints.Chambers;

/// <summary>A change of the register. The same id with the same content answers exists; that is tested before
/// <see cref="Decide"/>.</summary>
/// <param name="Id">Chosen by the caller, so that a retry is recognised.</param>
public abstract record ChamberCommand(EntryId Id)
{
    /// <summary>The reason it gives, where it takes one.</summary>
    public virtual string? Why => null;

    /// <summary>The entry it would write.</summary>
    public abstract Entry Entry { get; }

    /// <summary>Decides against the register; null where the chamber is not on it.</summary>
    public abstract Decision Decide(Chamber? chamber, ChamberId id, Context context);

    /// <summary>What every change of an existing, open chamber demands, in this order: known, allowed, open.</summary>
    protected static Decision? Refuse(Chamber? chamber, ChamberId id, Context context)
    {
        if (chamber is null) return Decision.Refuse(Refusal.ChamberUnknown, $"{id} is not registered: register it first");
        if (!context.By.MayRecord(chamber.Seat)) return NotAllowed(context, chamber.Seat);
        return chamber.Closed() is { } closed ? Decision.Refuse(closed.Reason, closed.Detail) : null;
    }

    protected static Decision NotAllowed(Context context, RegionCode region) => Decision.Refuse(
        Refusal.NotAllowed, $"{context.By.Id} ({context.By.Role}, region {context.By.Scope}) may not record in {region}");

    /// <summary>The checks that every ending shares.</summary>
    /// <param name="reason">Why it ended; null where nothing is said.</param>
    protected Decision End(DateOnly on, Chamber? chamber, ChamberId id, Context context, string? reason = null)
    {
        if (Refuse(chamber, id, context) is { } refused) return refused;
        if (!context.By.IsAuthority(chamber!.Seat))
            return Decision.Refuse(Refusal.NotAnAuthority, $"only an approver for {chamber.Seat} may end a chamber");
        if (on > context.Today) return Decision.Refuse(Refusal.OnInFuture,
            $"{Calendar.Text(on)} is after today, {Calendar.Text(context.Today)}");
        if (on < chamber.Founded) return Decision.Refuse(Refusal.OnTooEarly, $"{Calendar.Text(on)} is before {id} was founded");
        return PlainText.RefuseLines("a reason", reason) ?? Accept(context, reason);
    }

    /// <summary>Refuses a name that could not be told from another by reading it, or not be printed.</summary>
    protected static Decision? RefuseName(string name)
    {
        if (name.Length is 0 or > Limits.NameLengthMax || name.Trim() != name || PlainText.ControlIn(name) >= 0)
            return Decision.Refuse(Refusal.ChamberNameInvalid,
                $"a name is 1–{Limits.NameLengthMax} characters without space around it and without control characters");
        return PlainText.InvisibleIn(name) is >= 0 and var at
            ? Decision.Refuse(Refusal.ChamberNameInvalid, $"the name has {PlainText.SaidInvisible(name, at)}") : null;
    }

    protected Decision Accept(Context context, string? reason = null) => Decision.Accept(new Draft(
        Id, context.By.Id, context.At, context.Rules, Entry, reason is null ? null : new SaltedText(context.Salt, reason)));
}
