namespace MicroPoints.Runtime;

/// <summary>A name of a line or of what it stands in.</summary>
/// <param name="Text">Without its points and its citation.</param>
/// <param name="Cell">Where it stands: rows of one merged cell have the same.</param>
internal sealed record WrittenName(string Text, Points? Points, (int Row, int Column) Cell);

/// <summary>A line of a table of rules as it is written: one row, or several that belong together.</summary>
/// <param name="Place">Of its name.</param>
/// <param name="Names">From the category down to the line itself.</param>
internal sealed record WrittenLine(CellPlace Place, RuleSection Section, IReadOnlyList<WrittenName> Names, string? Id)
{
    /// <summary>What the column of points says.</summary>
    public string Points { get; init; } = "";

    /// <summary>Where that stands: lines that share one cell share its points.</summary>
    public (int Row, int Column) PointsCell { get; init; }
    /// <summary>What the column of standards says, row by row.</summary>
    public IReadOnlyList<string> Standards { get; init; } = [];
    public IReadOnlyList<string> Evidence { get; init; } = [];
    public string Confirmed { get; init; } = "";
    public string Clause { get; init; } = "";

    /// <summary>The name was made from the standard, because the document has none.</summary>
    public bool IsNamedByStandard { get; init; }

    public string Title => Names[^1].Text;

    /// <summary>All that the document says of it, on one line.</summary>
    public string Whole => RuleText
        .Short(string.Join(" | ", Names.Select(n => n.Text).Append(Points).Concat(Standards).Where(t => t.Length > 0)), 400);
}

/// <summary>What a document says besides its lines.</summary>
/// <param name="Totals">Rows that sum up: what of, and how much.</param>
/// <param name="Notes">What was passed over, each with its place.</param>
internal sealed record WrittenTable(
    IReadOnlyList<WrittenLine> Lines, IReadOnlyList<(CellPlace Place, string Of, Points Points)> Totals,
    IReadOnlyList<(CellPlace Place, string Text, Title Why)> Notes);
