namespace MicroPoints.Conformance;

/// <summary>Closed periods, late windows, and states that reach into closed periods.</summary>
public abstract class PeriodSuite : ChamberSuite
{
    private static readonly OpenLateWindow Window =
        new(Sample.Id("window"), Period.Year(2025), new DateOnly(2026, 7, 15), "objection upheld");

    [Fact]
    public async Task A_closed_period_takes_no_more_entries()
    {
        await Recorded(Sample.Close(2025));
        await Refused(Refusal.PeriodClosed, Sample.Visit("late", on: "2025-11-30"));
        Assert.Empty(((ActivityRecorded)(await Recorded(Sample.Visit("in-time", on: "2026-01-01"))).Body).Checks);
    }

    [Fact]
    public async Task Closing_twice_answers_exists_and_closing_for_another_round_is_refused()
    {
        await Recorded(Sample.Close(2025));
        Assert.IsType<Answer.Exists>(await Run(Sample.Close(2025)));
        await Refused(Refusal.PeriodClosed, Sample.Close(2025) with { Id = Sample.Id("close-again") });
    }

    [Fact]
    public async Task What_was_recorded_before_the_closing_still_answers_exists()
    {
        await Recorded(Sample.Visit("visit-1", on: "2025-11-30"));
        await Recorded(Sample.Close(2025));
        Assert.IsType<Answer.Exists>(await Run(Sample.Visit("visit-1", on: "2025-11-30")));
    }

    [Fact]
    public async Task A_late_window_lets_entries_in_and_they_raise_a_check()
    {
        await Recorded(Sample.Close(2025));
        await Recorded(Window, Sample.Approver);
        var late = (ActivityRecorded)(await Recorded(Sample.Visit("late", on: "2025-11-30"))).Body;
        Assert.Equal([Period.Year(2025)], late.Checks);
        Assert.True(late.IsPostClose);
    }

    [Fact]
    public async Task A_late_window_lasts_through_its_last_day_in_Shanghai()
    {
        await Recorded(Sample.Close(2025));
        await Recorded(Window, Sample.Approver);
        Clock.Now = new DateTimeOffset(2026, 7, 15, 15, 59, 59, TimeSpan.Zero);
        await Recorded(Sample.Visit("on-the-last-day", on: "2025-11-30"));
        Clock.Now = Clock.Now.AddSeconds(1);
        await Refused(Refusal.PeriodClosed, Sample.Visit("a-day-later", on: "2025-11-30"));
    }

    [Fact]
    public async Task Only_an_authority_opens_a_late_window()
    {
        await Recorded(Sample.Close(2025));
        await Refused(Refusal.NotAnAuthority, Window);
    }

    [Fact]
    public async Task In_a_closed_period_only_an_authority_reverses_and_the_entry_says_so()
    {
        await Recorded(Sample.Visit("visit-1", on: "2025-11-30"));
        await Recorded(Sample.Close(2025));
        await Refused(Refusal.PeriodClosed, Sample.Reversal("undo", "visit-1"));
        var reversed = (ActivityReversed)(await Recorded(Sample.Reversal("undo", "visit-1"), Sample.Approver)).Body;
        Assert.Equal([Period.Year(2025)], reversed.Checks);
    }

    [Fact]
    public async Task Reversing_an_old_state_raises_a_check_for_each_closed_period_it_reached()
    {
        await Recorded(Sample.Listing("listed", on: "2024-05-01"));
        await Recorded(Sample.Close(2024));
        await Recorded(Sample.Close(2025));
        var reversed = (ActivityReversed)(await Recorded(Sample.Reversal("undo", "listed"), Sample.Approver)).Body;
        Assert.Equal([Period.Year(2024), Period.Year(2025)], reversed.Checks);
        Assert.Equal(StateStatus.Missing, Sample.ListingOn((await View()).Tally, "2026-12-31").Status);
    }

    [Fact]
    public async Task Reversing_a_state_that_had_expired_raises_no_check_for_the_years_after()
    {
        await Recorded(Sample.Listing("listed", on: "2024-05-01", expires: new DateOnly(2025, 1, 1)));
        await Recorded(Sample.Close(2024));
        await Recorded(Sample.Close(2025));
        var reversed = (ActivityReversed)(await Recorded(Sample.Reversal("undo", "listed"), Sample.Approver)).Body;
        Assert.Equal([Period.Year(2024)], reversed.Checks);
    }
}
