using MicroPoints.Activities;
using MicroPoints.Chambers;
using MicroPoints.Ledger;
using static MicroPoints.Tests.Lines;

namespace MicroPoints.Tests.Ledger;

/// <summary>What may be recorded. Each line of the table is fine but for what its refusal names.</summary>
public sealed class RecordActivityTests
{
    private static RecordActivity Record(string kind, Measured measured) =>
        new(new EntryId("x"), new KindId(kind), On.Parse("2026-03-01"), measured);

    private static readonly RecordActivity Visit = Record("visit", new Measured.Count(1));
    private static readonly RecordActivity Listed = Record("dishonesty", new Measured.Option("listed"));
    private static readonly RecordActivity Award = Record("awarded", new Measured.Awarded(P(1)))
        with
    { Reason = "why" };
    private static readonly RecordActivity Signed = Record("project", new Measured.Option("signed")) with { Key = "K" };
    private static readonly Digest Photo = Digest.OfText("photo");

    private static RecordActivity Survey(long answered, long satisfied, long asked) =>
        Record("survey", new Measured.Rate(answered, satisfied, asked));
    private static RecordActivity Signing(long done, long of) => Record("signing", new Measured.Share(done, of));
    private static RecordActivity Money(long hundredths) => Record("money", new Measured.Quantity(hundredths));

    private static readonly (RecordActivity Command, Refusal Refusal)[] Refused =
    [
        (Visit with { Kind = new KindId("unheard-of") }, Refusal.KindUnknown),
        (Visit with { Measured = new Measured.Flag(true) }, Refusal.MeasureNotOfKind),
        (Visit with { Measured = new Measured.Count(0) }, Refusal.CountOutOfRange),
        (Visit with { Measured = new Measured.Count(Limits.CountMax + 1) }, Refusal.CountOutOfRange),
        (Money(0), Refusal.QuantityOutOfRange),
        (Money(Limits.QuantityHundredthsMax + 1), Refusal.QuantityOutOfRange),
        (Survey(answered: 10, satisfied: 11, asked: 20), Refusal.RateInconsistent),
        (Survey(answered: 21, satisfied: 10, asked: 20), Refusal.RateInconsistent),
        (Survey(answered: 10, satisfied: -1, asked: 20), Refusal.RateInconsistent),
        (Survey(answered: 0, satisfied: 0, asked: 0), Refusal.RateInconsistent),
        (Signing(-1, 10), Refusal.ShareInconsistent),
        (Signing(0, 0), Refusal.ShareInconsistent),
        (Listed with { Measured = new Measured.Option("famous") }, Refusal.OptionUnknown),
        (Signed with { Measured = new Measured.Option("ended") }, Refusal.OptionUnknown),
        (Award with { Measured = new Measured.Awarded(new Points(-Limits.NumberMax - 1)) }, Refusal.PointsOutOfRange),
        (Award with { Measured = new Measured.Awarded(new Points(Limits.NumberMax + 1)) }, Refusal.PointsOutOfRange),
        (Signed with { Key = null }, Refusal.KeyMissing),
        (Visit with { Key = "K" }, Refusal.KeyNotOfKind),
        (Signed with { Key = "two words" }, Refusal.KeyInvalid),
        (Signed with { Key = "" }, Refusal.KeyInvalid),
        // Each looks like a usual letter: a compatibility ideograph, the sign of ångström, a Hangul syllable in parts.
        (Signed with { Key = "\uF900" }, Refusal.KeyInvalid),
        (Signed with { Key = "\u212B-1" }, Refusal.KeyInvalid),
        (Signed with { Key = "\u1112\u1161" }, Refusal.KeyInvalid),
        (Signed with { Key = new string('k', Limits.KeyLengthMax + 1) }, Refusal.KeyInvalid),
        (Survey(1, 1, 1) with { Part = new Part(1, 2) }, Refusal.PartNotOfKind),
        (Record("medal", new Measured.Option("city")) with { Part = new Part(1, 2) }, Refusal.PartNotOfKind),
        (Visit with { Part = new Part(0, 2) }, Refusal.PartInvalid),
        (Visit with { Part = new Part(3, 2) }, Refusal.PartInvalid),
        (Visit with { Part = new Part(1, 13) }, Refusal.PartInvalid),
        (Award with { Reason = null }, Refusal.ReasonMissing),
        (Award with { Reason = "  " }, Refusal.ReasonMissing),
        (Visit with { Reason = new string('r', Limits.ReasonLengthMax + 1) }, Refusal.ReasonTooLong),
        (Visit with { Evidence =
            [.. Enumerable.Range(0, Limits.EvidencePerActivityMax + 1).Select(i => Digest.OfText($"{i}"))] },
            Refusal.EvidenceTooMany),
        (Visit with { Evidence = [Photo, Photo] }, Refusal.EvidenceRepeated),
        (Visit with { On = On.Parse("2027-01-01") }, Refusal.OnInFuture),
        (Visit with { On = On.Parse("2027-01") }, Refusal.OnInFuture),
        (Visit with { On = On.Day(new DateOnly(1949, 9, 30)) }, Refusal.OnTooEarly),
        (Visit with { Expires = new DateOnly(2027, 1, 1) }, Refusal.ExpiresNotOfKind),
        (Listed with { Expires = new DateOnly(2026, 3, 1) }, Refusal.ExpiresTooEarly),
        (Visit with { Submitted = new DateOnly(2027, 1, 1) }, Refusal.SubmittedInFuture),
    ];

    private static readonly RecordActivity[] Fine =
    [
        Visit, Listed, Award, Signed, Money(1), Money(Limits.QuantityHundredthsMax),
        Visit with { Measured = new Measured.Count(Limits.CountMax) }, Visit with { Part = new Part(1, 12) }, Visit
            with { Part = new Part(12, 12) },
        Survey(0, 0, 1), Survey(10, 10, 10), Signing(0, 1), Signing(10, 10),
        Listed with { Measured = new Measured.Option("ended") }, Listed with { Expires = new DateOnly(2026, 3, 2) },
        Signed with { Key = "商会-1.a_b:c" }, Signed with { Part = new Part(1, 2) }, Award with { Part = new Part(1, 2) },
        Visit with { On = On.Parse("2026") }, Visit with { On = On.Parse("2026Q4") }, Visit
            with { On = On.Day(new DateOnly(2026, 12, 31)) },
        Visit with { On = On.Day(Limits.FirstDay) }, Visit with { Reason = new string('r', Limits.ReasonLengthMax) },
        Visit with { Submitted = new DateOnly(2026, 12, 31) },
        Visit with { Id = new EntryId(new string('x', Limits.IdLengthMax)) },
    ];

    public static TheoryData<int> RefusedLines => [.. Enumerable.Range(0, Refused.Length)];
    public static TheoryData<int> FineLines => [.. Enumerable.Range(0, Fine.Length)];

    [Theory]
    [MemberData(nameof(RefusedLines))]
    public void What_cannot_be_recorded_is_refused_by_name(int line) =>
        Book.Of().When(Refused[line].Command).ThenRefused(Refused[line].Refusal).ThenLength(1);

    [Theory]
    [MemberData(nameof(FineLines))]
    public void What_is_at_the_edge_is_recorded(int line) => Book.Of().When(Fine[line]).ThenAccepted().ThenLength(2);

    [Theory]
    [InlineData("")]
    [InlineData("-x")]
    [InlineData(".x")]
    [InlineData("a b")]
    [InlineData("ä")]
    [InlineData("一")]
    [InlineData("a/b")]
    public void An_id_is_of_ASCII_letters_digits_and_four_signs_and_begins_with_the_former(string id)
    {
        Assert.False(EntryId.IsValid(id));
        Assert.Throws<FormatException>(() => new EntryId(id));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("7")]
    [InlineData("A.b_c:d-9")]
    public void Such_an_id_is_valid(string id) => Assert.True(EntryId.IsValid(id));

    [Fact]
    public void An_id_has_at_most_64_characters()
    {
        Assert.True(EntryId.IsValid(new string('a', 64)));
        Assert.False(EntryId.IsValid(new string('a', 65)));
    }

    [Fact]
    public void A_chamber_that_is_not_registered_is_unknown() =>
        Book.Unregistered().When(Visit).ThenRefused(Refusal.ChamberUnknown);

    [Fact]
    public void Who_reads_may_not_record() => Book.Of().When(Visit, Contexts.Reader).ThenRefused(Refusal.NotAllowed);

    [Fact]
    public void A_clerk_of_another_county_may_not_record() =>
        Book.Of().When(Visit, Contexts.Clerk with { Scope = new RegionCode("450124") }).ThenRefused(Refusal.NotAllowed);

    [Fact]
    public void A_dissolved_chamber_records_no_more() =>
        Book.Of().When(new DissolveChamber(new EntryId("end"), new DateOnly(2026, 6, 1)))
        .When(Visit).ThenRefused(Refusal.ChamberDissolved);

    [Fact]
    public void A_fact_outside_any_bounds_of_a_ruleset_is_recorded_all_the_same() =>
        Book.Of().When(Award with { Measured = new Measured.Awarded(P(99)) }).ThenAccepted();

    [Fact]
    public void Today_is_the_chambers_day_in_Shanghai()
    {
        var eveningInLondon = Contexts.On("2026-03-01")
            with
        { At = new DateTimeOffset(2026, 3, 1, 16, 0, 0, TimeSpan.Zero) };
        Assert.Equal(new DateOnly(2026, 3, 2), eveningInLondon.Today);
        Assert.Equal(new DateOnly(2026, 3, 1), (eveningInLondon with { At = eveningInLondon.At.AddMilliseconds(-1) })
            .Today);
    }

    [Fact]
    public void Evidence_is_sealed_in_order_of_digest_whatever_order_it_came_in()
    {
        Digest[] digests = [Digest.OfText("1"), Digest.OfText("2"), Digest.OfText("3")];
        var recorded = Book.Of().When(Visit with { Evidence = digests }).Last<ActivityRecorded>();
        Assert.Equal(digests.Order(), recorded.Evidence);
    }

    [Fact]
    public void The_order_of_refusals_is_chamber_kind_measure_key_part_words_dates_period()
    {
        var wrong =
            new RecordActivity(new EntryId("x"), new KindId("unheard-of"), On.Parse("2027-01-01"),
            new Measured.Flag(true),
            new DateOnly(2026, 1, 1), new DateOnly(2027, 1, 1), "two words", new Part(3, 2), new string('r', 2001),
                [Photo, Photo]);
        var book = Book.Of().Close("2026");
        Book.Unregistered().When(wrong, Contexts.Reader).ThenRefused(Refusal.ChamberUnknown);
        book.When(wrong, Contexts.Reader).ThenRefused(Refusal.NotAllowed);
        book.When(wrong).ThenRefused(Refusal.KindUnknown);
        book.When(wrong = wrong with { Kind = new KindId("visit") }).ThenRefused(Refusal.MeasureNotOfKind);
        book.When(wrong = wrong with { Measured = new Measured.Count(1) }).ThenRefused(Refusal.KeyNotOfKind);
        book.When(wrong = wrong with { Key = null }).ThenRefused(Refusal.PartInvalid);
        book.When(wrong = wrong with { Part = null }).ThenRefused(Refusal.ReasonTooLong);
        book.When(wrong = wrong with { Reason = null }).ThenRefused(Refusal.EvidenceRepeated);
        book.When(wrong = wrong with { Evidence = null }).ThenRefused(Refusal.OnInFuture);
        book.When(wrong = wrong with { On = On.Parse("2026-01-01") }).ThenRefused(Refusal.ExpiresNotOfKind);
        book.When(wrong = wrong with { Expires = null }).ThenRefused(Refusal.SubmittedInFuture);
        book.When(wrong with { Submitted = null }).ThenRefused(Refusal.PeriodClosed);
    }
}
