using MicroPoints.Streams;

namespace MicroPoints.Imports;

/// <summary>What kind of table was imported. Values are written into entries: append only.</summary>
public enum TableShape
{
    /// <summary>年度汇总表: a chamber a row, an indicator a column.</summary>
    Annual = 1,

    /// <summary>部门清单: one kind of activity, a chamber a row, or several.</summary>
    Department = 2,

    /// <summary>成批登记: one kind of activity, a chamber a row, typed at the desk.</summary>
    Grid = 3,
}

/// <summary>An import began: from here on its entries may stand in the ledgers of these chambers.</summary>
/// <remarks>The file's name is the entry's reason, so that the chain holds only a salted digest of it.</remarks>
/// <param name="File">The digest of the file's bytes.</param>
/// <param name="Kind">What a department's list counts; null for an annual table.</param>
/// <param name="Chambers">Every chamber that the table names, in order of id.</param>
public sealed record ImportBegun(
    Digest File, TableShape Shape, Period Period, RegionCode Scope, KindId? Kind, IReadOnlyList<ChamberId> Chambers) : Entry
{
    public const string Type = "import-begun/1";
    public override string TypeName => Type;

    public override void Write(CanonicalWriter writer) => writer.Digest(File).Whole((long)Shape).Text(Period.ToString())
        .Text(Scope.Value).Text(Kind?.Value).List(Chambers, (w, chamber) => w.Text(chamber.Value));

    internal static Entry Read(ref CanonicalReader reader)
    {
        var (file, shape, period) = (reader.Digest(), EntryFields.Enumerated<TableShape>(ref reader), EntryFields.Period(ref reader));
        var (scope, kind) = (EntryFields.Region(ref reader), reader.TextOrNull());
        if (kind is not null && !KindId.IsValid(kind)) throw new CanonicalException($"'{kind}' is not an activity kind");
        var chambers = new ChamberId[reader.Count()];
        for (var i = 0; i < chambers.Length; i++) chambers[i] = EntryFields.Chamber(ref reader);
        return new ImportBegun(file, shape, period, scope, kind is null ? null : new KindId(kind), chambers);
    }
}

/// <summary>Every line of an import is in its ledger.</summary>
/// <param name="Recorded">Activities that it recorded.</param>
/// <param name="TakenBack">Activities of earlier imports that it corrected or took back.</param>
public sealed record ImportFinished(long Recorded, long TakenBack) : Entry
{
    public const string Type = "import-finished/1";
    public override string TypeName => Type;
    public override void Write(CanonicalWriter writer) => writer.Whole(Recorded).Whole(TakenBack);
    internal static Entry Read(ref CanonicalReader reader) => new ImportFinished(reader.Whole(), reader.Whole());
}

/// <summary>An import is being taken back, with a reason; its lines are reversed one chamber after the other.</summary>
public sealed record ImportUndoBegun : Entry
{
    public const string Type = "import-undo-begun/1";
    public override string TypeName => Type;
    public override void Write(CanonicalWriter writer) { }
    internal static Entry Read(ref CanonicalReader reader) => new ImportUndoBegun();
}

/// <summary>An import is taken back as a whole.</summary>
/// <param name="TakenBack">Activities that were reversed.</param>
/// <param name="Restored">Activities of earlier imports that count again, recorded anew.</param>
public sealed record ImportUndone(long TakenBack, long Restored) : Entry
{
    public const string Type = "import-undone/1";
    public override string TypeName => Type;
    public override void Write(CanonicalWriter writer) => writer.Whole(TakenBack).Whole(Restored);
    internal static Entry Read(ref CanonicalReader reader) => new ImportUndone(reader.Whole(), reader.Whole());
}
