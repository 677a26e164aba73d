using MicroPoints.Identity;
using MicroPoints.Streams;

namespace MicroPoints.Chambers;

/// <summary>Ends a chamber without a successor. What it did stays in its ledger.</summary>
/// <param name="On">The first day on which it is no more.</param>
/// <param name="Reason">Why, in words the chamber may read; null where nothing is said.</param>
public sealed record DissolveChamber(EntryId Id, DateOnly On, string? Reason = null) : ChamberCommand(Id)
{
    public override Entry Entry => new ChamberDissolved(On);
    public override string? Why => Reason;
    public override Decision Decide(Chamber? chamber, ChamberId id, Context context) => End(On, chamber, id, context, Reason);
}
