using DocumentFormat.OpenXml.Spreadsheet;

namespace MicroPoints.Documents;

/// <summary>How cells look: places in the stylesheet's list.</summary>
internal enum Look
{
    Plain = 0,
    Title = 1,
    Line = 2,
    Header = 3,
    Hint = 4,
    Text = 5,
    QuotedText = 6,
    Whole = 7,
    Points = 8,
    Day = 9,
    Number = 10,
}

/// <summary>The one stylesheet of all workbooks that are written.</summary>
internal static class XlsxLook
{
    private const uint DayFormat = 164, TextFormat = 49, WholeFormat = 1, PointsFormat = 2;

    public static Stylesheet Stylesheet() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = DayFormat, FormatCode = "yyyy\\-mm\\-dd" }),
        new Fonts(Font(11), Font(16, bold: true), Font(11, bold: true), Font(9)),
        new Fills(Fill(PatternValues.None), Fill(PatternValues.Gray125), Fill(PatternValues.Solid, "FFEAF1E4")),
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()), Thin()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            Of(font: 1, horizontal: HorizontalAlignmentValues.Center, border: 0),
            Of(font: 3, border: 0),
            Of(font: 2, fill: 2, horizontal: HorizontalAlignmentValues.Center),
            Of(font: 3, horizontal: HorizontalAlignmentValues.Center),
            Of(format: TextFormat),
            Of(format: TextFormat, quoted: true),
            Of(format: WholeFormat, horizontal: HorizontalAlignmentValues.Right),
            Of(format: PointsFormat, horizontal: HorizontalAlignmentValues.Right),
            Of(format: DayFormat, horizontal: HorizontalAlignmentValues.Center),
            Of(horizontal: HorizontalAlignmentValues.Right)));

    private static Font Font(double size, bool bold = false)
    {
        var font = new Font();
        if (bold) font.Append(new Bold());
        font.Append(new FontSize { Val = size }, new FontName { Val = "宋体" }, new FontCharSet { Val = 134 });
        return font;
    }

    private static Fill Fill(PatternValues pattern, string? colour = null) => new(new PatternFill
    {
        PatternType = pattern,
        ForegroundColor = colour is null ? null : new ForegroundColor { Rgb = colour },
    });

    private static Border Thin() => new(
        new LeftBorder(new Color { Indexed = 64 }) { Style = BorderStyleValues.Thin },
        new RightBorder(new Color { Indexed = 64 }) { Style = BorderStyleValues.Thin },
        new TopBorder(new Color { Indexed = 64 }) { Style = BorderStyleValues.Thin },
        new BottomBorder(new Color { Indexed = 64 }) { Style = BorderStyleValues.Thin }, new DiagonalBorder());

    private static CellFormat Of(uint font = 0, uint fill = 0, uint border = 1, uint format = 0,
        HorizontalAlignmentValues horizontal = HorizontalAlignmentValues.Left, bool quoted = false) => new(
        new Alignment { Horizontal = horizontal, Vertical = VerticalAlignmentValues.Center, WrapText = true })
        {
            FontId = font,
            FillId = fill,
            BorderId = border,
            NumberFormatId = format,
            FormatId = 0,
            ApplyFont = true,
            ApplyFill = true,
            ApplyBorder = true,
            ApplyNumberFormat = true,
            ApplyAlignment = true,
            QuotePrefix = quoted ? true : null,
        };
}
