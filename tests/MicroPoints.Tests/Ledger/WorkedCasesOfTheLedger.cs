using MicroPoints.Ledger;
using MicroPoints.Rulesets;
using MicroPoints.Tests.Rounds;
using static MicroPoints.Tests.Lines;
using static MicroPoints.Tests.Rules;
using static MicroPoints.Tests.Scored;

namespace MicroPoints.Tests.Ledger;

/// <summary>The worked cases of the model that a ledger answers: dates, closed periods, reversals across
/// years.</summary>
public sealed class WorkedCasesOfTheLedger
{
    private static readonly Line LateVisit = Visits(1, "2026-03-01").RecordedOn("2026-07-10");
    private static readonly Indicator M1 = Line("M1", PerCount(0.5m), "visit");

    [Fact]
    public void A_visit_in_March_recorded_in_July_counts_as_of_June() =>
        Given(LateVisit).AsOf("2026-06-30").Under(M1).ThenPoints("M1", 0.5m);

    [Fact]
    public void As_known_at_the_end_of_June_it_does_not_count() =>
        Given(LateVisit).AsOf("2026-06-30").KnownOn("2026-06-30").Under(M1).ThenPoints("M1", 0);

    [Fact]
    public void Known_at_a_day_means_through_its_end_in_Shanghai()
    {
        var lastMoment = new DateTimeOffset(2026, 7, 10, 15, 59, 59, 999, TimeSpan.Zero);
        Assert.Equal(lastMoment, Calendar.EndOf(new DateOnly(2026, 7, 10)));
        Given(LateVisit).KnownOn("2026-07-10").Under(M1).ThenPoints("M1", 0.5m);
    }

    [Fact]
    public void Known_at_an_instant_is_inclusive()
    {
        var recorded = Contexts.Noon(new DateOnly(2026, 7, 10));
        Given(LateVisit).KnownAt(recorded).Under(M1).ThenPoints("M1", 0.5m);
        Given(LateVisit).KnownAt(recorded.AddMilliseconds(-1)).Under(M1).ThenPoints("M1", 0);
    }

    [Fact]
    public void A_reversal_counts_only_by_the_instant_it_was_recorded()
    {
        var visit = Visits(1, "2026-03-01").TakenBackOn("2026-08-01");
        Given(visit).AsOf("2026-12-31").KnownOn("2026-07-31").Under(M1).ThenPoints("M1", 0.5m);
        Given(visit).AsOf("2026-03-01").KnownOn("2026-08-01").Under(M1).ThenPoints("M1", 0);
    }

    private static readonly Line Founded = Option("party", "founded", "2024-05-20");

    [Fact]
    public void A_2024_state_reversed_in_2026_changes_open_years_and_raises_a_check_for_the_sealed_ones()
    {
        var book = Book.Of(Founded).Close("2024").Close("2025").Reverse("did-1").ThenAccepted();
        Assert.Equal([Period.Year(2024), Period.Year(2025)], book.Last<ActivityReversed>().Checks);
        GivenChambers(new Member("a") { Written = book.Ledger }).Under(Line("P1", Options(("founded", 4)), "party"))
            .ThenPoints("P1", 0);
    }

    [Fact]
    public void A_state_of_an_open_year_that_reached_a_later_closed_year_raises_a_check_there() => Assert.Equal(
        [Period.Year(2025)],
        Book.Of(Founded).Close("2025").Reverse("did-1", by: Contexts.Clerk).ThenAccepted().Last<ActivityReversed>()
            .Checks);

    [Fact]
    public void A_state_that_expired_before_a_closed_year_raises_no_check_there() => Assert.Equal(
        [Period.Year(2024)],
        Book.Of(Founded.Until("2025-01-01")).Close("2024").Close("2025").Reverse("did-1").Last<ActivityReversed>()
            .Checks);

    [Fact]
    public void A_reversal_in_a_closed_period_is_refused() =>
        Book.Of(Visits(1, "2026-03-01")).Close("2026").Reverse("did-1", by: Contexts.Clerk)
            .ThenRefused(Refusal.PeriodClosed);

    [Fact]
    public void An_authority_may_reverse_in_a_closed_period_with_a_reason_and_the_entry_says_post_close() =>
        Assert.True(Book.Of(Visits(1, "2026-03-01")).Close("2026").Reverse("did-1").ThenAccepted()
            .Last<ActivityReversed>().IsPostClose);

    [Fact]
    public void An_authority_without_a_reason_may_not() =>
        Book.Of(Visits(1, "2026-03-01")).Close("2026").Reverse("did-1", reason: " ").ThenRefused(Refusal.ReasonMissing);

    [Fact]
    public void A_reversal_in_an_open_period_is_not_post_close() =>
        Assert.False(Book.Of(Visits(1, "2026-03-01")).Reverse("did-1").Last<ActivityReversed>().IsPostClose);

    [Fact]
    public void A_late_entry_in_a_closed_period_is_refused() =>
        Book.Of().Close("2026").When(Visits(1, "2026-03-01"), "v").ThenRefused(Refusal.PeriodClosed);

    [Fact]
    public void A_late_window_lets_entries_in_through_its_last_day_and_they_say_post_close()
    {
        var book = Book.Of().Close("2026").OpenLate("2026", through: "2027-01-10").ThenAccepted();
        book.When(Visits(1, "2026-03-01"), "v", on: "2027-01-10").ThenAccepted();
        Assert.Equal([Period.Year(2026)], book.Last<ActivityRecorded>().Checks);
        book.When(Visits(1, "2026-03-02"), "w", on: "2027-01-11").ThenRefused(Refusal.PeriodClosed);
    }

    [Fact]
    public void A_late_window_lets_a_clerk_reverse_too() => Book.Of(Visits(1, "2026-03-01")).Close("2026")
        .OpenLate("2026", "2027-01-10").Reverse("did-1", by: Contexts.Clerk, on: "2027-01-06").ThenAccepted();

    [Theory]
    [InlineData("2025")]
    [InlineData("2026Q1")]
    public void A_late_window_of_another_period_does_not_help(string other) => Book.Of().Close("2026").Close(other)
        .OpenLate(other, "2027-01-10").When(Visits(1, "2026-03-01"), "v", on: "2027-01-06")
            .ThenRefused(Refusal.PeriodClosed);

    [Theory]
    [InlineData("2026", "2026Q1")]
    [InlineData("2026Q1", "2026")]
    public void A_day_in_two_closed_periods_needs_a_window_in_both(string window, string other) => Book.Of()
        .Close("2026").Close("2026Q1").OpenLate(window, "2027-01-10")
        .When(Visits(1, "2026-03-01"), "v", on: "2027-01-06").ThenRefused(Refusal.PeriodClosed)
        .OpenLate(other, "2027-01-10").When(Visits(1, "2026-03-01"), "v", on: "2027-01-06").ThenAccepted();

    [Fact]
    public void A_closed_year_leaves_other_years_open() =>
        Book.Of().Close("2025").When(Visits(1, "2026-01-01"), "v").ThenAccepted();

    [Fact]
    public void An_objection_accepted_after_freeze_admits_entries_and_everything_is_recomputed()
    {
        var (before, after) = (Objection.Locked.Evaluation, Objection.Accepted.Evaluation);
        Assert.Equal([(P(4), 2), (P(4.5m), 1)], before.Cards.Select(c => (c.Total, c.Places!.Scope)));
        Assert.Equal([(P(5), 1), (P(4.5m), 2)], after.Cards.Select(c => (c.Total, c.Places!.Scope)));
    }
}
