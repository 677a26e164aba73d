using MicroPoints.Rulesets;
using MicroPoints.Standings;
using static MicroPoints.Tests.Lines;
using static MicroPoints.Tests.Rules;
using static MicroPoints.Tests.Scored;

namespace MicroPoints.Tests.Standings;

/// <summary>The worked cases of the model that points and grades answer, row by row.</summary>
public sealed class WorkedCasesOfPoints
{
    private static readonly Line[] ElevenVisits =
        [.. Enumerable.Range(1, 11).Select(i => Visits(1, $"2026-03-{i:00}"))];

    private static Indicator VisitsUpTo(decimal cap) => Line("M1", PerCount(0.5m), "visit").Capped(cap);

    [Theory]
    [InlineData(5, 5)]
    [InlineData(3, 3)]
    [InlineData(100, 5.5)]
    public void Of_eleven_visits_each_ruleset_applies_its_own_cap(decimal cap, decimal points) =>
        Given(ElevenVisits).Under(VisitsUpTo(cap)).ThenPoints("M1", points);

    [Fact]
    public void Reversing_one_of_eleven_visits_leaves_a_capped_total_unchanged()
    {
        Line[] tenStand = [.. ElevenVisits[..10], ElevenVisits[10].TakenBackOn("2026-04-01")];
        Given(tenStand).Under(VisitsUpTo(5)).ThenPoints("M1", 5).ThenTotal(5);
    }

    private static readonly Line March = Survey(satisfied: 1037, answered: 1220, asked: 2000, "2026-03-31");
    private static readonly Line June = Survey(satisfied: 828, answered: 900, asked: 2000, "2026-06-30");
    private static readonly Indicator Satisfaction = Line("M4", Tier(50, (90, 4), (80, 3), (60, 1)), "survey");

    [Fact]
    public void The_latest_survey_counts_even_if_too_few_answered_and_the_line_says_why() =>
        Given(March, June).Under(Satisfaction).ThenPoints("M4", 0).ThenBecause("M4", Because.ParticipationTooLow);

    [Fact]
    public void Before_the_later_survey_the_earlier_one_counts() =>
        Given(March, June).AsOf("2026-06-29").Under(Satisfaction).ThenPoints("M4", 3);

    [Fact]
    public void Of_two_surveys_on_one_day_the_higher_sequence_wins() =>
        Given(March with { On = "2026-06-30" }, June).Under(Satisfaction).ThenPoints("M4", 0);

    [Fact]
    public void Of_two_surveys_on_one_day_the_higher_sequence_wins_the_other_way_round() =>
        Given(June, March with { On = "2026-06-30" }).Under(Satisfaction).ThenPoints("M4", 3);

    private static Indicator BestOfProject(bool across = false) =>
        Line("V1", OncePerKey(across, ("signed", 2), ("landed", 5)), "project");

    private static readonly Line Signed = Project("P1", "signed", "2026-02-01");
    private static readonly Line Landed = Project("P1", "landed", "2026-08-01");

    [Fact]
    public void A_project_signed_and_landed_counts_its_best_option_once() =>
        Given(Signed, Landed).Under(BestOfProject()).ThenPoints("V1", 5);

    [Fact]
    public void With_the_landing_reversed_the_signing_counts() =>
        Given(Signed, Landed.TakenBackOn("2026-09-01")).Under(BestOfProject()).ThenPoints("V1", 2);

    [Fact]
    public void With_both_reversed_the_project_counts_nothing() =>
        Given(Signed.TakenBackOn("2026-09-01"), Landed.TakenBackOn("2026-09-01")).Under(BestOfProject())
            .ThenPoints("V1", 0);

    [Theory]
    [InlineData("2025", true, 2)]
    [InlineData("2026", true, 3)]
    [InlineData("2025", false, 2)]
    [InlineData("2026", false, 5)]
    public void A_project_across_two_years_credits_only_the_increase_where_the_ruleset_says_so(string year,
        bool across, decimal points) =>
        Given(Project("P1", "signed", "2025-11-01"), Landed).In(year).Under(BestOfProject(across))
            .ThenPoints("V1", points);

    [Fact]
    public void A_third_year_with_nothing_better_credits_nothing() =>
        Given(Project("P1", "signed", "2024-11-01"), Project("P1", "landed", "2025-03-01"), Landed)
            .Under(BestOfProject(across: true)).ThenPoints("V1", 0);

    private static readonly Line Dishonest = Option("dishonesty", "listed", "2026-03-10").Until("2026-09-01");

    private static readonly Ruleset Honest = Of(VisitsUpTo(9)) with
    {
        Grades = Grades,
        Limits = [Limit("VT1", State("dishonesty", "listed")) with { Ceiling = "D", SuspendsAll = true }],
        Outcomes = [Outcome("award")],
    };

    [Fact]
    public void A_dishonesty_state_that_expired_in_September_does_not_limit_at_year_end() =>
        Given(Dishonest, Visits(20, "2026-04-01")).Under(Honest).ThenLimited().ThenGrade("A").ThenOutcome("award", "a");

    [Fact]
    public void The_scorecard_as_of_June_shows_the_dishonesty_limit() =>
        Given(Dishonest, Visits(20, "2026-04-01")).AsOf("2026-06-01").Under(Honest).ThenLimited("VT1").ThenGrade("D")
            .ThenStatus("award", OutcomeStatus.Suspended);

    [Theory]
    [InlineData("2026-03-09", false)]
    [InlineData("2026-03-10", true)]
    [InlineData("2026-08-31", true)]
    [InlineData("2026-09-01", false)]
    public void The_dishonesty_window_is_half_open_and_re_read_each_day(string day, bool limited) =>
        Given(Dishonest).AsOf(day).Under(Honest).ThenLimited(limited ? ["VT1"] : []);

    private static readonly Ruleset Raised = Of(Line("M1", new Score.PerCount(Ref("visit")), "visit").Capped(5)) with
    {
        Parameters = [Parameter("visit", ("2026-01-01", 0.5m), ("2026-07-01", 0.6m))],
    };

    [Fact]
    public void Six_visits_at_the_old_value_and_five_at_the_new_come_to_the_cap() =>
        Given(Visits(6, "2026-06-30"), Visits(5, "2026-07-01")).Under(Raised).ThenRaw("M1", 6).ThenPoints("M1", 5);

    [Fact]
    public void A_visit_recorded_after_the_raise_takes_the_value_of_its_own_day() =>
        Given(Visits(1, "2026-06-30").RecordedOn("2026-07-10")).Under(Raised).ThenPoints("M1", 0.5m);

    private static readonly Ruleset Abnormal = Of(Line("M1", PerCount(1), "visit")) with
    {
        Deductions = [While("K4", "abnormal", "listed", -10)],
    };

    private static readonly Line[] OnTheList =
        [Visits(30, "2026-01-01"), Option("abnormal", "listed", "2026-05-04"),
            Option("abnormal", "ended", "2026-11-20")];

    [Fact]
    public void While_on_the_abnormal_list_ten_points_are_missing() =>
        Given(OnTheList).AsOf("2026-06-15").Under(Abnormal).ThenDeduction("K4", -10).ThenTotal(20);

    [Fact]
    public void Off_the_abnormal_list_at_year_end_nothing_is_missing_and_nothing_is_paid_back() =>
        Given(OnTheList).Under(Abnormal).ThenDeduction("K4", 0).ThenTotal(30);

    private static readonly Indicator X1 = Line("X1", PerCount(1), "visit").Capped(3)
        with
    { MayBeNotApplicable = true };
    private static readonly Indicator X2 = Line("X2", PerCount(1), "talk").Capped(1) with { MayBeNotApplicable = true };
    private static readonly Ruleset Emergency =
        Of(Category("X", 4, X1, X2), Category("M", 6, Line("M1", PerCount(1), "visit").Capped(6))) with
        {
            Scale = new Scale(N(10), null, null),
        };

    [Fact]
    public void What_does_not_apply_is_spread_over_the_rest_at_most_twofold() =>
        Given(Talks(1, "2026-05-01")).NotApplicable("X1").Under(Emergency).ThenPoints("X2", 1).ThenCategory("X", 2)
            .ThenTotal(2);

    [Fact]
    public void Where_no_indicator_of_a_category_applies_the_total_is_rescaled_and_says_so()
    {
        var card = Given(Visits(3, "2026-05-01")).NotApplicable("X1", "X2").Under(Emergency).ThenCategory("X", 0)
            .ThenTotal(5)[null].Card;
        Assert.Equal(new Fraction(10, 6), card.Rescale);
        Assert.False(card.Category("X")!.Applies);
    }

    private static readonly Line Old = Option("party", "founded", "2024-05-20");
    private static readonly Indicator Party = Line("P1", Options(("founded", 4), ("liaison", 3)), "party");

    [Fact]
    public void A_state_recorded_in_2024_counts_in_2026_where_nothing_came_since() =>
        Given(Old).Under(Party).ThenPoints("P1", 4);

    [Fact]
    public void A_state_recorded_in_2024_is_shown_as_latest_known_since_its_day() =>
        Assert.Equal(new DateOnly(2024, 5, 20), Given(Old).Under(Party)[null].Chamber.Reading.State(new KindId("party"))
            .Since);

    [Fact]
    public void A_state_counts_until_it_is_superseded() =>
        Given(Old, Option("party", "liaison", "2026-02-01")).Under(Party).ThenPoints("P1", 3);

    [Fact]
    public void A_state_counts_until_it_expires() => Given(Old.Until("2026-12-31")).Under(Party).ThenPoints("P1", 0);
}
