using MicroPoints.Identity;
using MicroPoints.Streams;

namespace MicroPoints.Chambers;

/// <summary>A change of the register. The same id with the same content answers exists; that is tested before <see cref="Decide"/>.</summary>
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
        if (on > context.Today) return Decision.Refuse(Refusal.OnInFuture, $"{Calendar.Text(on)} is after today, {Calendar.Text(context.Today)}");
        if (on < chamber.Founded) return Decision.Refuse(Refusal.OnTooEarly, $"{Calendar.Text(on)} is before {id} was founded");
        return Accept(context);
    }

    protected static bool IsName(string name) =>
        name.Length is > 0 and <= Limits.NameLengthMax && name.Trim() == name && !name.Any(char.IsControl);

    protected Decision Accept(Context context) =>
        Decision.Accept(new Draft(Id, context.By.Id, context.At, context.Rules, Entry));
}

/// <summary>Puts a chamber onto the register.</summary>
public sealed record RegisterChamber(
    EntryId Id, string Name, string Kind, RegionCode Seat, IReadOnlyList<RegionCode> Serves, DateOnly? Founded) : ChamberCommand(Id)
{
    public override Entry Entry => new ChamberRegistered(Name, Kind, Seat, Serves, Founded);

    public override Decision Decide(Chamber? chamber, ChamberId id, Context context)
    {
        if (chamber is not null) return Decision.Refuse(Refusal.ChamberExists, $"{id} is registered as {chamber.Name}: rename it, or choose another id");
        if (!context.By.MayRecord(Seat)) return NotAllowed(context, Seat);
        if (!IsName(Name)) return Decision.Refuse(Refusal.ChamberNameInvalid, $"a name is 1–{Limits.NameLengthMax} characters without space around it");
        if (!EntryId.IsValid(Kind)) return Decision.Refuse(Refusal.ChamberKindInvalid, $"'{Kind}' is not a kind of chamber, such as township or street");
        if (Seat.Value.Length < (int)RegionLevel.County)
            return Decision.Refuse(Refusal.LineageInvalid, $"the seat {Seat} is not a county (6 digits) or township (9 digits)");
        if (Serves.Count > Limits.RegionsServedMax) return Decision.Refuse(Refusal.LineageInvalid, $"a chamber serves at most {Limits.RegionsServedMax} regions");
        if (Founded > context.Today) return Decision.Refuse(Refusal.OnInFuture, $"founded on {Calendar.Text(Founded.Value)}, which is after today, {Calendar.Text(context.Today)}");
        return Accept(context);
    }
}

/// <summary>Gives a chamber another name from a day.</summary>
public sealed record RenameChamber(EntryId Id, string Name, DateOnly On) : ChamberCommand(Id)
{
    public override Entry Entry => new ChamberRenamed(Name, On);

    public override Decision Decide(Chamber? chamber, ChamberId id, Context context)
    {
        if (Refuse(chamber, id, context) is { } refused) return refused;
        if (!IsName(Name)) return Decision.Refuse(Refusal.ChamberNameInvalid, $"a name is 1–{Limits.NameLengthMax} characters without space around it");
        if (On > context.Today) return Decision.Refuse(Refusal.OnInFuture, $"{Calendar.Text(On)} is after today, {Calendar.Text(context.Today)}");
        return Accept(context);
    }
}

/// <summary>Sets a dated fact of a chamber that rules may read.</summary>
public sealed record SetChamberAttribute(EntryId Id, string Attribute, string Value, DateOnly On) : ChamberCommand(Id)
{
    public override Entry Entry => new ChamberAttributeSet(Attribute, Value, On);

    public override Decision Decide(Chamber? chamber, ChamberId id, Context context)
    {
        if (Refuse(chamber, id, context) is { } refused) return refused;
        if (!EntryId.IsValid(Attribute) || Value.Length is 0 or > Limits.NameLengthMax)
            return Decision.Refuse(Refusal.SettingNotOfType, $"'{Attribute}' = '{Value}' is not an attribute with a value");
        if (On > context.Today) return Decision.Refuse(Refusal.OnInFuture, $"{Calendar.Text(On)} is after today, {Calendar.Text(context.Today)}");
        return Accept(context);
    }
}

/// <summary>Ends a chamber without a successor. What it did stays in its ledger.</summary>
public sealed record DissolveChamber(EntryId Id, DateOnly On) : ChamberCommand(Id)
{
    public override Entry Entry => new ChamberDissolved(On);
    public override Decision Decide(Chamber? chamber, ChamberId id, Context context) => End(On, chamber, id, context);
}

/// <summary>Ends a chamber that goes into another.</summary>
public sealed record MergeChamberInto(EntryId Id, ChamberId Successor, DateOnly On) : ChamberCommand(Id)
{
    public override Entry Entry => new ChamberMerged(Successor, On);

    public override Decision Decide(Chamber? chamber, ChamberId id, Context context) => Successor == id
        ? Decision.Refuse(Refusal.LineageInvalid, $"{id} cannot merge into itself")
        : End(On, chamber, id, context);
}

/// <summary>Ends a chamber that is divided into others.</summary>
public sealed record SplitChamberInto(EntryId Id, IReadOnlyList<ChamberId> Successors, DateOnly On) : ChamberCommand(Id)
{
    public override Entry Entry => new ChamberSplit(Successors, On);

    public override Decision Decide(Chamber? chamber, ChamberId id, Context context) =>
        Successors.Count is 0 or > Limits.LineageMax || Successors.Contains(id) || Successors.Distinct().Count() != Successors.Count
            ? Decision.Refuse(Refusal.LineageInvalid, $"a split names 1–{Limits.LineageMax} different successors other than {id}")
            : End(On, chamber, id, context);
}
