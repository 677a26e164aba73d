using MicroPoints.Rulesets;
using static MicroPoints.Tests.Lines;
using static MicroPoints.Tests.Rules;
using static MicroPoints.Tests.Scored;

namespace MicroPoints.Tests.Rulesets;

/// <summary>Which day's value each number takes: p is 1 until July and 2 from then on, q is 10 and then 20.</summary>
public sealed class ValueInForceTests
{
    private static Ruleset Dated(params Indicator[] indicators) => Of(indicators) with
    {
        Parameters =
            [Parameter("p", ("2026-01-01", 1), ("2026-07-01", 2)),
            Parameter("q", ("2026-01-01", 10), ("2026-07-01", 20))],
    };

    private static Indicator Ind(Score score, string kind) => Line("I", score, kind);

    [Theory]
    [InlineData("2026-06-30", 1)]
    [InlineData("2026-07-01", 2)]
    [InlineData("2026-06", 1)]
    [InlineData("2026-07", 2)]
    [InlineData("2026Q2", 1)]
    [InlineData("2026Q3", 2)]
    [InlineData("2026", 2)]
    public void An_event_takes_the_value_of_its_day_and_a_span_that_of_its_last_day(string on, decimal points) =>
        Given(Visits(1, on)).Under(Dated(Ind(new Score.PerCount(Ref("p")), "visit"))).ThenPoints("I", points);

    [Theory]
    [InlineData("2026-06-30", 1)]
    [InlineData("2026-12-31", 2)]
    public void A_state_takes_the_value_of_the_reading_day(string day, decimal points) =>
        Given(Option("party", "founded", "2024-01-01"))
        .AsOf(day).Under(Dated(Ind(new Score.Option([new("founded", Ref("p"))]), "party"))).ThenPoints("I", points);

    [Fact]
    public void The_reading_day_is_never_after_the_periods_last_day() =>
        Given(Option("party", "founded", "2024-01-01"), Visits(1, "2026-07-01"))
        .In("2026Q2").AsOf("2026-12-31").Under(Dated(Ind(new Score.Option([new("founded", Ref("p"))]), "party")))
            .ThenPoints("I", 1);

    [Fact]
    public void From_full_starts_at_the_reading_days_points_and_loses_each_facts_own() =>
        Given(Visits(1, "2026-06-01"), Visits(1, "2026-08-01"))
            .Under(Dated(Ind(new Score.FromFull(Ref("q"), Ref("p")), "visit"))).ThenPoints("I", 17);

    [Fact]
    public void A_checklist_takes_the_reading_days_values() =>
        Given(Flag("charter", true, "2026-01-01"), Flag("cash-box", true, "2026-01-01"))
        .Under(Dated(Line(
            "I", new Score.Checklist([new(new KindId("charter"), Ref("p")), new(new KindId("cash-box"), null)],
            Ref("q")))))
        .ThenPoints("I", 22);

    [Fact]
    public void A_tier_of_sums_takes_the_reading_days_values() =>
        Given(Visits(1, "2026-01-01")).Under(Dated(Ind(new Score.ByTier([new(N(1), Ref("p"))], null), "visit")))
            .ThenPoints("I", 2);

    [Fact]
    public void A_tier_of_a_percent_takes_the_value_of_the_surveys_day() => Given(Survey(9, 10, 10, "2026-05-01"))
        .Under(Dated(Ind(new Score.ByTier([new(N(90), Ref("p"))], null), "survey"))).ThenPoints("I", 1);

    [Fact]
    public void A_threshold_takes_the_reading_days_value() => Given(Survey(15, 100, 100, "2026-05-01"))
        .Under(Dated(Ind(new Score.ByTier([new(Ref("q"), N(3))], null), "survey"))).ThenPoints("I", 0);

    [Fact]
    public void In_proportion_takes_the_value_of_the_facts_day() => Given(Signing(1, 2, "2026-05-01"))
        .Under(Dated(Ind(new Score.InProportion(Ref("q"), null), "signing"))).ThenPoints("I", 5);

    [Theory]
    [InlineData("2026-06-30", 1)]
    [InlineData("2026-12-31", 2)]
    public void A_cap_takes_the_reading_days_value(string day, decimal points) =>
        Given(Visits(9, "2026-01-01")).AsOf(day)
        .Under(Dated(Ind(PerCount(1), "visit") with { Cap = Ref("p") })).ThenPoints("I", points);

    [Fact]
    public void A_quarter_takes_the_value_of_its_first_fact()
    {
        var dated = Dated(Ind(new Score.PerPeriod(Ref("m"), PeriodPart.Quarter), "visit")) with
        {
            Parameters = [Parameter("m", ("2026-01-01", 1), ("2026-05-01", 2))],
        };
        Given(Visits(1, "2026-06-01"), Visits(1, "2026-04-30"), Visits(1, "2026-08-01")).Under(dated)
            .ThenPoints("I", 3);
    }

    [Fact]
    public void A_quantity_is_divided_and_rounded_for_each_value_in_force() =>
        Given(Money(15, "2026-06-30"), Money(50, "2026-07-01"))
        .Under(Dated(Ind(new Score.PerQuantity(N(1), Ref("q"), Rounding.Down), "money"))).ThenPoints("I", 3);

    [Fact]
    public void Each_option_takes_the_value_of_its_day() =>
        Given(Option("medal", "city", "2026-06-30"), Option("medal", "city", "2026-07-01"))
        .Under(Dated(Ind(new Score.Option([new("city", Ref("p"))]), "medal"))).ThenPoints("I", 3);

    [Fact]
    public void Deductions_take_the_value_of_each_facts_day_and_their_cap_that_of_the_reading_day()
    {
        var deduction = Deduct("K", 0, "talk") with { Each = Ref("minus"), Cap = Ref("most") };
        Given(Visits(50, "2026-01-01"), Talks(2, "2026-06-30"), Talks(2, "2026-07-01"))
            .Under(Dated(Ind(PerCount(1), "visit")) with
            {
                Deductions = [deduction],
                Parameters =
                [Parameter("minus", ("2026-01-01", -1), ("2026-07-01", -2)),
                Parameter("most", ("2026-01-01", -1), ("2026-07-01", -5))],
            }).ThenDeduction("K", -5);
    }

    [Fact]
    public void Before_its_first_value_a_parameter_credits_nothing_and_the_line_says_so() =>
        Given(Visits(1, "2025-06-01")).In("2025")
        .Under(Dated(Ind(new Score.PerCount(Ref("p")), "visit"))).ThenPoints("I", 0)
            .ThenBecause("I", Because.NotInForce);

    [Fact]
    public void A_number_setting_stands_wherever_a_number_stands()
    {
        var set = Of(Ind(new Score.PerCount(Ref("s")), "visit"))
            with
        { Settings = [new("s", SettingType.Number, SettingValue.Of(P(2)), Kinds.Title("s"))] };
        Given(Visits(3, "2026-01-01")).Under(set).ThenPoints("I", 6);
        Given(Visits(3, "2026-01-01")).With("s", SettingValue.Of(P(4))).Under(set).ThenPoints("I", 12);
    }

    [Fact]
    public void A_grade_threshold_takes_the_reading_days_value() => Given(Visits(15, "2026-01-01")).Under(
        Dated(Ind(PerCount(1), "visit")) with { Grades = [Grade("A", 0) with { From = Ref("q") }, Grade("B", 0)] })
            .ThenGrade("B");
}
