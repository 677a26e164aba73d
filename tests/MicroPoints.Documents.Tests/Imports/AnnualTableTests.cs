using MicroPoints.Documents.Tests.Xlsx;
using MicroPoints.Runtime;
using static MicroPoints.Documents.Tests.Imports.ImportDesk;

namespace MicroPoints.Documents.Tests.Imports;

/// <summary>What is read out of annual tables as counties make them.</summary>
public sealed class AnnualTableTests
{
    private static async Task<string[]> Problems(byte[] file, ImportRequest? request = null) =>
        [.. (await (await Open()).Read(file, request)).Problems.Select(p => p.ToString())];

    private static async Task<string> Only(object? heading, object? value) =>
        Assert.Single(await Problems(Book.Of(["商会", heading], ["青石镇商会", value])));

    [Fact]
    public async Task Title_rows_categories_and_notes_round_the_table_do_not_matter()
    {
        var book = new Book().Put(1, 1, "某某县2026年度乡镇街道商会“微积分”汇总表").Merge("A1:F1").Put(2, 1, "填报日期：2026年12月31日")
            .Put(3, 1, "序号").Merge("A3:A4").Put(3, 2, "商会名称").Merge("B3:B4").Put(3, 3, "服务会员").Merge("C3:D3")
            .Put(3, 5, "服务经济发展").Put(3, 6, "合计").Merge("F3:F4").Put(4, 3, "走访会员、建立需求清单（6分）").Put(4, 4, "M2 办结会员诉求").Put(4, 5, "E1")
            .Put(5, 1, 1).Put(5, 2, "青石镇商会").Put(5, 3, 11).Put(5, 5, 2).Put(5, 6, 13)
            .Put(6, 1, 2).Put(6, 2, "白沙镇商会").Put(6, 4, "３件").Put(7, 2, "合  计").Put(7, 3, 11).Put(8, 2, "注：数据截至年底。");
        var table = await (await Open()).Read(book.Bytes());
        Assert.Equal([], table.Problems.Select(p => p.ToString()));
        Assert.Equal(["c-01:member.visited", "c-01:cooperation.matched", "c-02:request.resolved"],
            table.Cells.Select(c => $"{c.Chamber}:{c.Kind.Id}"));
        Assert.Contains(table.Notes, n => n.ToString().Contains("第 7 行是合计", StringComparison.Ordinal));
        Assert.Equal(3, table.HeaderRow);
    }

    [Fact]
    public async Task Chambers_are_told_by_id_name_former_name_and_seat()
    {
        var desk = await Open();
        await desk.Does(C2, new Ledger.ChangeChamber(new Chambers.RenameChamber(new EntryId("rename"), "新白沙镇商会",
            new DateOnly(2026, 5, 1))));
        var table = await desk.Read(Book.Of(["商会", "M1"], ["c-01", 1], ["白沙镇 商会", 2], ["990101001", 3]));
        Assert.Equal([C1, C2, C3], table.Chambers);
    }

    [Fact]
    public async Task Numbers_are_read_as_people_write_them()
    {
        var table = await (await Open()).Read(Book.Of(["商会", "M1", "M2", "M3", "E1"], ["c-01", "１２", "1,200 件", 3.0, "7场"]));
        Assert.Equal([12, 1200, 3, 7], table.Cells.Select(c => ((Activities.Measured.Count)c.Items[0].Measured).Times));
    }

    [Fact]
    public async Task A_rate_a_share_an_option_and_a_flag_are_read_in_one_cell_or_in_columns()
    {
        var book = new Book().Put(1, 1, "商会").Merge("A1:A2").Put(1, 2, "M4 会员满意度").Merge("B1:D1").Put(2, 2, "满意").Put(2, 3,
            "参评").Put(2, 4, "应评")
            .Put(1, 5, "I4").Put(1, 6, "P1").Put(1, 7, "G1").Put(3, 1, "c-01").Put(3, 2, 85).Put(3, 3, 90).Put(3, 4, 100)
            .Put(3, 5, "45/50").Put(3, 6, "应建未建").Put(3, 7, "√");
        var table = await (await Open()).Read(book.Bytes());
        Assert.Equal([], table.Problems.Select(p => p.ToString()));
        Assert.Equal([new Activities.Measured.Rate(90, 85, 100), new Activities.Measured.Share(45, 50),
            new Activities.Measured.Option("due-not-founded"), new Activities.Measured.Flag(true)],
            table.Cells.Select(c => c.Items[0].Measured));
    }

    [Fact]
    public async Task A_keyed_indicator_lists_what_it_is_about()
    {
        var table = await (await Open()).Read(Book.Of(["商会", "V1", "N1"], ["c-01", "产业园二期=落地；冷链=signed", "青山村、白水村"]));
        Assert.Equal([], table.Problems.Select(p => p.ToString()));
        Assert.Equal(["产业园二期", "冷链"], table.Cells[0].Items.Select(i => i.Key));
        Assert.Equal(["青山村", "白水村"], table.Cells[1].Items.Select(i => i.Key));
    }

    [Fact]
    public async Task Every_bad_cell_is_named_at_once_with_what_to_write()
    {
        var problems = await Problems(Book.Of(["商会", "M1", "M2", "I4"], ["青石镇商会", "约12", -1, "85%"], ["青石商会", 1, null, null],
            ["白沙镇商会", 1.5, 2, 3], [null, 4, null, null]));
        Assert.Equal(["汇总!B2", "汇总!C2", "汇总!D2", "汇总!A3", "汇总!B4", "汇总!D4", "汇总!B5"], problems.Select(p => p.Split('：')[0]));
        Assert.Contains("是不是“青石镇商会”", problems[3]);
        Assert.Contains("is it '青石镇商会'", problems[3]);
        Assert.Contains("85/100", problems[2]);
    }

    [Theory]
    [InlineData("走访会员、建需求清单", "是不是“M1 走访会员、建立需求清单”")]
    [InlineData("I3", "每种一列")]
    public async Task A_heading_that_is_not_told_is_a_problem(string heading, string saying) =>
        Assert.Contains(saying, await Only(heading, 1));

    [Fact]
    public async Task A_column_may_be_mapped_or_left_out_by_letter_or_heading()
    {
        var request = Annual() with { Columns = new Dictionary<string, string> { ["B"] = "M1", ["下乡补助"] = ImportRequest.Skip } };
        var table = await (await Open()).Read(Book.Of(["商会", "跑了几家", "下乡补助"], ["c-01", 3, 500]), request);
        Assert.Equal([], table.Problems.Select(p => p.ToString()));
        Assert.Equal("member.visited", Assert.Single(table.Cells).Kind.Id.Value);
    }

    [Fact]
    public async Task A_fraction_that_the_spreadsheet_took_for_a_date_is_told()
    {
        var book = new Book().Put(1, 1, "商会").Put(1, 2, "I4").Put(2, 1, "c-01").Serial(2, 2, 46086, style: 1);
        Assert.Contains("当成了日期", Assert.Single(await Problems(book.Bytes())));
    }

    [Fact]
    public async Task Formulas_count_by_their_last_value_and_those_without_one_are_told()
    {
        var book = new Book().Put(1, 1, "商会").Put(1, 2, "M1").Put(1, 3, "M2").Put(1, 4, "M3").Put(2, 1, "c-01")
            .Formula(2, 2, "SUM(1,2)", "3").Formula(2, 3, "SUM(1,2)", null).Error(2, 4, "#REF!");
        var problems = await Problems(book.Bytes());
        Assert.Equal(2, problems.Length);
        Assert.Contains("还没有算出结果", problems[0]);
        Assert.Contains("公式出错", problems[1]);
    }

    [Fact]
    public async Task A_value_merged_over_two_chambers_is_told()
    {
        var book = new Book().Put(1, 1, "商会").Put(1, 2, "M1").Put(2, 1, "c-01").Put(3, 1, "c-02").Put(2, 2, 8).Merge("B2:B3");
        Assert.Contains("请拆开", Assert.Single(await Problems(book.Bytes())));
    }

    [Fact]
    public async Task A_chamber_that_stands_twice_is_told() => Assert.Contains("第 2 行已经有了",
        Assert.Single(await Problems(Book.Of(["商会", "M1"], ["c-01", 1], ["青石镇商会", 2]))));

    [Fact]
    public async Task Awarded_points_need_a_reason()
    {
        Assert.Contains("要写理由", await Only("J2", 3));
        var table = await (await Open()).Read(Book.Of(["商会", "J2"], ["c-01", "3.5（承办现场会）"]));
        Assert.StartsWith("承办现场会；年度汇总表", Assert.Single(table.Cells).Items[0].Reason);
    }

    [Fact]
    public async Task What_is_counted_by_quarter_may_have_a_column_for_each()
    {
        var table = await (await Open()).Read(Book.Of(["商会", "I2（一季度）", "I2 2026Q2", "“三公开”第三季度"], ["c-01", 1, 2, null]),
            Annual() with { Columns = new Dictionary<string, string> { ["D"] = "-" } });
        Assert.Equal([], table.Problems.Select(p => p.ToString()));
        Assert.Equal(["2026Q1", "2026Q2"], table.Cells.Select(c => c.Items[0].On.ToString()));
    }

    [Fact]
    public async Task Before_the_period_is_over_numbers_stand_for_today()
    {
        var desk = await Open();
        var file = Book.Of(["商会", "M1"], ["c-01", 1]);
        Assert.Equal("2026", (await desk.Read(file)).Cells[0].Items[0].On.ToString());
        desk.Now = new DateTimeOffset(2026, 12, 10, 2, 0, 0, TimeSpan.Zero);
        Assert.Equal("2026-12-10", (await desk.Read(file)).Cells[0].Items[0].On.ToString());
        Assert.Contains("还没有开始",
            Assert.Single((await desk.Read(file, Annual() with { Period = Period.Year(2027) })).Problems).ToString());
    }

    [Fact]
    public async Task A_table_without_a_heading_is_refused_and_says_how_one_looks() =>
        Assert.Contains("找不到表头", Assert.Single(await Problems(Book.Of(["a", "b"], [1, 2]))));

    [Fact]
    public async Task A_csv_of_GBK_is_read_like_a_workbook()
    {
        var table = await (await Open()).Read(Tables.Gbk("2026年汇总,,\n商会,M1,备注\n青石镇商会,\"1,200\",好\n合计,1200,\n"));
        Assert.Equal([], table.Problems.Select(p => p.ToString()));
        Assert.Equal("csv (GBK)", table.Format);
        Assert.Equal("CSV!B3", Assert.Single(table.Cells).Place.ToString());
    }
}
