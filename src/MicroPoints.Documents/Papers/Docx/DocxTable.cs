using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;
using Row = DocumentFormat.OpenXml.Wordprocessing.TableRow;

namespace MicroPoints.Documents;

/// <summary>Tables of a paper: fixed widths, the heading on every page, no row broken over two.</summary>
internal static class DocxTable
{
    private const int LabelShare = 22, LowBox = 560, TallBox = 2200;

    public static Table Of(PaperBlock.Table table, int width)
    {
        var widths = Widths([.. table.Columns.Select(c => c.Width)], width);
        var made = Empty(widths);
        made.Append(Of(new TableRowProperties(new CantSplit(), new TableHeader()),
            table.Columns.Select((c, i) => Cell(c.Heading, DocxLook.Label, widths[i]))));
        for (var at = 0; at < table.Rows.Count; at++)
            made.Append(Of(new TableRowProperties(new CantSplit()), table.Columns.Select((c, i) => Merged(table, at, i) is { } merge
                ? Cell(merge == MergedCellValues.Continue ? "" : Text(table, at, i), DocxLook.Cell,
                    widths[i], table.Rows[at].IsStrong, merge: merge)
                : Cell(Text(table, at, i), c.IsNumber ? DocxLook.Number : DocxLook.Cell, widths[i], table.Rows[at].IsStrong))));
        return made;
    }

    private static string Text(PaperBlock.Table table, int row, int column) =>
        column < table.Rows[row].Cells.Count ? table.Rows[row].Cells[column] : "";

    /// <summary>Whether a cell opens one over several rows or goes on with it; null where it stands alone.</summary>
    private static MergedCellValues? Merged(PaperBlock.Table table, int row, int column) =>
        !table.Columns[column].MergesSame ? null
        : Goes(table, row, column) ? MergedCellValues.Continue
        : row + 1 < table.Rows.Count && Goes(table, row + 1, column) ? MergedCellValues.Restart : null;

    private static bool Goes(PaperBlock.Table table, int row, int column) => row > 0 && Enumerable.Range(0, column + 1)
        .All(i => !table.Columns[i].MergesSame || Text(table, row, i) == Text(table, row - 1, i));

    public static Table Of(PaperBlock.Boxes boxes, int width)
    {
        var widths = Widths([LabelShare, 100 - LabelShare], width);
        var made = Empty(widths);
        foreach (var (label, words) in boxes.Rows)
            made.Append(Of(
                new TableRowProperties(new CantSplit(), new TableRowHeight
                {
                    Val = (uint)(boxes.AreTall ? TallBox : LowBox),
                    HeightType = HeightRuleValues.AtLeast
                }),
                [Cell(label, DocxLook.Label, widths[0]), Cell(words, DocxLook.Cell, widths[1], isLow: boxes.AreTall)]));
        return made;
    }

    private static Row Of(TableRowProperties properties, IEnumerable<TableCell> cells) => new([properties, .. cells]);

    private static Table Empty(int[] widths) => new(
        new TableProperties(new TableStyle { Val = DocxLook.Grid }, new TableWidth
        {
            Width = Text(widths.Sum()),
            Type = TableWidthUnitValues.Dxa
        },
            new TableLayout { Type = TableLayoutValues.Fixed }),
        new TableGrid(widths.Select(w => new GridColumn { Width = Text(w) })));

    private static TableCell Cell(string text, string style, int width, bool isStrong = false, bool isLow = false,
        MergedCellValues? merge = null)
    {
        var paragraph = DocxBody.Paragraph(style, text);
        if (isStrong)
            foreach (var run in paragraph.Elements<Run>()) run.RunProperties!.Append(new Bold());
        var properties = new TableCellProperties(new TableCellWidth { Width = Text(width), Type = TableWidthUnitValues.Dxa });
        if (merge is { } over) properties.Append(new VerticalMerge { Val = over });
        properties.Append(new TableCellVerticalAlignment
        {
            Val = isLow ? TableVerticalAlignmentValues.Bottom : TableVerticalAlignmentValues.Center,
        });
        return new TableCell(properties, paragraph);
    }

    /// <summary>The last takes what rounding leaves.</summary>
    private static int[] Widths(IReadOnlyList<int> shares, int width)
    {
        var widths = shares.Select(s => width * s / shares.Sum()).ToArray();
        widths[^1] += width - widths.Sum();
        return widths;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
