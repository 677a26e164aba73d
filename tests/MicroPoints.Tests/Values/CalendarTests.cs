using static MicroPoints.Tests.Lines;

namespace MicroPoints.Tests.Values;

/// <summary>Days, spans of days, periods, durations and instants.</summary>
public sealed class CalendarTests
{
    [Theory]
    [InlineData("2026-04-12", "2026-04-12", "2026-04-12", Precision.Day)]
    [InlineData("2026-04", "2026-04-01", "2026-04-30", Precision.Month)]
    [InlineData("2024-02", "2024-02-01", "2024-02-29", Precision.Month)]
    [InlineData("2026Q2", "2026-04-01", "2026-06-30", Precision.Quarter)]
    [InlineData("2026", "2026-01-01", "2026-12-31", Precision.Year)]
    public void On_is_a_day_month_quarter_or_year_that_stands_for_its_last_day(string text, string first, string last,
        Precision precision)
    {
        var on = On.Parse(text);
        Assert.Equal((D(first), D(last), precision, text), (on.First, on.Last, on.Precision, on.ToString()));
    }

    [Theory]
    [InlineData("2026-4-1")]
    [InlineData("2026-02-30")]
    [InlineData("2026-13")]
    [InlineData("2026Q5")]
    [InlineData("2026Q0")]
    [InlineData("2025-2026")]
    [InlineData("26")]
    [InlineData("12/04/2026")]
    [InlineData("1949-09-30")]
    [InlineData("2200-01-01")]
    [InlineData("")]
    [InlineData(null)]
    public void Anything_else_is_no_day(string? text) => Assert.False(On.TryParse(text, out _));

    [Fact]
    public void A_span_ends_on_its_last_day_or_not_at_all()
    {
        Assert.Throws<InvariantException>(() => On.Ending(D("2026-04-29"), Precision.Month));
        Assert.Throws<InvariantException>(() => On.Ending(D("2026-04-30"), Precision.Quarter));
        Assert.Throws<InvariantException>(() => On.Ending(D("2026-06-30"), Precision.Year));
        Assert.Equal(On.Parse("2026Q2"), On.Ending(D("2026-06-30"), Precision.Quarter));
    }

    [Theory]
    [InlineData("2026", "2026-01-01", "2027-01-01", "2025")]
    [InlineData("2026Q3", "2026-07-01", "2026-10-01", "2026Q2")]
    [InlineData("2026Q1", "2026-01-01", "2026-04-01", "2025Q4")]
    [InlineData("2025-2026", "2025-01-01", "2027-01-01", "2023-2024")]
    public void A_period_is_half_open_and_has_one_before_it(string text, string from, string until, string previous)
    {
        var period = Period.Parse(text);
        Assert.Equal((D(from), D(until), D(until).AddDays(-1), text),
            (period.From, period.Until, period.LastDay, period.ToString()));
        Assert.Equal(previous, period.Previous.ToString());
        Assert.Equal((true, true, false, false),
            (period.Contains(D(from)), period.Contains(period.LastDay), period.Contains(D(until)),
                period.Contains(D(from).AddDays(-1))));
    }

    [Theory]
    [InlineData("2025-2027")]
    [InlineData("2026-2025")]
    [InlineData("2026q1")]
    [InlineData("2026Q")]
    [InlineData("20260")]
    [InlineData("")]
    public void Anything_else_is_no_period(string text) => Assert.False(Period.TryParse(text, out _));

    [Theory]
    [InlineData("2026-07-01", PeriodLength.Quarter, "2026Q3")]
    [InlineData("2026-06-30", PeriodLength.Quarter, "2026Q2")]
    [InlineData("2026-06-30", PeriodLength.Year, "2026")]
    [InlineData("2025-06-30", PeriodLength.TwoYears, "2025-2026")]
    [InlineData("2026-06-30", PeriodLength.TwoYears, "2025-2026")]
    public void The_period_of_a_day(string day, PeriodLength length, string period) =>
        Assert.Equal(period, Period.Containing(D(day), length).ToString());

    [Theory]
    [InlineData("2025Q4", "2026", false)]
    [InlineData("2026Q1", "2026", true)]
    [InlineData("2025-2026", "2026Q4", true)]
    public void Periods_overlap_or_not(string one, string other, bool overlap)
    {
        Assert.Equal(overlap, Period.Parse(one).Overlaps(Period.Parse(other)));
        Assert.Equal(overlap, Period.Parse(other).Overlaps(Period.Parse(one)));
    }

    [Theory]
    [InlineData("12 months", 12)]
    [InlineData("1 month", 1)]
    [InlineData("4 quarters", 12)]
    [InlineData("2 years", 24)]
    public void A_duration_is_months_quarters_or_years(string text, int months)
    {
        Assert.True(Duration.TryParse(text, out var duration));
        Assert.Equal(new Duration(months), duration);
    }

    [Theory]
    [InlineData("0 months")]
    [InlineData("-1 years")]
    [InlineData("2 weeks")]
    [InlineData("years")]
    [InlineData("2")]
    [InlineData("1.5 years")]
    [InlineData("2  years")]
    [InlineData(null)]
    public void Anything_else_is_no_duration(string? text) => Assert.False(Duration.TryParse(text, out _));

    [Theory]
    [InlineData("2026-07-01T00:00:00Z", "2026-07-01T00:00:00.000Z")]
    [InlineData("2026-07-01T08:00:00+08:00", "2026-07-01T00:00:00.000Z")]
    [InlineData("2026-07-01T08:00:00.1239+08:00", "2026-07-01T00:00:00.123Z")]
    public void An_instant_has_an_offset_and_is_kept_in_UTC_milliseconds(string text, string written)
    {
        Assert.True(Calendar.TryParseInstant(text, out var instant));
        Assert.Equal(written, Calendar.Text(instant));
    }

    [Theory]
    [InlineData("2026-07-01T08:00:00")]
    [InlineData("2026-07-01")]
    [InlineData("")]
    [InlineData(null)]
    public void An_instant_without_an_offset_is_refused(string? text) =>
        Assert.False(Calendar.TryParseInstant(text, out _));

    [Theory]
    [InlineData("2026-06-30T15:59:59.999Z", "2026-06-30")]
    [InlineData("2026-06-30T16:00:00Z", "2026-07-01")]
    public void The_chambers_day_is_that_of_Shanghai(string instant, string day)
    {
        Calendar.TryParseInstant(instant, out var at);
        Assert.Equal(D(day), Calendar.DayOf(at));
    }
}
