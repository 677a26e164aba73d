using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using MicroPoints.Runtime;

namespace MicroPoints.Documents.Tests.Xlsx;

/// <summary>Workbooks that are written: valid, the same every time, and never a formula.</summary>
public sealed class XlsxWriterTests
{
    private static readonly TableToWrite Some = new("清单/一",
        [new("商会", Width: 20), new("数量", ColumnFormat.Whole) { Group = "甲", Hint = "件", Note = "样本 M1" },
            new("日期", ColumnFormat.Day) { Group = "甲" }, new("选项") { Choices = [.. Enumerable.Range(1, 60).Select(i => $"选项{i}，长")] },
            new("得分", ColumnFormat.Points)],
        [["青石镇商会", 12, new DateOnly(2026, 4, 12), "选项1，长", Points.Parse("1.5")]])
    { Title = "题名", Lines = ["程序生成，非真实数据"], IsWide = true, RowsToFill = 2 };

    private static byte[] Write(params TableToWrite[] tables) => TableFiles.Instance.Write(tables);

    private static TableToWrite Texts(params string[] texts) => new("文字", [new("内容")], [.. texts.Select(t => (Runtime.CellValue[])[t])]);

    [Fact]
    public void What_is_written_is_read_back()
    {
        var sheet = Assert.Single(TableFiles.Instance.Read(Write(Some)).Sheets);
        Assert.Equal("清单_一", sheet.Name);
        Assert.Equal(["题名", "程序生成，非真实数据", "甲", "商会", "件", "青石镇商会"],
            new[] { (1, 1), (2, 1), (3, 2), (4, 1), (5, 2), (6, 1) }.Select(p => sheet[p.Item1, p.Item2]!.Text));
        Assert.Equal((12.0, new DateOnly(2026, 4, 12), 1.5), (sheet[6, 2]!.Number, sheet[6, 3]!.Day, sheet[6, 5]!.Number));
    }

    [Fact]
    public void It_is_valid_by_the_schema_of_the_format()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Write(Some, Texts("=1+1", "\u0007"))), isEditable: false);
        Assert.Equal([], new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013).Validate(document)
            .Select(e => $"{e.Path?.XPath}: {e.Description}"));
    }

    [Fact]
    public void The_same_tables_give_the_same_bytes() => Assert.Equal(Write(Some), Write(Some));

    [Theory]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("+1+1")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("  =1")]
    [InlineData("＝1")]
    public void Text_that_looks_like_a_formula_stays_text(string text)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Write(Texts(text))), isEditable: false);
        var cell = document.WorkbookPart!.WorksheetParts.First().Worksheet.Descendants<Cell>().Last();
        var format = document.WorkbookPart.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>()
            .ElementAt((int)cell.StyleIndex!.Value);
        Assert.Equal((CellValues.InlineString, true, null), (cell.DataType!.Value, format.QuotePrefix!.Value, cell.CellFormula));
        Assert.Equal(text, cell.InnerText);
    }

    [Theory]
    [InlineData("<b>&amp;\"'")]
    [InlineData("_x0041_")]
    [InlineData("表情😀与\n换行")]
    public void Text_is_read_back_as_it_was_written(string text) =>
        Assert.Equal(text, TableFiles.Instance.Read(Write(Texts(text))).Sheets[0][2, 1]!.Text);

    [Fact]
    public void What_no_workbook_may_hold_is_replaced() =>
        Assert.Equal("a\uFFFDb\uFFFD", TableFiles.Instance.Read(Write(Texts("a\u0007b\uD800"))).Sheets[0][2, 1]!.Text);

    [Fact]
    public void It_prints_lying_with_its_heading_on_every_page()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Write(Some)), isEditable: false);
        var setup = document.WorkbookPart!.WorksheetParts.Select(p => p.Worksheet.GetFirstChild<PageSetup>()).OfType<PageSetup>().Single();
        Assert.Equal((8u, OrientationValues.Landscape, 1u), (setup.PaperSize!.Value, setup.Orientation!.Value, setup.FitToWidth!.Value));
        Assert.Equal("'清单_一'!$1:$5", document.WorkbookPart.Workbook.DefinedNames!.Elements<DefinedName>().Single().Text);
    }
}
