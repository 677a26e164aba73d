using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using MicroPoints.Runtime;

namespace MicroPoints.Documents;

/// <summary>Writes tables as a workbook that Excel and WPS open, print and sort.</summary>
internal static class XlsxWriter
{
    public static byte[] Write(IReadOnlyList<TableToWrite> tables)
    {
        using var made = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(made, SpreadsheetDocumentType.Workbook))
            Compose(document, tables);
        return FixedZip.Of(made);
    }

    private static void Compose(SpreadsheetDocument document, IReadOnlyList<TableToWrite> tables)
    {
        var part = document.AddWorkbookPart();
        document.ChangeIdOfPart(part, "rId1");
        part.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = XlsxLook.Stylesheet();
        var (sheets, names) = (new Sheets(), new DefinedNames());
        var choices = new XlsxChoices();
        for (var i = 0; i < tables.Count; i++)
        {
            var name = SheetName(tables[i].Sheet, i, tables.Take(i).Select((t, j) => SheetName(t.Sheet, j, [])));
            var body = new XlsxBody(tables[i], choices);
            part.AddNewPart<WorksheetPart>($"sheet{i + 1}").Worksheet = body.Worksheet(isFirst: i == 0);
            sheets.Append(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = name, SheetId = (uint)(i + 1), Id = $"sheet{i + 1}" });
            names.Append(new DefinedName($"'{name.Replace("'", "''", StringComparison.Ordinal)}'!$1:${body.HeaderLast}")
            {
                Name = "_xlnm.Print_Titles",
                LocalSheetId = (uint)i,
            });
        }
        if (choices.Any)
        {
            part.AddNewPart<WorksheetPart>("choices").Worksheet = choices.Worksheet();
            sheets.Append(new DocumentFormat.OpenXml.Spreadsheet.Sheet
            {
                Name = XlsxChoices.SheetName,
                SheetId = (uint)(tables.Count + 1),
                Id = "choices",
                State = SheetStateValues.Hidden,
            });
        }
        part.Workbook = new Workbook(sheets, names);
    }

    /// <summary>A name that Excel takes: at most 31 characters, none of its own marks, and no other sheet's.</summary>
    private static string SheetName(string wanted, int index, IEnumerable<string> taken)
    {
        var name = XlsxText.Valid(string.Concat(wanted.Select(c => c is '[' or ']' or ':' or '*' or '?' or '/' or '\\' ? '_'
            : c))).Trim('\'', ' ');
        if (name.Length > 31) name = name[..31];
        return name.Length == 0 || taken.Contains(name, StringComparer.OrdinalIgnoreCase) || name == XlsxChoices.SheetName
            ? $"{index + 1} {name}"[..Math.Min(31, $"{index + 1} {name}".Length)].Trim() : name;
    }
}
