using MicroPoints.Identity;
using MicroPoints.Streams;

namespace MicroPoints.Chambers;

/// <summary>A change of the register. The same id with the same content answers exists; that is tested before
/// <see cref="Decide"/>.</summary>
/// <param name="Id">Chosen by the caller, so that a retry is recognised.</param>
public abstract record ChamberCommand(EntryId Id)
{
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
    protected Decision End(DateOnly on, Chamber? chamber, ChamberId id, Context context)
    {
        if (Refuse(chamber, id, context) is { } refused) return refused;
        if (!context.By.IsAuthority(chamber!.Seat))
            return Decision.Refuse(Refusal.NotAnAuthority, $"only an approver for {chamber.Seat} may end a chamber");
        if (on > context.Today) return Decision.Refuse(Refusal.OnInFuture,
            $"{Calendar.Text(on)} is after today, {Calendar.Text(context.Today)}");
        if (on < chamber.Founded) return Decision.Refuse(Refusal.OnTooEarly, $"{Calendar.Text(on)} is before {id} was founded");
        return Accept(context);
    }

    protected static bool IsName(string name) =>
        name.Length is > 0 and <= Limits.NameLengthMax && name.Trim() == name && PlainText.ControlIn(name) < 0;

    protected Decision Accept(Context context) =>
        Decision.Accept(new Draft(Id, context.By.Id, context.At, context.Rules, Entry));
}
