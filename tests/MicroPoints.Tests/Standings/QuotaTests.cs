using MicroPoints.Rulesets;
using MicroPoints.Standings;
using static MicroPoints.Tests.Lines;
using static MicroPoints.Tests.Rules;
using static MicroPoints.Tests.Scored;

namespace MicroPoints.Tests.Standings;

/// <summary>Quotas of grades and outcomes: sizes, regions, and what becomes of those tied on the line.</summary>
public sealed class QuotaTests
{
    private static readonly Indicator Visited = Line("I", PerCount(1), "visit");

    /// <summary>Chambers a, b, c … with so many points each.</summary>
    private static Scored Having(params int[] points) => GivenChambers([.. points.Select((p, i) =>
        new Member($"{(char)('a' + i)}", p > 0 ? [Visits(p, "2026-01-01")] : []))]);

    private static Ruleset Graded(params (string Id, decimal From, Quota? Quota)[] grades) =>
        Of(Visited) with { Grades = [.. grades.Select(g => Grade(g.Id, g.From, g.Quota))] };

    [Fact]
    public void Who_is_past_a_grades_quota_goes_down_one_grade() =>
        Having(10, 9, 8).Under(Graded(("A", 8, Count(1)), ("B", 6, null), ("C", 0, null)))
        .ThenGrades("a:A b:B c:B");

    [Fact]
    public void A_group_tied_on_the_line_stays() =>
        Having(10, 9, 9, 8).Under(Graded(("A", 8, Count(2)), ("B", 0, null))).ThenGrades("a:A b:A c:A d:B");

    [Fact]
    public void Who_drops_counts_for_the_next_grades_quota() =>
        Having(10, 9, 8, 7, 6).Under(Graded(("A", 8, Count(1)), ("B", 6, Count(2)), ("C", 0, null)))
            .ThenGrades("a:A b:B c:B d:C e:C");

    [Fact]
    public void Those_tied_who_drop_together_are_tied_on_the_next_line_again() =>
        Having(10, 9, 9, 7).Under(Graded(("A", 8, Count(1)), ("B", 6, Count(1)), ("C", 0, null)))
            .ThenGrades("a:A b:B c:B d:C");

    [Fact]
    public void A_quota_with_room_changes_nothing() =>
        Having(10, 9).Under(Graded(("A", 8, Count(2)), ("B", 0, null))).ThenGrades("a:A b:A");

    [Fact]
    public void A_quota_of_none_drops_all() =>
        Having(10, 9).Under(Graded(("A", 8, Count(0)), ("B", 0, null))).ThenGrades("a:B b:B");

    [Fact]
    public void A_grades_percent_is_of_the_ranked() =>
        Having(10, 9, 8, 1, 1).Under(Graded(("A", 8, Percent(40, QuotaOf.Ranked)), ("B", 0, null)))
            .ThenGrades("a:A b:A c:B d:B e:B");

    [Fact]
    public void A_chamber_that_a_limit_lowered_takes_no_room_above()
    {
        var rules = Graded(("A", 8, Count(1)), ("B", 6, null), ("C", 0, null)) with
        {
            Limits = [Limit("L", State("dishonesty", "listed")) with { Ceiling = "C" }],
        };
        GivenChambers(new Member("a", Visits(10, "2026-01-01"), Option("dishonesty", "listed", "2026-01-01")),
            new Member("b", Visits(9, "2026-01-01")))
            .Under(rules).ThenGrades("a:C b:A");
    }

    [Fact]
    public void Within_a_county_each_county_has_its_own_quota()
    {
        Member At(string id, int points, string seat) => new(id, Visits(points, "2026-01-01")) { Seat = seat };
        GivenChambers(At("a", 10, "450123001"), At("b", 9, "450123001"), At("c", 8, "450124001"))
            .Under(Graded(("A", 8, Count(1, Within.County)), ("B", 0, null))).ThenGrades("a:A b:B c:A");
    }

    private static Ruleset Awarding(Quota quota, Ties ties = Ties.Meeting, Condition? when = null) =>
        Of(Visited) with { Outcomes = [Outcome("award", when, quota, ties)] };

    [Theory]
    [InlineData(Rounding.Down, "a")]
    [InlineData(Rounding.Up, "a b")]
    [InlineData(Rounding.HalfUp, "a b")]
    public void A_percent_is_rounded_as_it_says(Rounding rounding, string proposed) =>
        Having(6, 5, 4, 3, 2, 1).Under(Awarding(Percent(25, QuotaOf.Ranked, rounding))).ThenOutcome("award", proposed);

    [Theory]
    [InlineData(24, Rounding.HalfUp, "a")]
    [InlineData(10, Rounding.Down, "")]
    [InlineData(100, Rounding.Down, "a b c d e f")]
    public void A_percent_of_six(decimal percent, Rounding rounding, string proposed) =>
        Having(6, 5, 4, 3, 2, 1).Under(Awarding(Percent(percent, QuotaOf.Ranked, rounding)))
            .ThenOutcome("award", proposed);

    [Fact]
    public void At_least_holds_where_a_percent_gives_less()
    {
        Having(6, 5, 4).Under(Awarding(Percent(20, QuotaOf.Ranked, Rounding.Down, atLeast: 1)))
            .ThenOutcome("award", "a");
        Having(6, 5, 4).Under(Awarding(Percent(67, QuotaOf.Ranked, Rounding.Down, atLeast: 1)))
            .ThenOutcome("award", "a b");
    }

    private static readonly Condition FourPoints =
        new Condition.Compare(Subject.Total, null, new Bounds(N(4), null, null));

    [Fact]
    public void A_percent_is_of_the_eligible_or_of_the_ranked()
    {
        Having(6, 5, 4, 3, 2, 1).Under(Awarding(Percent(50, QuotaOf.Ranked), when: FourPoints))
            .ThenOutcome("award", "a b c");
        Having(6, 5, 4, 3, 2, 1).Under(Awarding(Percent(50, QuotaOf.Eligible), when: FourPoints))
            .ThenOutcome("award", "a");
    }

    [Fact]
    public void Suspended_chambers_stay_among_the_ranked_and_barred_ones_do_not()
    {
        Member Listed(string id) => new(id, Visits(9, "2026-01-01"), Option("dishonesty", "listed", "2026-01-01"));
        Member[] members =
            [Listed("x"), Listed("y"), new("a", Visits(5, "2026-01-01")), new("b", Visits(4, "2026-01-01"))];
        var rules = Awarding(Percent(50, QuotaOf.Ranked));
        var limit = Limit("L", State("dishonesty", "listed"));
        GivenChambers(members).Under(rules with { Limits = [limit with { SuspendsAll = true }] })
            .ThenOutcome("award", "a b");
        GivenChambers(members).Under(rules with { Limits = [limit with { Bars = true }] }).ThenOutcome("award", "a");
    }

    [Theory]
    [InlineData(Within.County, "a c d")]
    [InlineData(Within.City, "a d")]
    [InlineData(Within.Province, "a d")]
    [InlineData(Within.Scope, "a")]
    public void A_count_is_within_a_level(Within within, string proposed)
    {
        Member At(string id, int points, string seat) => new(id, Visits(points, "2026-01-01")) { Seat = seat };
        GivenChambers(At("a", 9, "450123001"), At("b", 8, "450123002"), At("c", 7, "450124001"),
            At("d", 6, "460100001"))
            .Within("00").Under(Awarding(Count(1, within))).ThenOutcome("award", proposed);
    }

    [Fact]
    public void A_county_in_another_city_of_the_province_is_of_another_city()
    {
        Member At(string id, int points, string seat) => new(id, Visits(points, "2026-01-01")) { Seat = seat };
        GivenChambers(At("a", 9, "450123001"), At("b", 8, "450223001")).Under(Awarding(Count(1, Within.City)))
            .ThenOutcome("award", "a b");
        GivenChambers(At("a", 9, "450123001"), At("b", 8, "450223001")).Under(Awarding(Count(1, Within.Province)))
            .ThenOutcome("award", "a");
    }

    [Fact]
    public void Tied_on_the_line_the_meeting_decides() =>
        Having(9, 5, 5, 5, 1).Under(Awarding(Count(2), Ties.Meeting)).ThenOutcome("award", "a")
            .ThenTied("award", "b c d")
            .ThenStatus("award", OutcomeStatus.PastQuota, "e");

    [Fact]
    public void Tied_on_the_line_the_quota_expands() =>
        Having(9, 5, 5, 5, 1).Under(Awarding(Count(2), Ties.ExpandQuota)).ThenOutcome("award", "a b c d")
            .ThenTied("award", "");

    [Fact]
    public void Tied_on_the_line_all_are_excluded() =>
        Having(9, 5, 5, 5, 1).Under(Awarding(Count(2), Ties.Exclude)).ThenOutcome("award", "a").ThenTied("award", "");

    [Theory]
    [InlineData(Ties.Meeting)]
    [InlineData(Ties.ExpandQuota)]
    [InlineData(Ties.Exclude)]
    public void A_tie_that_fits_the_quota_exactly_is_no_tie_on_the_line(Ties ties) =>
        Having(9, 5, 5, 1).Under(Awarding(Count(3), ties)).ThenOutcome("award", "a b c").ThenTied("award", "");

    [Theory]
    [InlineData(Ties.Meeting)]
    [InlineData(Ties.ExpandQuota)]
    [InlineData(Ties.Exclude)]
    public void Without_a_place_nobody_is_tied(Ties ties) =>
        Having(5, 5).Under(Awarding(Count(0), ties)).ThenOutcome("award", "").ThenTied("award", "");

    [Fact]
    public void Who_is_not_eligible_takes_no_place() => Having(9, 5, 4, 3).Under(Awarding(Count(1),
        when: new Condition.Compare(Subject.Total, null, new Bounds(null, null, N(9))))).ThenOutcome("award", "b");

    [Fact]
    public void An_outcome_in_a_condition_means_eligible_not_proposed() => Having(9, 5, 4).Under(Of(Visited) with
    {
        Outcomes = [Outcome("award", FourPoints, Count(1)), Outcome("visit", new Condition.OutcomeIs("award"))],
    }).ThenOutcome("award", "a").ThenOutcome("visit", "a b c");

    [Fact]
    public void Without_a_condition_every_ranked_chamber_is_eligible() =>
        Having(9, 0).Under(Awarding(Count(9))).ThenOutcome("award", "a b");

    [Fact]
    public void An_outcome_whose_switch_is_off_is_not_offered() => Having(9).Under(Of(Visited) with
    {
        Settings = [Switch("s", false)],
        Outcomes =
            [Outcome("reference") with { EnabledBy = "s" }, Outcome("next", new Condition.OutcomeIs("reference"))],
    }).ThenStatus("reference", OutcomeStatus.NotOffered).ThenOutcome("next", "");

    [Fact]
    public void Who_is_not_ranked_is_proposed_for_nothing() =>
        GivenChambers(new Member("a") { Kind = "industry" }, new Member("b"))
        .Within("45", "township").Under(Of(Visited) with { Outcomes = [Outcome("o")] }).ThenOutcome("o", "b");
}
