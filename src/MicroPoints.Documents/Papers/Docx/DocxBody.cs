using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace MicroPoints.Documents;

/// <summary>The parts of a paper as paragraphs and tables.</summary>
internal static class DocxBody
{
    public static IEnumerable<OpenXmlElement> Of(PaperToWrite paper)
    {
        var (width, isNext) = (DocxFrame.WidthOf(paper), false);
        foreach (var block in paper.Blocks)
        {
            if (block is PaperBlock.NextPage) { isNext = true; continue; }
            var element = Of(block, width);
            // A page is broken before the paragraph that opens the next: no empty paragraph, so no empty page.
            if (isNext && element is Paragraph first) first.ParagraphProperties!.InsertAfter(new PageBreakBefore(),
                first.ParagraphProperties.ParagraphStyleId);
            isNext = false;
            yield return element;
            // Two tables that follow one another would be one, and Word wants a paragraph after the last.
            if (element is Table) yield return Paragraph(DocxLook.Remark, "");
        }
    }

    private static OpenXmlElement Of(PaperBlock block, int width) => block switch
    {
        PaperBlock.Head b => Paragraph(DocxLook.Head, b.Text),
        PaperBlock.Middle b => Paragraph(DocxLook.Middle, b.Text),
        PaperBlock.Heading b => Paragraph(b.IsSecond ? DocxLook.Second : DocxLook.First, b.Text),
        PaperBlock.Words b => Paragraph(DocxLook.Words, b.Text),
        PaperBlock.To b => Paragraph(DocxLook.To, b.Text),
        PaperBlock.Signed b => Paragraph(DocxLook.Signed, b.Text),
        PaperBlock.Remark b => Paragraph(DocxLook.Remark, b.Text),
        PaperBlock.Table b => DocxTable.Of(b, width),
        PaperBlock.Boxes b => DocxTable.Of(b, width),
        _ => throw new InvariantException("a part of a paper is a paragraph or a table"),
    };

    public static Paragraph Paragraph(string style, string text) => new(
        new ParagraphProperties(new ParagraphStyleId { Val = style }), Run(text));

    /// <summary>Lines are broken where the text breaks them. The hint keeps “ ” as wide as Chinese marks are.</summary>
    public static Run Run(string text)
    {
        var run = new Run(new RunProperties(new RunFonts { Hint = FontTypeHintValues.EastAsia }));
        var lines = XmlCharacters.Valid(text.ReplaceLineEndings("\n")).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0) run.Append(new Break());
            run.Append(new Text(lines[i]) { Space = SpaceProcessingModeValues.Preserve });
        }
        return run;
    }
}
