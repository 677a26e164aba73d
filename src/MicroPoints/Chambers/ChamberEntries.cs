using MicroPoints.Streams;

namespace MicroPoints.Chambers;

/// <summary>A chamber came onto the register.</summary>
/// <param name="Kind">Its kind and peer group: township, street, village, industry, out-of-town, park …; an open list.</param>
/// <param name="Seat">The region it belongs to, for scope and places.</param>
/// <param name="Serves">Townships it serves; several, or none beyond its seat.</param>
/// <param name="Founded">The day it was founded, where known.</param>
public sealed record ChamberRegistered(
    string Name, string Kind, RegionCode Seat, IReadOnlyList<RegionCode> Serves, DateOnly? Founded) : Entry
{
    public const string Type = "chamber-registered/1";
    public override string TypeName => Type;

    public override void Write(CanonicalWriter writer) => writer.Text(Name).Text(Kind).Text(Seat.Value)
        .List(Serves, (w, region) => w.Text(region.Value)).Day(Founded);

    internal static Entry Read(ref CanonicalReader reader)
    {
        var (name, kind, seat) = (reader.Text(), reader.Text(), EntryFields.Region(ref reader));
        var serves = new RegionCode[reader.Count()];
        for (var i = 0; i < serves.Length; i++) serves[i] = EntryFields.Region(ref reader);
        return new ChamberRegistered(name, kind, seat, serves, reader.DayOrNull());
    }
}

/// <summary>The chamber has another name from a day.</summary>
public sealed record ChamberRenamed(string Name, DateOnly On) : Entry
{
    public const string Type = "chamber-renamed/1";
    public override string TypeName => Type;
    public override void Write(CanonicalWriter writer) => writer.Text(Name).Day(On);
    internal static Entry Read(ref CanonicalReader reader) => new ChamberRenamed(reader.Text(), reader.Day());
}

/// <summary>A dated fact of the chamber that rules may read, such as its size or the day it was registered with civil affairs.</summary>
/// <param name="Value">Empty where the fact is taken off: from that day on nothing is known of it.</param>
public sealed record ChamberAttributeSet(string Attribute, string Value, DateOnly On) : Entry
{
    public bool IsTakenOff => Value.Length == 0;

    public const string Type = "chamber-attribute-set/1";
    public override string TypeName => Type;
    public override void Write(CanonicalWriter writer) => writer.Text(Attribute).Text(Value).Day(On);
    internal static Entry Read(ref CanonicalReader reader) => new ChamberAttributeSet(reader.Text(), reader.Text(), reader.Day());
}

/// <summary>The chamber ended on a day, without a successor.</summary>
public sealed record ChamberDissolved(DateOnly On) : Entry
{
    public const string Type = "chamber-dissolved/1";
    public override string TypeName => Type;
    public override void Write(CanonicalWriter writer) => writer.Day(On);
    internal static Entry Read(ref CanonicalReader reader) => new ChamberDissolved(reader.Day());
}

/// <summary>The chamber went into another on a day; what it did is carried there.</summary>
public sealed record ChamberMerged(ChamberId Successor, DateOnly On) : Entry
{
    public const string Type = "chamber-merged/1";
    public override string TypeName => Type;
    public override void Write(CanonicalWriter writer) => writer.Text(Successor.Value).Day(On);
    internal static Entry Read(ref CanonicalReader reader) => new ChamberMerged(EntryFields.Chamber(ref reader), reader.Day());
}

/// <summary>The chamber was divided on a day; each successor carries only what it was allocated.</summary>
public sealed record ChamberSplit(IReadOnlyList<ChamberId> Successors, DateOnly On) : Entry
{
    public const string Type = "chamber-split/1";
    public override string TypeName => Type;

    public override void Write(CanonicalWriter writer) =>
        writer.List(Successors, (w, successor) => w.Text(successor.Value)).Day(On);

    internal static Entry Read(ref CanonicalReader reader)
    {
        var successors = new ChamberId[reader.Count()];
        for (var i = 0; i < successors.Length; i++) successors[i] = EntryFields.Chamber(ref reader);
        return new ChamberSplit(successors, reader.Day());
    }
}

/// <summary>Written to a successor: it follows a chamber, whose ids it knows from now on.</summary>
/// <param name="PredecessorHead">Where the predecessor's stream ended, so that both chains check each other.</param>
/// <param name="KnownIds">Ids of the predecessor that are not carried as facts.</param>
public sealed record ChamberSucceeded(
    ChamberId Predecessor, DateOnly On, Head PredecessorHead, IReadOnlyList<EntryId> KnownIds) : Entry
{
    public const string Type = "chamber-succeeded/1";
    public override string TypeName => Type;

    public override void Write(CanonicalWriter writer) => writer.Text(Predecessor.Value).Day(On)
        .Whole(PredecessorHead.Sequence).Digest(PredecessorHead.Hash).List(KnownIds, (w, id) => w.Text(id.Value));

    internal static Entry Read(ref CanonicalReader reader)
    {
        var (predecessor, on) = (EntryFields.Chamber(ref reader), reader.Day());
        var head = new Head(reader.Whole(), reader.Digest());
        var ids = new EntryId[reader.Count()];
        for (var i = 0; i < ids.Length; i++) ids[i] = EntryFields.Entry(ref reader);
        return new ChamberSucceeded(predecessor, on, head, ids);
    }
}
