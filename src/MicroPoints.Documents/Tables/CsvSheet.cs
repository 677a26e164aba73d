using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using MicroPoints.Runtime;

namespace MicroPoints.Documents;

/// <summary>A CSV file as one sheet, its cells where a spreadsheet shows them.</summary>
internal static class CsvSheet
{
    public static TableFile Read(ReadOnlyMemory<byte> bytes)
    {
        if (TextBytes.Decode(bytes.Span) is not ({ } text, var encoding)) return TableFile.Unreadable(
            "既不是 Excel 工作簿（.xlsx），也不是 UTF-8 或 GBK 的 CSV 文件：请另存为 .xlsx 或 CSV",
            "this is neither a workbook (.xlsx) nor CSV text in UTF-8 or GBK: save it as .xlsx or CSV");
        if (text.AsSpan().TrimStart() is ['<', ..]) return TableFile.Unreadable(
            "这是网页或 XML 文件，不是表格：请用 Excel 或 WPS 打开，另存为 .xlsx",
                "this is a web page or XML, no table: open it in a spreadsheet and save it as .xlsx");
        try
        {
            var cells = Cells(text);
            return cells.Count == 0 ? TableFile.Unreadable("文件是空的", "the file is empty")
                : new TableFile($"csv ({encoding})", [new Sheet("CSV", cells, [])], []);
        }
        catch (TableLimitException e) { return new TableFile("csv", [], [new TableNote(null, e.What)]); }
        catch (CsvHelperException)
        {
            return TableFile.Unreadable("CSV 里的引号不成对，请另存为 .xlsx",
            "quotation marks of the CSV are not in pairs: save it as .xlsx");
        }
    }

    private static List<SheetCell> Cells(string text)
    {
        var cells = new List<SheetCell>();
        using var parser = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = Delimiter(text),
            IgnoreBlankLines = false,
            BadDataFound = null,
            MaxFieldSize = 100_000,
        });
        for (var row = 1; parser.Read(); row++)
        {
            TableLimits.Row(row);
            var record = parser.Record!;
            for (var column = 1; column <= record.Length; column++)
                if (record[column - 1].Trim() is { Length: > 0 } value)
                {
                    TableLimits.Cell(column, cells.Count);
                    cells.Add(new SheetCell(row, column, CellType.Text, TableLimits.Cut(value)));
                }
        }
        return cells;
    }

    /// <summary>
    /// What separates most cells in the first lines: Excel writes tabs into Unicode text, and semicolons in some countries.
    /// </summary>
    private static string Delimiter(string text)
    {
        var begin = text.AsSpan(0, Math.Min(text.Length, 4_000));
        var (commas, tabs, semicolons) = (begin.Count(','), begin.Count('\t'), begin.Count(';'));
        return tabs > commas && tabs >= semicolons ? "\t" : semicolons > commas ? ";" : ",";
    }
}
