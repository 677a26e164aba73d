namespace MicroPoints.Conformance;

/// <summary>The same id with other content: refused with the first field that differs.</summary>
public abstract class DifferenceSuite : ChamberSuite
{
    private static readonly RecordActivity Full = new(Sample.Id("x"), Sample.Project, On.Parse("2026-03-01"),
        new Measured.Option("signed"), null, new DateOnly(2026, 4, 1), "bridge", new Part(1, 2), "works",
        [Digest.OfText("letter")]);

    private static readonly RecordActivity State = Sample.Listing("x", "2026-03-01", expires: new DateOnly(2026, 9, 1));
    private static readonly RecordActivity Rate = Measure(Sample.Satisfaction, new Measured.Rate(61, 50, 100));
    private static readonly RecordActivity Share = Measure(Sample.Signing, new Measured.Share(6, 8));
    private static readonly RecordActivity Invested = Measure(Sample.Invested, new Measured.Quantity(100));
    private static readonly RecordActivity Points =
        Measure(Sample.Awarded, new Measured.Awarded(new Points(150))) with { Reason = "flood relief" };

    /// <summary>Each pair differs in the field and in all later ones that it can, so that the order shows.</summary>
    private static readonly Dictionary<Refusal, (LedgerCommand First, LedgerCommand Second)> Pairs = new()
    {
        [Refusal.ExistsWithDifferentNature] = (Full, Sample.Reversal("x", "y")),
        [Refusal.ExistsWithDifferentKind] = (Full, Sample.Listing("x", "2026-03-02")),
        [Refusal.ExistsWithDifferentOn] = (Full, Later(Full) with { On = On.Parse("2026-03-02") }),
        [Refusal.ExistsWithDifferentExpires] = (State, Later(State) with { Expires = new DateOnly(2026, 9, 2) }),
        [Refusal.ExistsWithDifferentSubmitted] = (Full, Later(Full)),
        [Refusal.ExistsWithDifferentMeasure] = (Full, Full with { Measured = new Measured.Count(1), Key = "road" }),
        [Refusal.ExistsWithDifferentCount] = (Sample.Visit("x"), Sample.Visit("x", times: 2) with { Reason = "more" }),
        [Refusal.ExistsWithDifferentQuantity] =
            (Invested, Invested with { Measured = new Measured.Quantity(101) }),
        [Refusal.ExistsWithDifferentAnswered] = (Rate, Rate with { Measured = new Measured.Rate(62, 51, 101) }),
        [Refusal.ExistsWithDifferentSatisfied] = (Rate, Rate with { Measured = new Measured.Rate(61, 51, 101) }),
        [Refusal.ExistsWithDifferentAsked] = (Rate, Rate with { Measured = new Measured.Rate(61, 50, 101) }),
        [Refusal.ExistsWithDifferentDone] = (Share, Share with { Measured = new Measured.Share(7, 9) }),
        [Refusal.ExistsWithDifferentOf] = (Share, Share with { Measured = new Measured.Share(6, 9) }),
        [Refusal.ExistsWithDifferentOption] =
            (Full, Full with { Measured = new Measured.Option("landed"), Key = "road", Part = null }),
        [Refusal.ExistsWithDifferentFlag] = (Measure(Sample.PartyFounded, new Measured.Flag(true)),
            Measure(Sample.PartyFounded, new Measured.Flag(false))),
        [Refusal.ExistsWithDifferentPoints] =
            (Points, Points with { Measured = new Measured.Awarded(new Points(200)) }),
        [Refusal.ExistsWithDifferentKey] = (Full, Full with { Key = "road", Part = null, Reason = null }),
        [Refusal.ExistsWithDifferentPart] = (Full, Full with { Part = new Part(1, 3), Reason = null, Evidence = [] }),
        [Refusal.ExistsWithDifferentReason] = (Full, Full with { Reason = null, Evidence = [] }),
        [Refusal.ExistsWithDifferentEvidence] = (Full, Full with { Evidence = [Digest.OfText("photo")] }),
    };

    public static TheoryData<Refusal> Differences => [.. Pairs.Keys];

    [Theory]
    [MemberData(nameof(Differences))]
    public async Task The_first_field_that_differs_is_named(Refusal expected)
    {
        var (first, second) = Pairs[expected];
        await Recorded(first);
        Assert.IsType<Answer.Exists>(await Run(first));
        await Refused(expected, second);
    }

    [Fact]
    public async Task A_reversal_with_another_target_is_refused_before_its_reason_is_compared()
    {
        await Recorded(Sample.Visit("visit-1"));
        await Recorded(Sample.Visit("visit-2"));
        await Recorded(Sample.Reversal("undo", "visit-1", "entered twice"));
        await Refused(Refusal.ExistsWithDifferentTarget, Sample.Reversal("undo", "visit-2", "typo"));
    }

    [Fact]
    public async Task A_reversal_with_another_reason_is_refused()
    {
        await Recorded(Sample.Visit("visit-1"));
        await Recorded(Sample.Reversal("undo", "visit-1", "entered twice"));
        await Refused(Refusal.ExistsWithDifferentReason, Sample.Reversal("undo", "visit-1", "typo"));
        Assert.IsType<Answer.Exists>(await Run(Sample.Reversal("undo", "visit-1", "entered twice")));
    }

    private static RecordActivity Measure(KindId kind, Measured measured) =>
        new(Sample.Id("x"), kind, On.Parse("2026-03-01"), measured);

    private static RecordActivity Later(RecordActivity activity) => activity with
    {
        Submitted = new DateOnly(2026, 4, 2),
        Measured = new Measured.Option("landed"),
        Key = "road",
        Reason = null,
    };
}
