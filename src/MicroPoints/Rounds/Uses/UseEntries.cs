using MicroPoints.Streams;

namespace MicroPoints.Rounds;

/// <summary>A body relied on what a sealed round gave one chamber (运用记录). The entry's reason is the note.</summary>
/// <param name="Outcome">The outcome relied on; null where it was the grade.</param>
/// <param name="Grade">The grade relied on, or the class where the ruleset has classes; null where it was an outcome.</param>
/// <param name="Body">Which body (使用单位), such as 县政协办.</param>
/// <param name="Purpose">For what (用途), such as 评先评优.</param>
/// <param name="On">The day on which it did.</param>
/// <param name="Document">Its document's number (文号); of a reference opinion, that of the written request.</param>
public sealed record RoundResultUsed(
    ChamberId Chamber, string? Outcome, string? Grade, string Body, string Purpose, DateOnly On, string? Document) : Entry
{
    public const string Type = "round-result-used/1";
    public override string TypeName => Type;

    public override void Write(CanonicalWriter writer) => writer.Text(Chamber.Value).Text(Outcome).Text(Grade)
        .Text(Body).Text(Purpose).Day(On).Text(Document);

    internal static Entry Read(ref CanonicalReader reader) => new RoundResultUsed(EntryFields.Chamber(ref reader),
        reader.TextOrNull(), reader.TextOrNull(), reader.Text(), reader.Text(), reader.Day(), reader.TextOrNull());
}

/// <summary>A use was recorded by mistake, or the body took it back; the entry's reason says why.</summary>
/// <param name="Use">The id of the use.</param>
public sealed record RoundUseWithdrawn(EntryId Use) : Entry
{
    public const string Type = "round-use-withdrawn/1";
    public override string TypeName => Type;
    public override void Write(CanonicalWriter writer) => writer.Text(Use.Value);
    internal static Entry Read(ref CanonicalReader reader) => new RoundUseWithdrawn(EntryFields.Entry(ref reader));
}
