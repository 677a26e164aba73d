namespace MicroPoints.Documents.Tests;

/// <summary>Calendars from tables: all of the file, or every problem in it.</summary>
public sealed class CalendarRowsTests
{
    private const string Good = "date,kind,name\n2026-10-01,holiday,国庆节\n2026-10-10,workday,国庆节\n";

    private static WorkingCalendar Calendar(byte[] bytes)
    {
        var (calendar, problems) = CalendarRows.Read(bytes);
        Assert.Empty(problems);
        return calendar!;
    }

    [Fact]
    public void A_calendar_is_read()
    {
        var calendar = Calendar(Tables.Utf8(Good));
        Assert.Equal([2026], calendar.Years);
        Assert.False(calendar.IsWorkingDay(new DateOnly(2026, 10, 1)));
        Assert.True(calendar.IsWorkingDay(new DateOnly(2026, 10, 10)));
    }

    [Fact]
    public void The_same_calendar_in_another_shape_is_the_same_calendar()
    {
        var hash = Calendar(Tables.Utf8(Good)).Hash;
        Assert.Equal(hash, Calendar(Tables.Utf8WithMark(Good.ReplaceLineEndings("\r\n"))).Hash);
        Assert.Equal(hash, Calendar(Tables.Gbk(
            "名称,日期,类别\n国庆节,2026年10月10日,调休上班\n\n 国庆节 ,2026/10/1,放假\n")).Hash);
    }

    [Theory]
    [InlineData("2026-10-32,holiday,x", "line 2, column date: '2026-10-32' is not a day such as 2026-04-12")]
    [InlineData(",holiday,x", "line 2, column date: is empty")]
    [InlineData("2026-10-01,,x", "line 2, column kind: is empty")]
    [InlineData("2026-10-01,holiday,", "line 2, column name: is empty")]
    [InlineData("2026-10-01,feast,x", "line 2, column kind: 'feast' is neither holiday nor workday (放假 / 上班)")]
    [InlineData("2026-10-09,workday,x",
        "line 2, column kind: 2026-10-09 is a Friday, worked anyway: only a Saturday or Sunday is a make-up workday")]
    [InlineData("2026-10-01,holiday,\"x,y\"",
        "line 2, column name: a day's name has no comma, quotation mark or line break, and no space around it")]
    [InlineData("2026-10-01,holiday,x\u202Ey",
        "line 2, column name: a day's name has the control character U+202E as character 2: leave it out and send the words alone")]
    [InlineData("2026-10-01,holiday,x\n2026-10-01,holiday,x", "line 3, column date: 2026-10-01 stands on line 2 already")]
    [InlineData("", "line 2: the file has no days: give the holidays and make-up workdays of whole years")]
    public void A_bad_row_is_named_and_no_calendar_comes_of_it(string rows, string problem)
    {
        var (calendar, problems) = CalendarRows.Read(Tables.Utf8($"date,kind,name\n{rows}\n"));
        Assert.Null(calendar);
        Assert.Equal(problem, Assert.Single(problems).ToString());
    }

    [Fact]
    public void Every_bad_row_is_reported_at_once()
    {
        var problems = CalendarRows.Read(Tables.Utf8(Good + "x,holiday,y\n2026-10-02,z,\n")).Problems;
        Assert.Equal([(4L, "date"), (5, "kind"), (5, "name")], problems.Select(p => (p.Line, p.Column)));
    }

    [Fact]
    public void A_missing_column_is_named() => Assert.Equal("kind",
        Assert.Single(CalendarRows.Read(Tables.Utf8("date,name\n2026-10-01,x\n")).Problems).Column);
}
