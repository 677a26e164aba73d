using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Row = DocumentFormat.OpenXml.Wordprocessing.TableRow;

namespace MicroPoints.Documents.Tests.Papers;

/// <summary>A document opened again: its text, and what its validator finds.</summary>
internal sealed class Docx
{
    public Docx(PaperFile file)
    {
        (Name, Bytes) = (file.Name, file.Bytes);
        using var document = WordprocessingDocument.Open(new MemoryStream(file.Bytes), isEditable: false);
        var main = document.MainDocumentPart!;
        Paragraphs = [.. main.Document.Body!.Descendants<Paragraph>().Select(TextOf)];
        Headers = [.. main.HeaderParts.SelectMany(h => h.Header.Descendants<Paragraph>().Select(TextOf))];
        Footers = [.. main.FooterParts.Select(f => f.Footer.InnerText)];
        Rows = [.. main.Document.Body.Descendants<Row>().Select(r => r.Elements<TableCell>().Select(c => c.InnerText).ToList())];
        Section = (SectionProperties)main.Document.Body.Elements<SectionProperties>().Single().CloneNode(true);
        Faults = [.. new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013).Validate(document)
            .Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}")];
    }

    public string Name { get; }
    public byte[] Bytes { get; }
    public IReadOnlyList<string> Paragraphs { get; }
    public IReadOnlyList<string> Headers { get; }
    public IReadOnlyList<string> Footers { get; }
    public IReadOnlyList<IReadOnlyList<string>> Rows { get; }
    public SectionProperties Section { get; }
    public IReadOnlyList<string> Faults { get; }

    public string Text => string.Join('\n', Paragraphs);

    /// <summary>The row of a table whose first cell, or second after a number, is this.</summary>
    public IReadOnlyList<string> Row(string name) => Rows.First(r => r.Take(2).Contains(name));

    private static string TextOf(Paragraph paragraph) => string.Concat(paragraph.Descendants().Select(e => e switch
    {
        Text text => text.Text,
        Break => "\n",
        _ => "",
    }));
}
