using MicroPoints.Identity;
using MicroPoints.Streams;

namespace MicroPoints.Chambers;

/// <summary>Gives a chamber another name from a day.</summary>
public sealed record RenameChamber(EntryId Id, string Name, DateOnly On) : ChamberCommand(Id)
{
    public override Entry Entry => new ChamberRenamed(Name, On);

    public override Decision Decide(Chamber? chamber, ChamberId id, Context context)
    {
        if (Refuse(chamber, id, context) is { } refused) return refused;
        if (!IsName(Name)) return Decision.Refuse(Refusal.ChamberNameInvalid,
            $"a name is 1–{Limits.NameLengthMax} characters without space around it and without control characters");
        if (On > context.Today) return Decision.Refuse(Refusal.OnInFuture,
            $"{Calendar.Text(On)} is after today, {Calendar.Text(context.Today)}");
        return Accept(context);
    }
}
