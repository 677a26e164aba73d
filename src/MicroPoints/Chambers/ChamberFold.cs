using MicroPoints.Streams;

namespace MicroPoints.Chambers;

/// <summary>What the register says of a chamber, as bytes of a snapshot.</summary>
internal static class ChamberFold
{
    public static void WriteFold(this Chamber chamber, CanonicalWriter writer) => writer
        .Text(chamber.Name).Text(chamber.Kind).Text(chamber.Seat.Value)
        .List(chamber.Serves, (w, region) => w.Text(region.Value)).Day(chamber.Founded)
        .List(chamber.Attributes, (w, set) => w.Text(set.Attribute).Text(set.Value).Day(set.On))
        .List(chamber.Names, (w, name) => w.Text(name.Name).Day(name.From))
        .List(chamber.Predecessors, (w, id) => w.Text(id.Value))
        .List(chamber.Successors, (w, id) => w.Text(id.Value))
        .Whole((long?)chamber.End).Day(chamber.EndedOn);

    public static Chamber ReadFold(ref CanonicalReader reader, ChamberId id)
    {
        var (name, kind, seat) = (reader.Text(), reader.Text(), EntryFields.Region(ref reader));
        var serves = new RegionCode[reader.Count()];
        for (var i = 0; i < serves.Length; i++) serves[i] = EntryFields.Region(ref reader);
        var founded = reader.DayOrNull();
        var attributes = new ChamberAttributeSet[reader.Count()];
        for (var i = 0; i < attributes.Length; i++) attributes[i] = new(reader.Text(), reader.Text(), reader.Day());
        var names = new (string, DateOnly)[reader.Count()];
        for (var i = 0; i < names.Length; i++) names[i] = (reader.Text(), reader.Day());
        return new Chamber(id, name, kind, seat, serves, founded)
        {
            Attributes = attributes,
            Names = names,
            Predecessors = Ids(ref reader),
            Successors = Ids(ref reader),
            End = (ChamberEnd?)reader.WholeOrNull(),
            EndedOn = reader.DayOrNull(),
        };
    }

    private static ChamberId[] Ids(ref CanonicalReader reader)
    {
        var ids = new ChamberId[reader.Count()];
        for (var i = 0; i < ids.Length; i++) ids[i] = EntryFields.Chamber(ref reader);
        return ids;
    }
}
