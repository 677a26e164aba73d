using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Row = DocumentFormat.OpenXml.Wordprocessing.TableRow;

namespace MicroPoints.Documents.Tests.Rulesets;

/// <summary>A document made by a test: paragraphs, and tables whose cells may go on with the one above (^) or span
/// columns (N&gt;).</summary>
internal sealed class WrittenDocument
{
    private readonly Body _body = new();

    public WrittenDocument Say(string text)
    {
        _body.Append(Of(text));
        return this;
    }

    /// <param name="rows">Cells divided by |; ^ goes on with the cell above; 3&gt;text spans three columns.</param>
    public WrittenDocument Table(params string[] rows) => Append(Made(rows));

    /// <summary>A table that stands inside the one cell of another.</summary>
    public WrittenDocument TableInside(params string[] rows) =>
        Append(new Table(new Row(new TableCell(Of("外面的话"), Made(rows), Of("")))));

    public byte[] Bytes()
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
            document.AddMainDocumentPart().Document = new Document(_body.CloneNode(true));
        return stream.ToArray();
    }

    private WrittenDocument Append(OpenXmlElement element)
    {
        _body.Append(element);
        _body.Append(Of(""));
        return this;
    }

    private static Table Made(string[] rows)
    {
        var table = new Table(new TableProperties());
        var below = rows.Skip(1).Append("").ToList();
        for (var at = 0; at < rows.Length; at++)
        {
            var row = new Row();
            var column = 0;
            foreach (var cell in rows[at].Split('|'))
            {
                var properties = new TableCellProperties();
                var text = cell;
                var span = 1;
                if (text is [var digit, '>', ..] && char.IsAsciiDigit(digit))
                {
                    (span, text) = (digit - '0', text[2..]);
                    properties.Append(new GridSpan { Val = span });
                }
                if (text == "^") properties.Append(new VerticalMerge());
                else if (column < below[at].Split('|').Length && below[at].Split('|')[column] == "^")
                    properties.Append(new VerticalMerge { Val = MergedCellValues.Restart });
                row.Append(new TableCell(properties, Of(text == "^" ? "" : text)));
                column++;
            }
            table.Append(row);
        }
        return table;
    }

    private static Paragraph Of(string text)
    {
        var run = new Run();
        foreach (var (line, at) in text.Split('\n').Select((l, i) => (l, i)))
        {
            if (at > 0) run.Append(new Break());
            run.Append(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }
        return new Paragraph(run);
    }
}
