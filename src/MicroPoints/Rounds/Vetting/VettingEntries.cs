using MicroPoints.Streams;

namespace MicroPoints.Rounds;

/// <summary>What a body that was asked for its opinion said. Values are written into entries: append only.</summary>
public enum VettingReply
{
    /// <summary>无异议.</summary>
    NoObjection = 1,

    /// <summary>有异议: its ground is the entry's reason, and the chambers it names are on hold.</summary>
    Objection = 2,

    /// <summary>未回复: marked so by the clerk, with a reason.</summary>
    NoReply = 3,
}

/// <summary>A body was asked for its opinion on the list (征求意见).</summary>
/// <param name="Body">Which, such as 县税务局; the name under which it stands in the register.</param>
/// <param name="LetterOn">The day on the letter.</param>
public sealed record RoundVettingAsked(string Body, DateOnly LetterOn) : Entry
{
    public const string Type = "round-vetting-asked/1";
    public override string TypeName => Type;
    public override void Write(CanonicalWriter writer) => writer.Text(Body).Day(LetterOn);
    internal static Entry Read(ref CanonicalReader reader) => new RoundVettingAsked(reader.Text(), reader.Day());
}

/// <summary>A body's reply, or that none came. A later one of the same body stands after it and counts; holds stay.</summary>
/// <param name="On">The day of the reply, or the day on which it was marked as missing.</param>
/// <param name="Chambers">Those objected to; empty otherwise.</param>
public sealed record RoundVettingReplied(
    string Body, VettingReply Reply, DateOnly On, IReadOnlyList<ChamberId> Chambers) : Entry
{
    public const string Type = "round-vetting-replied/1";
    public override string TypeName => Type;

    public override void Write(CanonicalWriter writer) =>
        writer.Text(Body).Whole((long)Reply).Day(On).List(Chambers, (w, c) => w.Text(c.Value));

    internal static Entry Read(ref CanonicalReader reader)
    {
        var (body, reply, on) = (reader.Text(), EntryFields.Enumerated<VettingReply>(ref reader), reader.Day());
        var chambers = new ChamberId[reader.Count()];
        for (var i = 0; i < chambers.Length; i++) chambers[i] = EntryFields.Chamber(ref reader);
        return new RoundVettingReplied(body, reply, on, chambers);
    }
}

/// <summary>A hold on a chamber was released; the entry's reason says why.</summary>
/// <param name="Body">The body whose objection it came from.</param>
public sealed record RoundHoldReleased(string Body, ChamberId Chamber) : Entry
{
    public const string Type = "round-hold-released/1";
    public override string TypeName => Type;
    public override void Write(CanonicalWriter writer) => writer.Text(Body).Text(Chamber.Value);

    internal static Entry Read(ref CanonicalReader reader) =>
        new RoundHoldReleased(reader.Text(), EntryFields.Chamber(ref reader));
}
