using MicroPoints.Activities;
using MicroPoints.Ledger;
using static MicroPoints.Tests.Lines;

namespace MicroPoints.Tests.Ledger;

/// <summary>The same id again: exists with the first answer, or refused with the first field that differs.</summary>
public sealed class SameIdAgainTests
{
    private static readonly DateOnly Day = new(2026, 3, 1), Other = new(2026, 3, 2);
    private static readonly Digest Photo = Digest.OfText("photo"), Letter = Digest.OfText("letter");

    private static RecordActivity Sent(string kind, Measured measured) =>
        new(new EntryId("x"), new KindId(kind), On.Day(Day), measured, Submitted: Day, Reason: "why",
            Evidence: [Photo, Letter]);

    private static RecordActivity With(string kind, Measured measured, string key) =>
        Sent(kind, measured) with { Key = key };

    private static readonly RecordActivity Visit = Sent("visit", new Measured.Count(3)) with { Part = new Part(1, 3) };
    private static readonly RecordActivity Listed =
        Sent("dishonesty", new Measured.Option("listed")) with { Expires = new DateOnly(2026, 9, 1) };
    private static readonly RecordActivity Case = With("case", new Measured.Count(1), "K1");
    private static readonly RecordActivity Survey = Sent("survey", new Measured.Rate(50, 40, 100));
    private static readonly RecordActivity Signing = Sent("signing", new Measured.Share(3, 10));

    /// <summary>Each field by itself, in the contract's order; from <c>Kind</c> to <c>Evidence</c>.</summary>
    private static readonly (RecordActivity First, RecordActivity Second, Refusal Refusal)[] Fields =
    [
        (Visit, Visit with { Kind = new KindId("talk") }, Refusal.ExistsWithDifferentKind),
        (Visit, Visit with { On = On.Day(Other) }, Refusal.ExistsWithDifferentOn),
        (Visit, Visit with { On = On.Parse("2026-03") }, Refusal.ExistsWithDifferentOn),
        (Listed, Listed with { Expires = new DateOnly(2026, 9, 2) }, Refusal.ExistsWithDifferentExpires),
        (Listed, Listed with { Expires = null }, Refusal.ExistsWithDifferentExpires),
        (Visit, Visit with { Submitted = Other }, Refusal.ExistsWithDifferentSubmitted),
        (Visit, Visit with { Submitted = null }, Refusal.ExistsWithDifferentSubmitted),
        (Visit, Visit with { Measured = new Measured.Flag(true) }, Refusal.ExistsWithDifferentMeasure),
        (Visit, Visit with { Measured = new Measured.Count(4) }, Refusal.ExistsWithDifferentCount),
        (Sent("money", new Measured.Quantity(1)), Sent("money", new Measured.Quantity(2)),
            Refusal.ExistsWithDifferentQuantity),
        (Survey, Survey with { Measured = new Measured.Rate(51, 40, 100) }, Refusal.ExistsWithDifferentAnswered),
        (Survey, Survey with { Measured = new Measured.Rate(50, 41, 100) }, Refusal.ExistsWithDifferentSatisfied),
        (Survey, Survey with { Measured = new Measured.Rate(50, 40, 101) }, Refusal.ExistsWithDifferentAsked),
        (Signing, Signing with { Measured = new Measured.Share(4, 10) }, Refusal.ExistsWithDifferentDone),
        (Signing, Signing with { Measured = new Measured.Share(3, 11) }, Refusal.ExistsWithDifferentOf),
        (Listed, Listed with { Measured = new Measured.Option("ended") }, Refusal.ExistsWithDifferentOption),
        (Sent("pledge", new Measured.Flag(true)), Sent("pledge", new Measured.Flag(false)),
            Refusal.ExistsWithDifferentFlag),
        (Sent("awarded", new Measured.Awarded(P(1))), Sent("awarded", new Measured.Awarded(P(2))),
            Refusal.ExistsWithDifferentPoints),
        (Case, Case with { Key = "K2" }, Refusal.ExistsWithDifferentKey),
        (Case, Case with { Key = null }, Refusal.ExistsWithDifferentKey),
        (Visit, Visit with { Part = new Part(2, 3) }, Refusal.ExistsWithDifferentPart),
        (Visit, Visit with { Part = null }, Refusal.ExistsWithDifferentPart),
        (Visit, Visit with { Reason = "another" }, Refusal.ExistsWithDifferentReason),
        (Visit, Visit with { Reason = null }, Refusal.ExistsWithDifferentReason),
        (Visit, Visit with { Evidence = [Photo] }, Refusal.ExistsWithDifferentEvidence),
        (Visit, Visit with { Evidence = null }, Refusal.ExistsWithDifferentEvidence),
    ];

    public static TheoryData<int> EachField => [.. Enumerable.Range(0, Fields.Length)];

    [Theory]
    [MemberData(nameof(EachField))]
    public void Each_differing_field_gives_its_own_refusal_and_adds_nothing(int field)
    {
        var (first, second, refusal) = Fields[field];
        Book.Of().When(first).ThenAccepted().When(second).ThenRefused(refusal).ThenLength(2);
    }

    [Fact]
    public void The_first_field_that_differs_in_the_contracts_order_is_named()
    {
        var second = Case with { Part = new Part(1, 2), Reason = "another", Evidence = [] };
        var book = Book.Of().When(Case);
        book.When(second).ThenRefused(Refusal.ExistsWithDifferentPart);
        book.When(second = second with { Key = "K2" }).ThenRefused(Refusal.ExistsWithDifferentKey);
        book.When(second = second with { Measured = new Measured.Count(2) })
            .ThenRefused(Refusal.ExistsWithDifferentCount);
        book.When(second = second with { Submitted = Other }).ThenRefused(Refusal.ExistsWithDifferentSubmitted);
        book.When(second = second with { Expires = Other }).ThenRefused(Refusal.ExistsWithDifferentExpires);
        book.When(second = second with { On = On.Day(Other) }).ThenRefused(Refusal.ExistsWithDifferentOn);
        book.When(second with { Kind = new KindId("visit") }).ThenRefused(Refusal.ExistsWithDifferentKind);
    }

    [Fact]
    public void Reason_comes_before_evidence() => Book.Of().When(Visit)
        .When(Visit with { Reason = "another", Evidence = [] }).ThenRefused(Refusal.ExistsWithDifferentReason);

    [Fact]
    public void The_same_content_answers_exists_with_the_first_sequence_and_hash() =>
        Book.Of(Visits(1, "2026-01-01")).When(Visit).ThenAccepted().When(Visit).ThenExists(3).ThenLength(3);

    [Fact]
    public void Evidence_is_compared_as_a_set() =>
        Book.Of().When(Visit).When(Visit with { Evidence = [Letter, Photo] }).ThenExists(2);

    [Fact]
    public void Actor_instant_and_salt_are_not_compared() =>
        Book.Of().When(Visit).When(Visit, Contexts.Clerk, on: "2027-03-01", salt: "other").ThenExists(2);

    [Fact]
    public void A_repeated_id_answers_exists_even_in_a_closed_period() =>
        Book.Of().When(Visit).Close("2026").When(Visit).ThenExists(2);

    [Fact]
    public void A_state_that_expires_by_its_kind_exists_again_without_an_expiry()
    {
        var permit = Sent("permit", new Measured.Option("valid"));
        Book.Of().When(permit).When(permit).ThenExists(2)
            .When(permit with { Expires = new DateOnly(2027, 3, 1) }).ThenExists(2)
            .When(permit with { Expires = new DateOnly(2027, 3, 2) }).ThenRefused(Refusal.ExistsWithDifferentExpires);
    }

    [Fact]
    public void An_activity_under_a_reversals_id_is_of_another_nature() =>
        Book.Of(Visits(1, "2026-03-01")).Reverse("did-1", id: "x").When(Visit)
            .ThenRefused(Refusal.ExistsWithDifferentNature);

    [Fact]
    public void A_reversal_under_an_activitys_id_is_of_another_nature() =>
        Book.Of(Visits(1, "2026-03-01")).Reverse("did-1", id: "did-1").ThenRefused(Refusal.ExistsWithDifferentNature);

    [Fact]
    public void The_same_reversal_again_answers_exists() =>
        Book.Of(Visits(1, "2026-03-01")).Reverse("did-1").Reverse("did-1").ThenExists(3).ThenLength(3);

    [Fact]
    public void The_same_reversal_of_another_target_is_refused_before_its_reason() =>
        Book.Of(Visits(1, "2026-03-01"), Visits(1, "2026-03-02")).Reverse("did-1")
            .Reverse("did-2", reason: "another").ThenRefused(Refusal.ExistsWithDifferentTarget);

    [Fact]
    public void The_same_reversal_with_another_reason_is_refused() =>
        Book.Of(Visits(1, "2026-03-01")).Reverse("did-1").Reverse("did-1", reason: "another")
            .ThenRefused(Refusal.ExistsWithDifferentReason);

    [Fact]
    public void The_same_change_of_the_register_exists_and_another_is_refused()
    {
        var renamed = new MicroPoints.Chambers.RenameChamber(new EntryId("name"), "新名", Day);
        Book.Of().When(renamed).When(renamed).ThenExists(2)
            .When(renamed with { Name = "别名" }).ThenRefused(Refusal.ExistsWithDifferentContent)
            .When(Visit with { Id = new EntryId("name") }).ThenRefused(Refusal.ExistsWithDifferentNature);
    }

    [Fact]
    public void The_same_late_window_with_another_reason_is_refused()
    {
        OpenLateWindow Window(string reason) =>
            new(new EntryId("late"), Period.Year(2026), new DateOnly(2027, 2, 1), reason);
        Book.Of().Close("2026").When(Window("post")).ThenAccepted().When(Window("post")).ThenExists(3)
            .When(Window("flood")).ThenRefused(Refusal.ExistsWithDifferentReason);
    }

    [Fact]
    public void After_its_reason_was_erased_the_salted_digest_still_tells_same_from_other()
    {
        var first = Book.Of().When(Visit).Ledger.Entries[^1];
        var erased = first with { Reason = first.Reason! with { Text = null } };
        Assert.IsType<Decision.Exists>(Visit.AnswerTo(erased, Kinds.All));
        var other = Assert.IsType<Decision.Refused>((Visit with { Reason = "another" }).AnswerTo(erased, Kinds.All));
        Assert.Equal(Refusal.ExistsWithDifferentReason, other.Reason);
    }
}
