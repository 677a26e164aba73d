using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace MicroPoints.Documents;

/// <summary>The one set of styles of all papers; sizes in half points, spacing in twentieths.</summary>
internal static class DocxLook
{
    public const string Head = "PaperHead", Middle = "PaperMiddle", First = "PaperHeading1", Second = "PaperHeading2", Words = "PaperWords",
        To = "PaperTo", Signed = "PaperSigned", Remark = "PaperRemark", Cell = "PaperCell", Number = "PaperNumber", Label = "PaperLabel",
        Above = "PaperAbove", Trial = "PaperTrial", PageNumber = "PaperPageNumber", Grid = "PaperGrid";

    /// <summary>二号, 三号, 四号, 小四, and a line of 28 points.</summary>
    private const int Size2 = 44, Size3 = 32, Size4 = 28, SizeSmall4 = 24, Line = 560, CellLine = 400;

    public static Styles Styles() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(Fonts(DocxFonts.Text), new FontSize { Val = Text(Size3) },
                new FontSizeComplexScript { Val = Text(Size3) }, new Languages { Val = "en-US", EastAsia = "zh-CN" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(Exactly(Line)))),
        new Style(new StyleName { Val = "Normal" }, new PrimaryStyle())
        {
            Type = StyleValues.Paragraph,
            StyleId = "Normal",
            Default = true
        },
        Of(Head, "公文标题", DocxFonts.Title, Size2, JustificationValues.Center, keepNext: true, before: Line, after: Line / 2, line: 700),
        Of(Middle, "公文居中", DocxFonts.Text, Size3, JustificationValues.Center),
        Of(First, "公文一级标题", DocxFonts.Head, Size3, JustificationValues.Both, indent: true, keepNext: true, level: 0),
        Of(Second, "公文二级标题", DocxFonts.Second, Size3, JustificationValues.Both, indent: true, keepNext: true, level: 1),
        Of(Words, "公文正文", DocxFonts.Text, Size3, JustificationValues.Both, indent: true),
        Of(To, "公文主送", DocxFonts.Text, Size3, JustificationValues.Left),
        Of(Signed, "公文落款", DocxFonts.Text, Size3, JustificationValues.Right),
        Of(Remark, "公文附注", DocxFonts.Text, SizeSmall4, JustificationValues.Left, line: CellLine),
        Of(Cell, "表格文字", DocxFonts.Text, SizeSmall4, JustificationValues.Left, line: CellLine),
        Of(Number, "表格数字", DocxFonts.Text, SizeSmall4, JustificationValues.Right, line: CellLine),
        Of(Label, "表格标题", DocxFonts.Head, SizeSmall4, JustificationValues.Center, line: CellLine),
        Of(Above, "页眉标注", DocxFonts.Head, SizeSmall4, JustificationValues.Center, line: CellLine, colour: "9A2A1A"),
        Of(Trial, "预演标注", DocxFonts.Head, Size2, JustificationValues.Center, line: 640, colour: "BFBFBF"),
        Of(PageNumber, "页码", DocxFonts.PageNumber, Size4, JustificationValues.Left, line: CellLine),
        new Style(new StyleName { Val = "表格" }, new StyleTableProperties(new TableBorders(
            new TopBorder { Val = BorderValues.Single, Size = 4 }, new LeftBorder { Val = BorderValues.Single, Size = 4 },
            new BottomBorder { Val = BorderValues.Single, Size = 4 }, new RightBorder { Val = BorderValues.Single, Size = 4 },
            new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 },
            new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 })))
        { Type = StyleValues.Table, StyleId = Grid, CustomStyle = true });

    private static Style Of(string id, string name, string font, int size, JustificationValues justified, bool indent = false,
        bool keepNext = false, int before = 0, int after = 0, int line = Line, int? level = null, string? colour = null)
    {
        var paragraph = new StyleParagraphProperties();
        if (keepNext) paragraph.Append(new KeepNext());
        var spacing = Exactly(line);
        if (before > 0) spacing.Before = Text(before);
        if (after > 0) spacing.After = Text(after);
        paragraph.Append(spacing);
        if (indent) paragraph.Append(new Indentation { FirstLineChars = 200, FirstLine = Text(size * 20) });
        paragraph.Append(new Justification { Val = justified });
        if (level is { } of) paragraph.Append(new OutlineLevel { Val = of });
        var run = new StyleRunProperties(Fonts(font));
        if (colour is not null) run.Append(new Color { Val = colour });
        run.Append(new FontSize { Val = Text(size) }, new FontSizeComplexScript { Val = Text(size) });
        return new Style(new StyleName { Val = name }, new BasedOn { Val = "Normal" }, new PrimaryStyle(), paragraph, run)
        { Type = StyleValues.Paragraph, StyleId = id, CustomStyle = true };
    }

    private static RunFonts Fonts(string font) =>
        new() { Ascii = DocxFonts.Latin, HighAnsi = DocxFonts.Latin, EastAsia = font, ComplexScript = DocxFonts.Latin };

    private static SpacingBetweenLines Exactly(int line) => new() { Line = Text(line), LineRule = LineSpacingRuleValues.Exact };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
