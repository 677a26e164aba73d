using System.Text;
using static MicroPoints.Tests.Lines;

namespace MicroPoints.Tests.Values;

/// <summary>Working days by the shipped calendar, whose facts are the State Council's notices.</summary>
public sealed class WorkingCalendarTests
{
    private static readonly byte[] File =
        System.IO.File.ReadAllBytes(Path.Combine(Repository.Root, "rulesets", "holidays.csv"));

    private static readonly WorkingCalendar Shipped = WorkingCalendar.Read(File);

    [Fact]
    public void The_shipped_file_is_written_back_byte_by_byte()
    {
        Assert.Equal(File, Shipped.Bytes.ToArray());
        Assert.Equal(Digest.Of(File), Shipped.Hash);
        Assert.Equal(Enumerable.Range(2018, 9), Shipped.Years);
    }

    [Theory]
    [InlineData("2026-10-01", false)]
    [InlineData("2026-10-09", true)]
    [InlineData("2026-10-10", true)]
    [InlineData("2026-10-11", false)]
    [InlineData("2026-02-14", true)]
    [InlineData("2026-02-16", false)]
    [InlineData("2030-10-01", true)]
    public void A_day_is_worked_by_its_weekday_but_for_holidays_and_make_up_workdays(string day, bool isWorked) =>
        Assert.Equal(isWorked, Shipped.IsWorkingDay(D(day)));

    [Theory]
    [InlineData("2026-09-30", 1, "2026-10-08")]
    [InlineData("2026-09-30", 3, "2026-10-10")]
    [InlineData("2026-09-30", 4, "2026-10-12")]
    [InlineData("2026-07-10", 5, "2026-07-17")]
    [InlineData("2026-07-11", 0, "2026-07-11")]
    public void Working_days_are_counted_from_the_day_after(string from, int count, string last)
    {
        var counted = Shipped.AddWorkingDays(D(from), count);
        Assert.Equal(D(last), counted.Day);
        Assert.Empty(counted.YearsMissing);
    }

    [Fact]
    public void A_year_that_is_not_covered_is_counted_by_weekdays_and_named()
    {
        var counted = Shipped.AddWorkingDays(D("2026-12-30"), 3);
        Assert.Equal(D("2027-01-04"), counted.Day);
        Assert.Equal([2027], counted.YearsMissing);
        Assert.Equal([2026, 2027], WorkingCalendar.Weekdays.AddWorkingDays(D("2026-12-30"), 3).YearsMissing);
        Assert.Empty(Shipped.AddWorkingDays(D("2026-12-30"), 1).YearsMissing);
        Assert.Equal([2027], Shipped.AddWorkingDays(D("2026-12-31"), 1).YearsMissing);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(Limits.WorkingDaysMax + 1)]
    public void It_counts_forward_and_not_for_ever(int count) =>
        Assert.Throws<InvariantException>(() => Shipped.AddWorkingDays(D("2026-01-01"), count));

    [Fact]
    public void The_order_of_days_changes_no_byte() => Assert.Equal(
        Shipped.Hash, WorkingCalendar.Of(Shipped.Days.Reverse()).Hash);

    [Theory]
    [InlineData("2026-10-09", true, "x")]
    [InlineData("2026-10-10", true, "")]
    [InlineData("2026-10-01", false, " x")]
    [InlineData("2026-10-01", false, "x,y")]
    [InlineData("2026-10-01", false, "x\ny")]
    public void A_day_that_no_calendar_holds_has_a_problem(string day, bool isWorked, string name)
    {
        var known = new CalendarDay(D(day), isWorked, name);
        Assert.NotNull(WorkingCalendar.Problem(known));
        Assert.Throws<InvariantException>(() => WorkingCalendar.Of([known]));
    }

    [Fact]
    public void A_calendar_holds_a_day_once()
    {
        var day = new CalendarDay(D("2026-10-01"), false, "x");
        Assert.Throws<InvariantException>(() => WorkingCalendar.Of([day, day]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("date,kind,name")]
    [InlineData("date,kind,name\n2026-10-01,holiday,x")]
    [InlineData("date,kind,name\r\n2026-10-01,holiday,x\r\n")]
    [InlineData("date,kind,name\n2026-10-01,feast,x\n")]
    [InlineData("date,kind,name\n2026-10-1,holiday,x\n")]
    [InlineData("date,kind,name\n2026-10-09,workday,x\n")]
    [InlineData("date,kind,name\n2026-10-02,holiday,x\n2026-10-01,holiday,x\n")]
    [InlineData("date,kind,name\n2026-10-01,holiday,x\n2026-10-01,holiday,x\n")]
    [InlineData("ruleset: calendar\n")]
    public void Other_bytes_are_no_calendar(string text) =>
        Assert.Throws<FormatException>(() => WorkingCalendar.Read(Encoding.UTF8.GetBytes(text)));
}
