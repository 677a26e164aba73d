using MicroPoints.Identity;
using MicroPoints.Streams;

namespace MicroPoints.Chambers;

/// <summary>Puts a chamber onto the register.</summary>
public sealed record RegisterChamber(
    EntryId Id, string Name, string Kind, RegionCode Seat, IReadOnlyList<RegionCode> Serves, DateOnly? Founded) : ChamberCommand(Id)
{
    public override Entry Entry => new ChamberRegistered(Name, Kind, Seat, Serves, Founded);

    public override Decision Decide(Chamber? chamber, ChamberId id, Context context)
    {
        if (chamber is not null) return Decision.Refuse(Refusal.ChamberExists,
            $"{id} is registered as {chamber.Name}: rename it, or choose another id");
        if (!context.By.MayRecord(Seat)) return NotAllowed(context, Seat);
        if (RefuseName(Name) is { } unfit) return unfit;
        if (!EntryId.IsValid(Kind)) return Decision.Refuse(Refusal.ChamberKindInvalid,
            $"'{Kind}' is not a kind of chamber, such as township or street");
        if (Seat.Value.Length < (int)RegionLevel.County)
            return Decision.Refuse(Refusal.LineageInvalid, $"the seat {Seat} is not a county (6 digits) or township (9 digits)");
        if (Serves.Count > Limits.RegionsServedMax) return Decision.Refuse(Refusal.LineageInvalid,
            $"a chamber serves at most {Limits.RegionsServedMax} regions");
        if (Founded > context.Today) return Decision.Refuse(Refusal.OnInFuture,
            $"founded on {Calendar.Text(Founded.Value)}, which is after today, {Calendar.Text(context.Today)}");
        return Accept(context);
    }
}
