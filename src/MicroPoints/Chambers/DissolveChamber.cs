using MicroPoints.Identity;
using MicroPoints.Streams;

namespace MicroPoints.Chambers;

/// <summary>Ends a chamber without a successor. What it did stays in its ledger.</summary>
public sealed record DissolveChamber(EntryId Id, DateOnly On) : ChamberCommand(Id)
{
    public override Entry Entry => new ChamberDissolved(On);
    public override Decision Decide(Chamber? chamber, ChamberId id, Context context) => End(On, chamber, id, context);
}
