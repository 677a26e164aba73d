using MicroPoints.Rulesets;
using MicroPoints.Standings;
using static MicroPoints.Tests.Lines;
using static MicroPoints.Tests.Rules;
using static MicroPoints.Tests.Scored;

namespace MicroPoints.Tests.Standings;

/// <summary>Grades by half-open thresholds, and what limits do to grade, place and outcomes but never to
/// points.</summary>
public sealed class GradeAndLimitTests
{
    private static readonly Indicator Amount = Line("I", PerCount(0.01m), "visit");

    private static readonly Ruleset Assessment = Of(Amount) with
    {
        Scale = new Scale(N(1000), null, null),
        Grades = [Grade("5A", 950), Grade("4A", 901), Grade("3A", 851), Grade("2A", 801), Grade("1A", 701),
            Grade("none", 0)],
    };

    [Theory]
    [InlineData(950, "5A")]
    [InlineData(949.99, "4A")]
    [InlineData(901, "4A")]
    [InlineData(900.99, "3A")]
    [InlineData(900.5, "3A")]
    [InlineData(851, "3A")]
    [InlineData(850.99, "2A")]
    [InlineData(801, "2A")]
    [InlineData(701, "1A")]
    [InlineData(700.99, "none")]
    [InlineData(0.01, "none")]
    public void Thresholds_of_Anqing_are_half_open_so_no_points_are_of_two_grades_or_none(decimal points,
        string grade) =>
        Given(Visits((long)(points * 100), "2026-01-01")).Under(Assessment).ThenTotal(points).ThenGrade(grade);

    private static readonly Condition Listed = State("dishonesty", "listed"), Abnormal = State("abnormal", "listed"),
        Due = State("party", "due");

    private static Ruleset Limited(params Limit[] limits) =>
        Of(Line("I", PerCount(1), "visit")) with { Grades = Grades, Limits = limits };

    private static Limit Down(string id, Condition when, int grades) => Limit(id, when) with { GradesDown = N(grades) };
    private static Limit AtMost(string id, Condition when, string grade) => Limit(id, when) with { Ceiling = grade };

    private static readonly Line[] AllWrong =
        [Option("dishonesty", "listed", "2026-01-01"), Option("abnormal", "listed", "2026-01-01"),
            Option("party", "due", "2026-01-01")];

    private static Cards Wrong(int points, params Limit[] limits) =>
        Given([.. AllWrong, Visits(points, "2026-01-01")]).Under(Limited(limits));

    [Fact]
    public void Grades_down_add_up_from_the_grade_by_points() =>
        Wrong(9, Down("a", Listed, 1), Down("b", Abnormal, 1)).ThenGrade("C").ThenTotal(9);

    [Fact]
    public void Grades_down_stop_at_the_lowest() =>
        Wrong(7, Down("a", Listed, 2), Down("b", Abnormal, 2)).ThenGrade("D");

    [Fact]
    public void A_ceiling_lowers_to_itself() => Wrong(9, AtMost("a", Due, "B")).ThenGrade("B");

    [Fact]
    public void A_ceiling_never_raises() => Wrong(4, AtMost("a", Due, "B")).ThenGrade("C");

    [Fact]
    public void Of_two_ceilings_the_lower_holds() =>
        Wrong(9, AtMost("a", Due, "C"), AtMost("b", Listed, "B")).ThenGrade("C");

    [Fact]
    public void Grades_down_come_first_then_the_ceiling()
    {
        Wrong(9, AtMost("a", Due, "B"), Down("b", Listed, 1)).ThenGrade("B");
        Wrong(9, AtMost("a", Due, "B"), Down("b", Listed, 2)).ThenGrade("C");
    }

    [Fact]
    public void The_grade_by_points_stays_visible() =>
        Assert.Equal("A", Wrong(9, AtMost("a", Due, "D"))[null].GradeByPoints);

    [Fact]
    public void A_limit_not_met_changes_nothing() =>
        Given(Visits(9, "2026-01-01")).Under(Limited(AtMost("a", Due, "B"), Down("b", Listed, 1))).ThenGrade("A")
            .ThenLimited();

    [Fact]
    public void A_switch_turns_a_limit_off()
    {
        var rules = Limited(AtMost("a", Due, "B") with { EnabledBy = "s" }) with { Settings = [Switch("s", false)] };
        Given([.. AllWrong, Visits(9, "2026-01-01")]).Under(rules).ThenGrade("A").ThenLimited();
        Given([.. AllWrong, Visits(9, "2026-01-01")]).With("s", SettingValue.Of(true)).Under(rules).ThenGrade("B")
            .ThenLimited("a");
    }

    [Fact]
    public void A_barred_chamber_has_no_grade_place_or_outcome_and_shows_its_points()
    {
        var rules = Limited(Limit("VT", Listed) with { Bars = true }) with { Outcomes = [Outcome("award")] };
        var cards =
            GivenChambers(new Member("a", [.. AllWrong, Visits(9, "2026-01-01")]),
            new Member("b", Visits(5, "2026-01-01"))).Under(rules);
        cards.ThenTotal(9, "a").ThenGrade(null, "a").ThenPlaces("a:- b:1").ThenOutcome("award", "b");
        Assert.Equal("VT", cards["a"].BarredBy);
    }

    [Fact]
    public void A_barred_chamber_gets_no_follow_up_either() =>
        Given(AllWrong).Under(Limited(Limit("VT", Listed) with { Bars = true }) with
        {
            Outcomes = [Outcome("help") with { Kind = OutcomeKind.FollowUp }],
        }).ThenOutcome("help", "");

    [Fact]
    public void Suspended_outcomes_are_all_but_follow_ups() => Given([.. AllWrong, Visits(9, "2026-01-01")]).Under(
        Limited(Limit("VT", Listed) with { SuspendsAll = true }) with
        {
            Outcomes =
                [Outcome("award"), Outcome("support") with { Kind = OutcomeKind.Support }, Outcome("help")
                with { Kind = OutcomeKind.FollowUp }],
        }).ThenStatus("award", OutcomeStatus.Suspended).ThenStatus("support", OutcomeStatus.Suspended)
            .ThenStatus("help", OutcomeStatus.Proposed);

    [Fact]
    public void A_limit_may_suspend_named_outcomes_even_a_follow_up() =>
        Given([.. AllWrong, Visits(9, "2026-01-01")]).Under(
        Limited(Limit("VT", Listed) with { Suspends = Ids.Of("award", "help") }) with
        {
            Outcomes = [Outcome("award"), Outcome("support"), Outcome("help") with { Kind = OutcomeKind.FollowUp }],
        }).ThenStatus("award", OutcomeStatus.Suspended).ThenStatus("support", OutcomeStatus.Proposed)
            .ThenStatus("help", OutcomeStatus.Suspended);

    [Fact]
    public void A_suspended_chamber_keeps_its_place() => GivenChambers(
            new Member("a", [.. AllWrong, Visits(9, "2026-01-01")]), new Member("b", Visits(5, "2026-01-01")))
        .Under(Limited(Limit("VT", Listed) with { SuspendsAll = true })).ThenPlaces("a:1 b:2");

    private static Cards Class(int points, params Line[] more) =>
        Given([.. more, Visits(points, "2026-01-01")]).Under(Limited() with
        {
            Classes = [Rules.Class("first", Total(8)), Rules.Class("second", Total(4)), Rules.Class("rest")],
        });

    private static Condition Total(decimal least) =>
        new Condition.Compare(Subject.Total, null, new Bounds(N(least), null, null));

    [Theory]
    [InlineData(9, "first")]
    [InlineData(8, "first")]
    [InlineData(5, "second")]
    [InlineData(1, "rest")]
    public void The_first_class_that_matches_counts_and_the_last_is_everything_else(int points, string id) =>
        Class(points).ThenClass(id);

    [Fact]
    public void Grade_and_class_can_be_asked_of_outcomes()
    {
        var rules = Limited() with
        {
            Classes = [Rules.Class("first", Total(8)), Rules.Class("rest")],
            Outcomes =
                [Outcome("least", new Condition.GradeAtLeast("B")),
                Outcome("is", new Condition.GradeIs(Ids.Of("B", "D"))),
                Outcome("class", new Condition.ClassIs(Ids.Of("first")))],
        };
        var cards =
            GivenChambers(
            [.. new[] { 9, 7, 5, 1 }.Select((n, i) => new Member($"{"abcd"[i]}", Visits(n, "2026-01-01")))])
            .Under(rules);
        cards.ThenGrades("a:A b:B c:C d:D").ThenOutcome("least", "a b").ThenOutcome("is", "b d")
            .ThenOutcome("class", "a");
    }

    [Fact]
    public void Limited_by_and_not_limited_by_are_asked_after_limits()
    {
        var rules = Limited(Limit("VT", Listed), Limit("GL", Due)) with
        {
            Outcomes =
                [Outcome("by", new Condition.LimitedBy(Ids.Of("VT", "GL"), false)),
                Outcome("not", new Condition.LimitedBy(Ids.Of("VT"), true))],
        };
        GivenChambers(new Member("a", AllWrong), new Member("b", AllWrong[2]), new Member("c")).Under(rules)
            .ThenOutcome("by", "a b").ThenOutcome("not", "b c");
    }

    [Fact]
    public void Rank_and_an_earlier_outcome_can_be_asked_of_outcomes()
    {
        var rules = Limited() with
        {
            Outcomes =
                [Outcome("top", new Condition.RankAtMost(N(2)), Count(1)),
                Outcome("next", new Condition.OutcomeIs("top"))],
        };
        GivenChambers(new Member("a", Visits(9, "2026-01-01")), new Member("b", Visits(5, "2026-01-01")),
            new Member("c"))
            .Under(rules).ThenOutcome("top", "a").ThenOutcome("next", "a b");
    }

    [Fact]
    public void A_list_setting_stands_wherever_a_list_stands()
    {
        var rules = Limited() with
        {
            Settings = [new("good", SettingType.List, SettingValue.Of((List<string>)["A"]), Kinds.Title("good"))],
            Outcomes = [Outcome("o", new Condition.GradeIs(new Ids([], "good")))],
        };
        Given(Visits(7, "2026-01-01")).Under(rules).ThenOutcome("o", "");
        Given(Visits(7, "2026-01-01")).With("good", SettingValue.Of((List<string>)["A", "B"])).Under(rules)
            .ThenOutcome("o", "a");
    }
}
