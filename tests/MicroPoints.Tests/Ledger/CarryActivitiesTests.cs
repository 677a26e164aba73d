using MicroPoints.Chambers;
using MicroPoints.Ledger;
using static MicroPoints.Tests.Lines;
using static MicroPoints.Tests.Rules;
using static MicroPoints.Tests.Scored;

namespace MicroPoints.Tests.Ledger;

/// <summary>Merging and splitting: slices add, keys unite, caps apply once, and every id stays known.</summary>
public sealed class CarryActivitiesTests
{
    private static readonly DateOnly July = new(2026, 7, 1);
    private static readonly ChamberId R = new("R"), S = new("S");

    private static Book Ended(string id, params Line[] lines) =>
        Book.Named(id, lines).When(new MergeChamberInto(new EntryId("merge"), R, July)).ThenAccepted();

    private static Book Divided(params Line[] lines) =>
        Book.Named("P", lines).When(new SplitChamberInto(new EntryId("split"), [R, S], July)).ThenAccepted();

    private static Book Carry(Book successor, Book predecessor, params string[]? allocated) =>
        successor.When(new CarryActivities(
        new EntryId($"from-{predecessor.Ledger.Id}"), July, predecessor.Ledger, allocated?.Select(id => new EntryId(id))
            .ToHashSet()));

    private static Book Merged(params Book[] predecessors) =>
        predecessors.Aggregate(Book.Named("R"), (r, p) => Carry(r, p, null).ThenAccepted());

    private static Cards Scoring(Book book, params MicroPoints.Rulesets.Indicator[] indicators) =>
        GivenChambers(new Member(book.Ledger.Id.Value) { Written = book.Ledger }).Under(indicators);

    private static Line[] EightVisits => [.. Enumerable.Range(1, 8).Select(i => Visits(1, $"2026-04-{i:00}"))];

    [Fact]
    public void Eight_visits_each_add_to_sixteen() => Scoring(Merged(Ended("P", EightVisits), Ended("Q", EightVisits)),
        Line("M1", PerCount(1), "visit")).ThenPoints("M1", 16);

    [Fact]
    public void A_cap_applies_once_to_what_both_did() =>
        Scoring(Merged(Ended("P", EightVisits), Ended("Q", EightVisits)),
        Line("M1", PerCount(1), "visit").Capped(10)).ThenRaw("M1", 16).ThenPoints("M1", 10);

    [Fact]
    public void One_key_known_to_both_is_one_key() => Scoring(
            Merged(Ended("P", Case("K1", "2026-02-01"), Case("K2", "2026-02-01")),
                Ended("Q", Case("K1", "2026-03-01"))),
        Line("G", PerCount(1), "case")).ThenPoints("G", 2);

    [Fact]
    public void States_are_not_carried_the_merger_restates_them()
    {
        var merged = Merged(Ended("P", Option("party", "founded", "2025-01-01")));
        var party = Line("P1", Options(("founded", 4)), "party");
        Scoring(merged, party).ThenPoints("P1", 0);
        merged.When(Option("party", "founded", "2026-07-01"), "restated").ThenAccepted();
        Scoring(merged, party).ThenPoints("P1", 4);
    }

    [Fact]
    public void A_period_that_was_closed_for_the_predecessor_stays_closed_for_the_successor()
    {
        var closed = Book.Named("P", EightVisits)
            .When(new ClosePeriod(new EntryId("close"), Period.Year(2026), new RoundId("r"))).ThenAccepted()
            .When(new MergeChamberInto(new EntryId("merge"), R, July)).ThenAccepted();
        Merged(closed).When(Visits(1, "2026-04-09"), "late").ThenRefused(Refusal.PeriodClosed);
    }

    [Fact]
    public void What_was_reversed_is_not_carried() => Scoring(
        Merged(Ended("P", Visits(3, "2026-02-01"), Visits(5, "2026-03-01").TakenBackOn("2026-03-02"))),
        Line("M1", PerCount(1), "visit")).ThenPoints("M1", 3);

    [Fact]
    public void Predecessors_are_not_ranked_and_the_successor_is()
    {
        var (p, q) = (Ended("P", EightVisits), Ended("Q", EightVisits));
        Member[] members =
            [.. new[] { p, q, Merged(p, q) }.Select(b => new Member(b.Ledger.Id.Value) { Written = b.Ledger })];
        GivenChambers(members).Under(Line("M1", PerCount(1), "visit")).ThenPlaces("P:- Q:- R:1");
    }

    [Fact]
    public void A_split_carries_only_what_it_allocates()
    {
        var p = Divided(EightVisits);
        var (r, s) = (Carry(Book.Named("R"), p, "did-1", "did-2"), Carry(Book.Named("S"), p, "did-3"));
        Scoring(r, Line("M1", PerCount(1), "visit")).ThenPoints("M1", 2);
        Scoring(s, Line("M1", PerCount(1), "visit")).ThenPoints("M1", 1);
    }

    [Fact]
    public void A_split_may_allocate_nothing() => Scoring(
        Carry(Book.Named("S"), Divided(EightVisits), []).ThenAccepted(), Line("M1", PerCount(1), "visit"))
            .ThenPoints("M1", 0);

    [Fact]
    public void An_id_already_known_exists_at_the_closed_chamber() =>
        Ended("P", Visits(1, "2026-02-01")).When(Visits(1, "2026-02-01"), "did-1").ThenExists(2);

    [Fact]
    public void An_unknown_id_at_the_closed_chamber_is_refused_naming_the_successor() =>
        Ended("P").When(Visits(1, "2026-02-01"), "new").ThenRefused(Refusal.ChamberMerged).ThenDetail("R");

    [Fact]
    public void An_unknown_id_at_a_divided_chamber_is_refused_naming_the_successors() =>
        Divided().When(Visits(1, "2026-02-01"), "new").ThenRefused(Refusal.ChamberSplit).ThenDetail("R, S");

    [Fact]
    public void An_id_known_to_the_predecessor_exists_in_predecessor_at_the_successor() =>
        Merged(Ended("P", Visits(1, "2026-02-01"))).When(Visits(1, "2026-02-01"), "did-1")
            .ThenRefused(Refusal.ExistsInPredecessor);

    [Theory]
    [InlineData("did-1")]
    [InlineData("did-2")]
    [InlineData("undo-2")]
    public void States_and_reversed_activities_and_reversals_stay_known_by_id_too(string id) =>
        Merged(Ended("P", Option("party", "founded", "2025-01-01"), Visits(1, "2026-02-01").TakenBackOn("2026-02-02")))
            .When(Visits(1, "2026-02-01"), id).ThenRefused(Refusal.ExistsInPredecessor);

    [Fact]
    public void A_reversal_under_an_id_known_to_the_predecessor_is_refused() =>
        Merged(Ended("P", Visits(1, "2026-02-01")))
        .When(Visits(2, "2026-08-01"), "own").Reverse("own", id: "did-1").ThenRefused(Refusal.ExistsInPredecessor);

    [Fact]
    public void After_two_mergers_the_first_ids_are_still_known()
    {
        var r = Merged(Ended("P", Visits(1, "2026-02-01"))).When(new MergeChamberInto(new EntryId("merge"), S, July))
            .ThenAccepted();
        Carry(Book.Named("S"), r, null).ThenAccepted()
            .When(Visits(1, "2026-02-01"), "did-1").ThenRefused(Refusal.ExistsInPredecessor);
    }

    [Fact]
    public void Carrying_twice_answers_exists_and_adds_nothing()
    {
        var p = Ended("P", EightVisits);
        Carry(Carry(Book.Named("R"), p, null).ThenAccepted().ThenLength(10), p, null).ThenExists(2).ThenLength(10);
    }

    [Fact]
    public void A_chamber_that_did_not_end_here_cannot_be_carried() =>
        Carry(Book.Named("T"), Ended("P", EightVisits), null).ThenRefused(Refusal.LineageInvalid);

    [Theory]
    [InlineData("nowhere")]
    [InlineData("did-1")]
    public void Only_a_standing_event_can_be_allocated(string id) =>
        Carry(Book.Named("R"), Divided(Option("party", "founded", "2025-01-01")), id)
            .ThenRefused(Refusal.EntryNotFound);

    [Fact]
    public void The_successor_seals_where_the_predecessor_ended()
    {
        var p = Ended("P", Visits(1, "2026-02-01"));
        var succeeded = (ChamberSucceeded)Merged(p).Ledger.Entries[1].Body;
        Assert.Equal(p.Ledger.Head, succeeded.PredecessorHead);
    }

    [Fact]
    public void A_carried_activity_can_be_reversed_at_the_successor()
    {
        var merged = Merged(Ended("P", Visits(1, "2026-02-01")));
        merged.Reverse(ActivityCarried.IdFor(new ChamberId("P"), new EntryId("did-1")).Value).ThenAccepted();
        Scoring(merged, Line("M1", PerCount(1), "visit")).ThenPoints("M1", 0);
    }
}
