using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace MicroPoints.Documents.Tests.Xlsx;

/// <summary>A workbook that a test writes cell by cell, as Excel and WPS write theirs.</summary>
internal sealed class Book
{
    private readonly SortedDictionary<(int Row, int Column), Cell> _cells = [];
    private readonly List<string> _merged = [];

    public bool Is1904 { get; init; }

    /// <summary>Rows of plain values: numbers as numbers, texts shared or in place in turn, null for empty.</summary>
    public static byte[] Of(params object?[][] rows)
    {
        var book = new Book();
        for (var r = 0; r < rows.Length; r++)
            for (var c = 0; c < rows[r].Length; c++) book.Put(r + 1, c + 1, rows[r][c]);
        return book.Bytes();
    }

    public Book Put(int row, int column, object? value) => value switch
    {
        null => this,
        string text => Cell(row, column, new Cell(new InlineString(new Text(text))) { DataType = CellValues.InlineString }),
        bool flag => Cell(row, column, new Cell(new CellValue(flag ? "1" : "0")) { DataType = CellValues.Boolean }),
        _ => Cell(row, column, new Cell(new CellValue(Convert.ToString(value, CultureInfo.InvariantCulture)!))),
    };

    /// <summary>
    /// A serial in one of the workbook's date formats: 1 is Excel's own 14, 2 is 31 of East Asia, 3 is spelled out by WPS.
    /// </summary>
    public Book Serial(int row, int column, double serial, uint style) =>
        Cell(row, column, new Cell(new CellValue(serial.ToString(CultureInfo.InvariantCulture))) { StyleIndex = style });

    public Book Formula(int row, int column, string formula, string? cached) => Cell(row, column,
        cached is null ? new Cell(new CellFormula(formula)) : new Cell(new CellFormula(formula), new CellValue(cached)));

    public Book Error(int row, int column, string error) =>
        Cell(row, column, new Cell(new CellValue(error)) { DataType = CellValues.Error });

    public Book Merge(string range) { _merged.Add(range); return this; }

    public byte[] Bytes()
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            document.ChangeIdOfPart(workbook, "rId1");
            workbook.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = Styles();
            var data = new SheetData();
            foreach (var row in _cells.GroupBy(c => c.Key.Row))
                data.Append(new Row(row.Select(c => c.Value)) { RowIndex = (uint)row.Key });
            var sheet = new Worksheet(data);
            if (_merged.Count > 0) sheet.Append(new MergeCells(_merged.Select(m => new MergeCell { Reference = m })));
            workbook.AddNewPart<WorksheetPart>("sheet1").Worksheet = sheet;
            workbook.Workbook = new Workbook(new WorkbookProperties { Date1904 = Is1904 },
                new Sheets(new Sheet { Name = "汇总", SheetId = 1, Id = "sheet1" }));
        }
        return SameTimes(stream);
    }

    /// <summary>The same cells give the same bytes, whenever they are written.</summary>
    private static byte[] SameTimes(MemoryStream stream)
    {
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
            foreach (var entry in zip.Entries) entry.LastWriteTime = new DateTimeOffset(2026, 12, 31, 0, 0, 0, TimeSpan.Zero);
        return stream.ToArray();
    }

    private Book Cell(int row, int column, Cell cell)
    {
        cell.CellReference = Runtime.CellPlace.ColumnName(column) + row.ToString(CultureInfo.InvariantCulture);
        _cells[(row, column)] = cell;
        return this;
    }

    private static Stylesheet Styles() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = 176, FormatCode = "yyyy\"年\"m\"月\"d\"日\";@" }),
        new Fonts(new Font()), new Fills(new Fill()), new Borders(new Border()), new CellStyleFormats(new CellFormat()),
        new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 14 }, new CellFormat { NumberFormatId = 31 },
            new CellFormat { NumberFormatId = 176 }));
}
