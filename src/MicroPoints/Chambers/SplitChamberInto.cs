using MicroPoints.Identity;
using MicroPoints.Streams;

namespace MicroPoints.Chambers;

/// <summary>Ends a chamber that is divided into others.</summary>
public sealed record SplitChamberInto(EntryId Id, IReadOnlyList<ChamberId> Successors, DateOnly On) : ChamberCommand(Id)
{
    public override Entry Entry => new ChamberSplit(Successors, On);

    public override Decision Decide(Chamber? chamber, ChamberId id, Context context) =>
        Successors.Count is 0 or > Limits.LineageMax || Successors.Contains(id) || Successors.Distinct().Count() != Successors.Count
            ? Decision.Refuse(Refusal.LineageInvalid, $"a split names 1–{Limits.LineageMax} different successors other than {id}")
            : End(On, chamber, id, context);
}
