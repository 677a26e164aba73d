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
}
