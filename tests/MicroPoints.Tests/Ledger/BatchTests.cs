using MicroPoints.Chambers;
using MicroPoints.Ledger;
using static MicroPoints.Tests.Lines;

namespace MicroPoints.Tests.Ledger;

/// <summary>A batch: each line is judged as if the earlier ones were applied.</summary>
public sealed class BatchTests
{
    private static readonly EntryId X = new("x"), Y = new("y");

    private static Decision[] Judge(LedgerState ledger, string day, params LedgerCommand[] commands)
    {
        var view = new LedgerView(ledger);
        return [.. commands.Select(command =>
        {
            var decision = view.Judge(command, Kinds.All, Contexts.On(day));
            if (decision is Decision.Accepted accepted) view.Apply(accepted);
            return decision;
        })];
    }

    private static Decision Last(Book book, params LedgerCommand[] commands) =>
        Judge(book.Ledger, "2027-01-05", commands)[^1];

    private static void Refuses(Refusal refusal, Decision decision) =>
        Assert.Equal(refusal, Assert.IsType<Decision.Refused>(decision).Reason);

    private static LedgerCommand Visit(EntryId id) => Visits(1, "2026-03-01").Command(id.Value) with { Id = id };

    [Fact]
    public void A_line_may_reverse_an_earlier_one() =>
        Assert.IsType<Decision.Accepted>(Last(Book.Of(), Visit(X), new ReverseActivity(Y, X, "why")));

    [Fact]
    public void A_line_may_not_reverse_a_later_one() =>
        Refuses(Refusal.EntryNotFound,
            Judge(Book.Of().Ledger, "2027-01-05", new ReverseActivity(Y, X, "why"), Visit(X))[0]);

    [Fact]
    public void Two_lines_may_not_reverse_one_entry() => Refuses(Refusal.EntryAlreadyReversed,
        Last(Book.Of(), Visit(X), new ReverseActivity(Y, X, "why"), new ReverseActivity(new EntryId("z"), X, "why")));

    [Fact]
    public void A_replay_inside_a_batch_exists_with_the_sequence_the_first_line_will_have()
    {
        var decisions = Judge(Book.Of().Ledger, "2027-01-05", Visit(X), Visit(Y), Visit(X));
        Assert.Equal(2, Assert.IsType<Decision.Exists>(decisions[2]).First.Sequence);
    }

    [Fact]
    public void The_same_id_with_other_content_inside_a_batch_is_refused() => Refuses(Refusal.ExistsWithDifferentCount,
        Last(Book.Of(), Visit(X), Visits(2, "2026-03-01").Command("x")));

    [Fact]
    public void A_chamber_registered_by_an_earlier_line_may_record() =>
        Assert.IsType<Decision.Accepted>(Last(Book.Unregistered(),
        new ChangeChamber(new RegisterChamber(Y, "a", "township", new RegionCode("450123"), [], null)), Visit(X)));

    [Fact]
    public void A_chamber_dissolved_by_an_earlier_line_may_not() => Refuses(Refusal.ChamberDissolved,
        Last(Book.Of(), new ChangeChamber(new DissolveChamber(Y, new DateOnly(2026, 12, 1))), Visit(X)));

    [Fact]
    public void A_period_closed_by_an_earlier_line_is_closed() => Refuses(Refusal.PeriodClosed,
        Last(Book.Of(), new ClosePeriod(Y, Period.Year(2026), new RoundId("r")), Visit(X)));

    [Fact]
    public void A_period_closed_by_an_earlier_line_is_not_closed_again() =>
        Refuses(Refusal.PeriodClosed, Last(Book.Of(),
        new ClosePeriod(X, Period.Year(2026), new RoundId("r")),
            new ClosePeriod(Y, Period.Year(2026), new RoundId("r"))));

    [Fact]
    public void A_late_window_opened_by_an_earlier_line_is_open() =>
        Assert.IsType<Decision.Accepted>(Last(Book.Of().Close("2026"),
        new OpenLateWindow(Y, Period.Year(2026), new DateOnly(2027, 1, 10), "flood"), Visit(X)));

    [Fact]
    public void An_id_carried_by_an_earlier_line_exists_in_the_predecessor()
    {
        var predecessor = Book.Named("P", Visits(1, "2026-03-01").As("x"))
            .When(new MergeChamberInto(new EntryId("merge"), new ChamberId("a"), new DateOnly(2026, 7, 1)));
        Refuses(Refusal.ExistsInPredecessor,
            Last(Book.Of(), new CarryActivities(Y, new DateOnly(2026, 7, 1), predecessor.Ledger, null), Visit(X)));
    }

    [Fact]
    public void Pending_entries_are_sealed_one_after_the_other_from_the_head()
    {
        var book = Book.Of();
        var view = new LedgerView(book.Ledger);
        foreach (var id in (EntryId[])[X, Y])
            view.Apply((Decision.Accepted)view.Judge(Visit(id), Kinds.All, Contexts.On("2027-01-05")));
        Assert.Equal([2L, 3], view.Pending.Select(e => e.Sequence));
        Assert.Equal([book.Ledger.Head.Hash, view.Pending[0].Hash], view.Pending.Select(e => e.Previous));
        book.ThenLength(1);
    }
}
