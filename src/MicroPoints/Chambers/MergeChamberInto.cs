using MicroPoints.Identity;
using MicroPoints.Streams;

namespace MicroPoints.Chambers;

/// <summary>Ends a chamber that goes into another.</summary>
public sealed record MergeChamberInto(EntryId Id, ChamberId Successor, DateOnly On) : ChamberCommand(Id)
{
    public override Entry Entry => new ChamberMerged(Successor, On);

    public override Decision Decide(Chamber? chamber, ChamberId id, Context context) => Successor == id
        ? Decision.Refuse(Refusal.LineageInvalid, $"{id} cannot merge into itself")
        : End(On, chamber, id, context);
}
