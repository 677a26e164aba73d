using MicroPoints.Activities;

namespace MicroPoints.Documents.Tests;

public sealed class ActivityRowsTests
{
    private const string Chinese = "商会,事项,日期,次数,说明\nc-01,member.visited,2026/4/2,3,走访三家会员\n";

    [Fact]
    public void A_utf_8_table_is_read() => Holds_the_visit(Tables.Utf8(Chinese));

    [Fact]
    public void A_utf_8_table_with_a_byte_order_mark_is_read() => Holds_the_visit(Tables.Utf8WithMark(Chinese));

    [Fact]
    public void A_gbk_table_is_read() => Holds_the_visit(Tables.Gbk(Chinese));

    private static void Holds_the_visit(byte[] bytes)
    {
        var (rows, problems) = ActivityRows.Read(bytes, Tables.Kinds);
        Assert.Empty(problems);
        var visit = Assert.Single(rows).Record;
        Assert.Equal(new Measured.Count(3), visit.Measured);
        Assert.Equal("2026-04-02", visit.On.ToString());
        Assert.Equal("走访三家会员", visit.Reason);
    }

    [Fact]
    public void Every_bad_cell_is_reported_with_its_line_and_column()
    {
        var (rows, problems) = Read("""
            chamber,kind,on,count,flag
            c-01,member.visited,2026-02-30,1,
            c-01,member.vsited,2026-02-03,1,
            c-01,member.visited,2026-02-03,x,
            c-01,rules.adopted,2026-02-03,,maybe
            c-01,member.visited,2026-02-03,1,true
            c 01,member.visited,2026-02-03,1,
            c-01,member.visited,2026-02-03,2,
            """);
        Assert.Equal([(2, "on"), (3, "kind"), (4, "count"), (5, "flag"), (6, "flag"), (7, "chamber")],
            problems.Select(p => (p.Line, p.Column!)));
        Assert.Single(rows);
    }

    [Fact]
    public void A_row_without_an_id_gets_one_from_its_content_and_a_repeated_row_another()
    {
        var first = Read("chamber,kind,on,count\nc-01,member.visited,2026-02-03,1\nc-01,member.visited,2026-02-03,1\n").Rows;
        var again = Read("kind,chamber,count,on\nmember.visited,c-01,1,2026-02-03\nmember.visited,c-01,1,2026-02-03\n").Rows;
        Assert.NotEqual(first[0].Record.Id, first[1].Record.Id);
        Assert.Equal(first.Select(r => r.Record.Id), again.Select(r => r.Record.Id));
    }

    [Theory]
    [InlineData("member.satisfaction", "answered,satisfied,asked", "24,21,40")]
    [InlineData("pledge.signed", "done,of", "8,10")]
    [InlineData("rules.adopted", "flag", "是")]
    [InlineData("party.coverage", "option", "指导员")]
    public void Each_measure_takes_its_own_columns(string kind, string columns, string cells)
    {
        var (rows, problems) = Read($"chamber,kind,on,{columns}\nc-01,{kind},2026-02,{cells}\n");
        Assert.Empty(problems);
        Assert.Equal(Tables.Kinds[new KindId(kind)].Measure, Assert.Single(rows).Record.Measured.Type);
    }

    [Fact]
    public void An_option_may_be_written_by_its_title() => Assert.Equal(
        new Measured.Option("instructor"),
            Read("chamber,kind,on,option\nc-01,party.coverage,2026-02,指导员\n").Rows[0].Record.Measured);

    [Theory]
    [InlineData("chamber,kind\nc-01,member.visited\n", "on", "missing")]
    [InlineData("chamber,kind,on,colour\n", "colour", "not known")]
    [InlineData("chamber,商会,kind,on\n", "商会", "twice")]
    [InlineData("", null, "empty")]
    public void A_wrong_header_is_refused(string text, string? column, string message)
    {
        var problem = Read(text).Problems[0];
        Assert.Equal((1, column), (problem.Line, problem.Column));
        Assert.Contains(message, problem.What.EnOrZh, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused() => Assert.Contains(
        "neither UTF-8 nor GBK", ActivityRows.Read(new byte[] { 0xFF, 0xFF, 0x03, 0x04, 0x00, 0x00 },
            Tables.Kinds).Problems[0].What.EnOrZh, StringComparison.Ordinal);

    [Fact]
    public void A_quotation_mark_out_of_place_is_refused_with_its_line() => Assert.Contains(
        Read("chamber,kind,on,count,reason\nc-01,member.visited,2026-02-03,1,走\"访\n").Problems, p => p.Line == 2);

    private static (IReadOnlyList<ActivityRow> Rows, IReadOnlyList<TableProblem> Problems) Read(string text) =>
        ActivityRows.Read(Tables.Utf8(text), Tables.Kinds);
}
