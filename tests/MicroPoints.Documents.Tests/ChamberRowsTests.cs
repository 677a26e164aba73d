using MicroPoints.Chambers;
using MicroPoints.Runtime;

namespace MicroPoints.Documents.Tests;

public sealed class ChamberRowsTests
{
    [Fact]
    public void A_register_in_chinese_is_read()
    {
        var (rows, problems) = ChamberRows.Read(Tables.Gbk(
            "编号,名称,类别,地区,服务乡镇,成立日期\nc-01,甲镇商会,乡镇,990101001,990101001;990101002,2018.5.1\n"));
        Assert.Empty(problems);
        var register = Assert.Single(rows).Register;
        Assert.Equal(("甲镇商会", "township", 2), (register.Name, register.Kind, register.Serves.Count));
        Assert.Equal(new DateOnly(2018, 5, 1), register.Founded);
    }

    [Fact]
    public void An_id_that_stands_twice_is_refused_naming_both_lines()
    {
        var problems = ChamberRows.Read(
            Tables.Utf8("id,name,kind,region\nc-01,甲,street,990101\nc-01,乙,street,990101\n")).Problems;
        Assert.Equal("line 3, column id: 'c-01' stands on line 2 already", Assert.Single(problems).ToString());
    }

    [Theory]
    [InlineData("c-01,,street,990101", "name")]
    [InlineData("c-01,甲,,990101", "kind")]
    [InlineData("c-01,甲,street,99010", "region")]
    [InlineData("-01,甲,street,990101", "id")]
    public void A_bad_cell_is_named(string row, string column) =>
        Assert.Equal(column, Assert.Single(ChamberRows.Read(Tables.Utf8($"id,name,kind,region\n{row}\n")).Problems).Column);

    private static readonly RegionCode Real = new("110101"), Fictional = new("990101");

    private static CountyOfRows Of(RegionCode county, bool mayBeUnlisted = false) => new(county, new ChamberNaming([new Chamber(
        new ChamberId("known"), "青石镇商会", "township", new RegionCode($"{county}001"), [], null)]),
        new DateOnly(2026, 11, 23), mayBeUnlisted);

    [Fact]
    public void Every_bad_field_of_every_row_is_told_with_its_row_and_column()
    {
        var problems = ChamberRows.Read(Tables.Utf8("商会名称,区划代码,类别,成立日期,编号\n"
            + "青石\u200B镇商会,110101999,two words,2030-01-01,a\n"
            + "白水镇商会,110101001,乡镇,昨天,b\n白水镇 商会,110101001,乡镇,,c\n青石镇商会,110101001,乡镇,,d\n"), Of(Real)).Problems;
        Assert.Equal([(2, "name"), (2, "region"), (2, "kind"), (2, "founded"), (3, "founded"), (4, "name"), (5, "name")],
            problems.OrderBy(p => p.Line).Select(p => (p.Line, p.Column!)));
        Assert.All(problems, p => Assert.NotEqual(p.What.Zh, p.What.EnOrZh));
        Assert.Equal(["region"], problems.Where(p => p.MayBeConfirmed).Select(p => p.Column));
    }

    [Fact]
    public void A_code_that_the_list_lacks_is_taken_once_somebody_says_that_it_is_right()
    {
        var table = Tables.Utf8("商会名称,区划代码\n新设镇商会,110101999\n");
        Assert.True(Assert.Single(ChamberRows.Read(table, Of(Real)).Problems).MayBeConfirmed);
        Assert.Empty(ChamberRows.Read(table, Of(Real, mayBeUnlisted: true)).Problems);
    }

    [Fact]
    public void The_table_of_chambers_that_are_registered_may_be_sent_again() =>
        Assert.Empty(ChamberRows.Read(Tables.Utf8("商会名称,区划代码,编号\n青石镇商会,990101001,known\n"), Of(Fictional)).Problems);

    [Fact]
    public void A_countys_own_table_needs_names_alone_where_the_townships_are_known()
    {
        var (rows, problems) = ChamberRows.Read(Tables.Utf8("商会名称\n东华门街道商会\n"), Of(Real));
        Assert.Empty(problems);
        var row = Assert.Single(rows);
        Assert.Equal((new ChamberId("110101001"), "street", "110101001"), (row.Chamber, row.Register.Kind, row.Register.Seat.Value));
    }

    [Theory]
    [InlineData("商会名称\n无此地商会\n", "region")]
    [InlineData("商会名称,区划代码\n甲镇商会,110101001\n", "region")]
    [InlineData("商会名称,区划代码\n甲镇商会,990101001\n乙镇商会,990101001\n", "id")]
    public void What_the_name_does_not_tell_has_to_be_said(string table, string column)
    {
        var problem = Assert.Single(ChamberRows.Read(Tables.Utf8(table), Of(Fictional)).Problems);
        Assert.Equal(column, problem.Column);
        Assert.NotEqual(problem.What.Zh, problem.What.EnOrZh);
    }

    [Fact]
    public void A_workbook_is_read_below_its_title()
    {
        var book = TableFiles.Instance.Write([new MicroPoints.Runtime.TableToWrite("名册",
            [new("商会名称"), new("区划代码"), new("成立日期", MicroPoints.Runtime.ColumnFormat.Day)],
            [["甲镇商会", "990101001", new DateOnly(2018, 5, 1)], ["乙街道商会", "990101002", MicroPoints.Runtime.CellValue.Empty]])
            { Title = "商会名册" }]);
        var (rows, problems) = ChamberRows.Read(book, Of(Fictional));
        Assert.Empty(problems);
        Assert.Equal(["township", "street"], rows.Select(r => r.Register.Kind));
        Assert.Equal(new DateOnly(2018, 5, 1), rows[0].Register.Founded);
    }

    [Theory]
    [InlineData("PK\u0003\u0004 broken")]
    [InlineData("%PDF-1.7")]
    public void What_is_no_table_is_said_so(string content) =>
        Assert.NotEmpty(ChamberRows.Read(Tables.Utf8(content), Of(Fictional)).Problems);
}
