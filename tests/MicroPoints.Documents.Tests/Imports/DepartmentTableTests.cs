using MicroPoints.Documents.Tests.Xlsx;
using MicroPoints.Runtime;
using static MicroPoints.Documents.Tests.Imports.ImportDesk;

namespace MicroPoints.Documents.Tests.Imports;

/// <summary>Lists that departments send: one kind, many chambers.</summary>
public sealed class DepartmentTableTests
{
    private static byte[] Mediated(object? c1, object? c2) => Book.Of(["2026年成功调解纠纷情况"], ["商会名称", "件数", "备注"], ["青石镇商会", c1, ""],
        ["白沙镇商会", c2, ""], ["合计", 99, ""]);

    [Fact]
    public async Task Counts_are_recorded_with_the_document_as_their_reason()
    {
        var desk = await Open();
        await desk.Does(Mediated(3, 2), List());
        Assert.Equal((Points.Parse("3"), Points.Parse("2")), (await desk.PointsOf(C1, "G2"), await desk.PointsOf(C2, "G2")));
        Assert.StartsWith("司函〔2026〕8号（司法局.xlsx 汇总!B3", (await desk.Ledger(C1))[^1].Reason!.Text);
    }

    [Fact]
    public async Task A_corrected_list_of_the_same_document_takes_the_first_ones_place()
    {
        var desk = await Open();
        await desk.Does(Mediated(3, 2), List());
        await desk.Does(Mediated(1, 2), List());
        Assert.Equal((Points.Parse("1"), Points.Parse("2")), (await desk.PointsOf(C1, "G2"), await desk.PointsOf(C2, "G2")));
    }

    [Fact]
    public async Task A_list_of_another_document_counts_beside_it_and_says_so()
    {
        var desk = await Open();
        await desk.Does(Mediated(3, 2), List());
        var other = List(document: "法函〔2026〕3号");
        Assert.Contains((await desk.Preview(Mediated(1, 1), other)).Notes, n => n.ToString().Contains("来自别处", StringComparison.Ordinal));
        await desk.Does(Mediated(1, 1), other);
        Assert.Equal(Points.Parse("4"), await desk.PointsOf(C1, "G2"));
    }

    [Fact]
    public async Task Days_of_Excel_and_WPS_serials_without_a_format_and_texts_are_days()
    {
        var book = new Book();
        book.Put(1, 1, "商会").Put(1, 2, "日期").Put(1, 3, "数量");
        for (uint row = 2; row <= 4; row++) book.Put((int)row, 1, "c-01").Serial((int)row, 2, 46124, style: row - 1).Put((int)row, 3, 1);
        string[] texts = ["2026年4月12日", "2026/4/12", "2026.4.12", "20260412", "2026-4-12 00:00:00"];
        book.Put(5, 1, "c-01").Put(5, 2, 46124).Put(5, 3, 1);
        for (var i = 0; i < texts.Length; i++) book.Put(6 + i, 1, "c-01").Put(6 + i, 2, texts[i]).Put(6 + i, 3, 1);
        var table = await (await Open()).Read(book.Bytes(), List());
        Assert.Equal([], table.Problems.Select(p => p.ToString()));
        Assert.Equal(Enumerable.Repeat("2026-04-12", 9), Assert.Single(table.Cells).Items.Select(i => i.On.ToString()));
    }

    [Fact]
    public async Task Days_of_a_workbook_that_counts_from_1904_are_the_same_days()
    {
        var book = new Book { Is1904 = true }.Put(1, 1, "商会").Put(1, 2, "日期").Put(1, 3, "数量").Put(2, 1, "c-01").Serial(2, 2,
            46124 - 1462, 1).Put(2, 3, 1);
        Assert.Equal("2026-04-12", (await (await Open()).Read(book.Bytes(), List())).Cells[0].Items[0].On.ToString());
    }

    [Fact]
    public async Task A_day_outside_the_period_and_one_that_is_none_are_told()
    {
        var table = await (await Open()).Read(Book.Of(["商会", "日期", "数量"], ["c-01", "2025-04-12", 1], ["c-01", "二月三十", 1]), List());
        Assert.Equal(["汇总!B2", "汇总!B3"], table.Problems.Select(p => p.Place.ToString()));
    }

    [Fact]
    public async Task A_list_of_names_says_that_each_did_it_once()
    {
        var table = await (await Open()).Read(Book.Of(["商会", "对象"], ["c-01", "青山村"], ["c-01", "白水村"]), List("village.supported"));
        Assert.Equal(["青山村", "白水村"], Assert.Single(table.Cells).Items.Select(i => i.Key));
    }

    [Fact]
    public async Task A_chamber_merged_over_its_rows_and_a_document_column_are_read()
    {
        var book = new Book().Put(1, 1, "商会").Put(1, 2, "对象").Put(1, 3, "选项").Put(1, 4, "文号").Put(2, 1, "c-01").Merge("A2:A3")
            .Put(2, 2, "甲").Put(2, 3, "签约").Put(2, 4, "招函1号").Merge("D2:D3").Put(3, 2, "乙").Put(3, 3, "落地");
        var table = await (await Open()).Read(book.Bytes(), List("project.brokered", null));
        Assert.Equal([], table.Problems.Select(p => p.ToString()));
        Assert.Equal(["甲", "乙"], Assert.Single(table.Cells).Items.Select(i => i.Key));
    }

    [Fact]
    public async Task Without_a_kind_or_a_document_it_says_what_is_missing()
    {
        var table = await (await Open()).Read(Mediated(1, 1), List(null, null));
        Assert.Equal(2, table.Problems.Count);
    }

    [Fact]
    public async Task Its_template_is_read_back_and_rows_left_empty_say_nothing()
    {
        var desk = await Open();
        var template = await desk.Templates.Department(new KindId("dispute.mediated"), Period.Year(2026), County, default);
        var rows = template[0].Rows.Select((r, i) => (IReadOnlyList<CellValue>)(i == 1 ? [r[0], r[1], 5] : r)).ToList();
        var file = TableFiles.Instance.Write([template[0] with { Rows = rows }]);
        await desk.Does(file, List());
        Assert.Equal("2 1 1", await desk.Entries());
    }
}
