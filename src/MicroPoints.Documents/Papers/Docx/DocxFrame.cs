using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace MicroPoints.Documents;

/// <summary>Page, margins, what stands above every page, and the page number below it.</summary>
internal static class DocxFrame
{
    private const int ShortSide = 11906, LongSide = 16838, LongestSide = 23811;

    /// <summary>The width between the margins, in twentieths of a point.</summary>
    public static int WidthOf(PaperToWrite paper) => (paper.IsWide ? LongestSide : ShortSide) - (int)Millimetres(28) - (int)Millimetres(26);

    public static SectionProperties Add(MainDocumentPart main, PaperToWrite paper)
    {
        var section = new SectionProperties();
        foreach (var type in (HeaderFooterValues[])[HeaderFooterValues.Default, HeaderFooterValues.Even])
        {
            if (paper.AboveEveryPage.Count == 0) break;
            main.AddNewPart<HeaderPart>($"header-{Name(type)}").Header = new Header(paper.AboveEveryPage.Select((line, i) =>
                DocxBody.Paragraph(i == 0 && line == PaperWords.Trial ? DocxLook.Trial : DocxLook.Above, line)));
            section.Append(new HeaderReference { Type = type, Id = $"header-{Name(type)}" });
        }
        foreach (var type in (HeaderFooterValues[])[HeaderFooterValues.Default, HeaderFooterValues.Even])
        {
            main.AddNewPart<FooterPart>($"footer-{Name(type)}").Footer = new Footer(PageNumber(isEven: type == HeaderFooterValues.Even));
            section.Append(new FooterReference { Type = type, Id = $"footer-{Name(type)}" });
        }
        section.Append(
            paper.IsWide
                ? new PageSize { Width = LongestSide, Height = LongSide, Orient = PageOrientationValues.Landscape }
                : new PageSize { Width = ShortSide, Height = LongSide },
            new PageMargin
            {
                Top = (int)Millimetres(37),
                Bottom = (int)Millimetres(35),
                Left = Millimetres(28),
                Right = Millimetres(26),
                Header = Millimetres(15),
                Footer = Millimetres(23),
                Gutter = 0,
            });
        return section;
    }

    /// <summary>— X —, one character from the outer edge.</summary>
    private static Paragraph PageNumber(bool isEven) => new(
        new ParagraphProperties(new ParagraphStyleId { Val = DocxLook.PageNumber },
            isEven ? new Indentation { LeftChars = 100, Left = "280" } : new Indentation { RightChars = 100, Right = "280" },
            new Justification { Val = isEven ? JustificationValues.Left : JustificationValues.Right }),
        DocxBody.Run("— "), new SimpleField(new Run(new Text("1"))) { Instruction = " PAGE " }, DocxBody.Run(" —"));

    private static string Name(HeaderFooterValues type) => type == HeaderFooterValues.Even ? "even" : "odd";

    private static uint Millimetres(int millimetres) => (uint)(millimetres * 1440 / 25.4);
}
