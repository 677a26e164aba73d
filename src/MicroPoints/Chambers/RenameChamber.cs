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
        if (RefuseName(Name) is { } unfit) return unfit;
        if (On > context.Today) return Decision.Refuse(Refusal.OnInFuture,
            $"{Calendar.Text(On)} is after today, {Calendar.Text(context.Today)}");
        return Accept(context);
    }
}
