using MicroPoints.Ledger;
using static MicroPoints.Tests.Lines;

namespace MicroPoints.Tests.Ledger;

public sealed class ClosedPeriodTests
{
    [Fact]
    public void A_period_closes_once() => Book.Of().Close("2026")
        .When(new ClosePeriod(new EntryId("again"), Period.Year(2026), new RoundId("round-2")))
            .ThenRefused(Refusal.PeriodClosed);

    [Fact]
    public void Closing_again_under_the_same_id_exists() => Book.Of().Close("2026")
        .When(new ClosePeriod(new EntryId("close-2026"), Period.Year(2026), new RoundId("round-1"))).ThenExists(2);

    [Fact]
    public void Closing_under_the_same_id_for_another_round_is_refused() => Book.Of().Close("2026")
        .When(new ClosePeriod(new EntryId("close-2026"), Period.Year(2026), new RoundId("round-2")))
        .ThenRefused(Refusal.ExistsWithDifferentContent);

    [Fact]
    public void A_reader_closes_nothing() => Book.Of()
        .When(new ClosePeriod(new EntryId("c"), Period.Year(2026), new RoundId("r")), Contexts.Reader)
            .ThenRefused(Refusal.NotAllowed);

    [Fact]
    public void An_unknown_chamber_has_no_period_to_close() => Book.Unregistered()
        .When(new ClosePeriod(new EntryId("c"), Period.Year(2026), new RoundId("r")))
            .ThenRefused(Refusal.ChamberUnknown);

    [Fact]
    public void Only_an_authority_opens_a_late_window() =>
        Book.Of().Close("2026").OpenLate("2026", "2027-01-10", by: Contexts.Clerk).ThenRefused(Refusal.NotAnAuthority);

    [Fact]
    public void A_late_window_needs_a_reason() => Book.Of().Close("2026")
        .When(new OpenLateWindow(new EntryId("w"), Period.Year(2026), new DateOnly(2027, 1, 10), ""))
            .ThenRefused(Refusal.ReasonMissing);

    [Fact]
    public void The_reason_of_a_late_window_has_a_limit() => Book.Of().Close("2026")
        .When(new OpenLateWindow(new EntryId("w"), Period.Year(2026), new DateOnly(2027, 1, 10), new string('长', 2_001)))
            .ThenRefused(Refusal.ReasonTooLong);

    [Fact]
    public void The_reason_of_a_late_window_steers_no_terminal() => Book.Of().Close("2026")
        .When(new OpenLateWindow(new EntryId("w"), Period.Year(2026), new DateOnly(2027, 1, 10), "late\u202E"))
            .ThenRefused(Refusal.TextNotPlain);

    [Fact]
    public void An_open_period_needs_no_window() =>
        Book.Of().OpenLate("2026", "2027-01-10").ThenRefused(Refusal.PeriodNotClosed);

    [Fact]
    public void A_window_that_would_be_over_is_refused() =>
        Book.Of().Close("2026").OpenLate("2026", "2027-01-04", on: "2027-01-05").ThenRefused(Refusal.OnTooEarly);

    [Fact]
    public void A_window_is_itself_recorded() => Assert.Equal(
        new LateWindowOpened(Period.Year(2026), new DateOnly(2027, 1, 10)),
        Book.Of().Close("2026").OpenLate("2026", "2027-01-10").Last<LateWindowOpened>());

    [Theory]
    [InlineData("2026-03", Refusal.PeriodClosed)]
    [InlineData("2026Q1", Refusal.PeriodClosed)]
    public void A_month_or_quarter_inside_a_closed_period_is_closed(string on, Refusal refusal) =>
        Book.Of().Close("2026Q1").When(Visits(1, on), "v").ThenRefused(refusal);

    [Fact]
    public void A_year_stands_for_its_last_day_and_so_is_open_while_only_its_first_quarter_is_closed() =>
        Book.Of().Close("2026Q1").When(Visits(1, "2026"), "v").ThenAccepted();
}
