using MicroPoints.Streams;

namespace MicroPoints.Rounds;

/// <summary>An objection to what was noticed came in (异议), by letter or phone. Who objects and what stands beside the entry,
/// which seals only its salted digest.</summary>
/// <param name="Chamber">The chamber it is about; null where it is about the list as a whole.</param>
/// <param name="ReceivedOn">The day it came in.</param>
public sealed record RoundObjectionReceived(ChamberId? Chamber, DateOnly ReceivedOn) : Entry
{
    public const string Type = "round-objection-received/1";
    public override string TypeName => Type;
    public override void Write(CanonicalWriter writer) => writer.Text(Chamber?.Value).Day(ReceivedOn);

    internal static Entry Read(ref CanonicalReader reader) =>
        new RoundObjectionReceived(EntryFields.ChamberOrNull(ref reader), reader.Day());
}

/// <summary>An objection was answered; the entry's reason is the answer.</summary>
/// <param name="Objection">The objection's id.</param>
/// <param name="Admitted">Of an accepted one, the entries recorded after the freeze that the round takes in from here on.</param>
public sealed record RoundObjectionAnswered(
    EntryId Objection, bool IsAccepted, IReadOnlyList<AdmittedEntry> Admitted) : Entry
{
    public const string Type = "round-objection-answered/1";
    public override string TypeName => Type;

    public override void Write(CanonicalWriter writer)
    {
        writer.Text(Objection.Value).Flag(IsAccepted);
        AdmittedEntry.Write(writer, Admitted);
    }

    internal static Entry Read(ref CanonicalReader reader) =>
        new RoundObjectionAnswered(EntryFields.Entry(ref reader), reader.Flag(), AdmittedEntry.Read(ref reader));
}
