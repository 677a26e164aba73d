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
        foreach (var row in table.Rows)
            made.Append(Of(new TableRowProperties(new CantSplit()), table.Columns.Select((c, i) => Cell(
                i < row.Cells.Count ? row.Cells[i] : "", c.IsNumber ? DocxLook.Number : DocxLook.Cell, widths[i], row.IsStrong))));
        return made;
    }

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

    private static TableCell Cell(string text, string style, int width, bool isStrong = false, bool isLow = false)
    {
        var paragraph = DocxBody.Paragraph(style, text);
        if (isStrong)
            foreach (var run in paragraph.Elements<Run>()) run.RunProperties!.Append(new Bold());
        return new TableCell(new TableCellProperties(new TableCellWidth { Width = Text(width), Type = TableWidthUnitValues.Dxa },
            new TableCellVerticalAlignment
            {
                Val = isLow ? TableVerticalAlignmentValues.Bottom
                : TableVerticalAlignmentValues.Center
            }), paragraph);
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
