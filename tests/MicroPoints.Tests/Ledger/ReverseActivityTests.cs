using MicroPoints.Chambers;
using static MicroPoints.Tests.Lines;
using static MicroPoints.Tests.Rules;
using static MicroPoints.Tests.Scored;

namespace MicroPoints.Tests.Ledger;

public sealed class ReverseActivityTests
{
    private static Book TwoVisits => Book.Of(Visits(1, "2026-03-01"), Visits(2, "2026-04-01"));

    [Fact]
    public void Reversing_takes_back_in_full() =>
        GivenChambers(new Member("a") { Written = TwoVisits.Reverse("did-2").Ledger })
            .Under(Line("M1", PerCount(1), "visit")).ThenPoints("M1", 1);

    [Fact]
    public void A_reversal_adds_an_entry_and_changes_none()
    {
        var before = TwoVisits.Ledger.Entries.Select(e => e.Hash);
        Assert.Equal(before, TwoVisits.Reverse("did-2").ThenLength(4).Ledger.Entries.Take(3).Select(e => e.Hash));
    }

    [Fact]
    public void An_entry_that_is_not_there_is_not_found() =>
        TwoVisits.Reverse("did-9").ThenRefused(Refusal.EntryNotFound);

    [Fact]
    public void A_reversal_cannot_be_reversed() =>
        TwoVisits.Reverse("did-1").Reverse("undo", id: "redo").ThenRefused(Refusal.EntryIsReversal);

    [Fact]
    public void A_change_of_the_register_is_no_activity() =>
        TwoVisits.Reverse("registered").ThenRefused(Refusal.EntryIsNoActivity);

    [Fact]
    public void A_second_reversal_of_one_entry_is_refused() =>
        TwoVisits.Reverse("did-1").Reverse("did-1", id: "again").ThenRefused(Refusal.EntryAlreadyReversed);

    [Fact]
    public void A_reversal_needs_a_reason() =>
        TwoVisits.Reverse("did-1", reason: "").ThenRefused(Refusal.ReasonMissing);

    [Fact]
    public void A_reason_has_a_greatest_length() =>
        TwoVisits.Reverse("did-1", reason: new string('r', Limits.ReasonLengthMax + 1))
            .ThenRefused(Refusal.ReasonTooLong);

    [Fact]
    public void A_reason_steers_no_terminal() =>
        TwoVisits.Reverse("did-1", reason: "typo\u001B[2J").ThenRefused(Refusal.TextNotPlain);

    [Fact]
    public void A_reader_may_not_reverse() =>
        TwoVisits.Reverse("did-1", by: Contexts.Reader).ThenRefused(Refusal.NotAllowed);

    [Fact]
    public void Nothing_is_reversed_where_nothing_is_registered() =>
        Book.Unregistered().Reverse("did-1").ThenRefused(Refusal.ChamberUnknown);

    [Fact]
    public void A_dissolved_chamber_reverses_no_more() =>
        TwoVisits.When(new DissolveChamber(new EntryId("end"), new DateOnly(2026, 6, 1)))
        .Reverse("did-1").ThenRefused(Refusal.ChamberDissolved);

    [Fact]
    public void After_a_reversal_the_activity_can_be_recorded_again_under_another_id() =>
        TwoVisits.Reverse("did-1").When(Visits(1, "2026-03-01"), "again").ThenAccepted();

    [Fact]
    public void After_a_reversal_the_first_id_stays_taken() =>
        TwoVisits.Reverse("did-1").When(Visits(1, "2026-03-01"), "did-1").ThenExists(2);

    [Fact]
    public void The_order_of_refusals_is_chamber_reason_target_reversed_period()
    {
        var book = TwoVisits.Reverse("did-1").Close("2026");
        book.Reverse("did-9", id: "n", reason: "", by: Contexts.Reader).ThenRefused(Refusal.NotAllowed);
        book.Reverse("did-9", id: "n", reason: "").ThenRefused(Refusal.ReasonMissing);
        book.Reverse("did-1", id: "n", by: Contexts.Clerk).ThenRefused(Refusal.EntryAlreadyReversed);
        book.Reverse("did-2", id: "n", by: Contexts.Clerk).ThenRefused(Refusal.PeriodClosed);
    }
}
