using MicroPoints.Activities;
using MicroPoints.Rulesets;
using static MicroPoints.Tests.Lines;
using static MicroPoints.Tests.Rules;
using static MicroPoints.Tests.Scored;

namespace MicroPoints.Tests.Rulesets;

/// <summary>Counting: parts, weights, keys, and one rounding for each value in force.</summary>
public sealed class PerCountTests
{
    private static Indicator Visits1(decimal points) => Line("I", PerCount(points), "visit");

    [Fact]
    public void Each_count_credits_the_points() =>
        Given(Visits(3, "2026-01-01"), Visits(4, "2026-12-31")).Under(Visits1(0.5m)).ThenPoints("I", 3.5m);

    [Fact]
    public void Nothing_recorded_credits_nothing_and_says_so() =>
        Given().Under(Visits1(1)).ThenPoints("I", 0).ThenBecause("I", Because.NoFacts);

    [Fact]
    public void Thirds_in_three_months_come_to_a_whole_before_rounding() =>
        Given(Visits(1, "2026-01-01").Part(1, 3), Visits(1, "2026-02-01").Part(1, 3), Visits(1, "2026-03-01")
            .Part(1, 3))
            .Under(Visits1(0.5m)).ThenPoints("I", 0.5m);

    [Theory]
    [InlineData(1, 3, 0.17)]
    [InlineData(1, 7, 0.07)]
    [InlineData(5, 12, 0.21)]
    [InlineData(7, 12, 0.29)]
    [InlineData(10, 11, 0.45)]
    [InlineData(12, 12, 0.5)]
    public void A_part_up_to_twelfths_is_exact_until_it_is_rounded_half_up(int n, int m, decimal points) =>
        Given(Visits(1, "2026-01-01").Part(n, m)).Under(Visits1(0.5m)).ThenPoints("I", points);

    [Fact]
    public void Half_of_five_hundredths_rounds_up() =>
        Given(Visits(1, "2026-01-01").Part(1, 2)).Under(Visits1(0.05m)).ThenPoints("I", 0.03m);

    [Fact]
    public void Parts_of_all_sizes_add_exactly()
    {
        Line[] parts = [.. Enumerable.Range(1, 12).Select(m => Visits(1, "2026-01-01").Part(m, m))];
        Given(parts).Under(Visits1(1)).ThenPoints("I", 12);
    }

    [Fact]
    public void Sums_are_rounded_once_for_each_value_in_force() =>
        Given(Visits(1, "2026-06-30").Part(1, 2), Visits(1, "2026-07-01").Part(1, 2)).Under(
            Of(Line("I", new Score.PerCount(Ref("p")), "visit")) with
            {
                Parameters = [Parameter("p", ("2026-01-01", 0.05m), ("2026-07-01", 0.07m))],
            }).ThenPoints("I", 0.07m);

    [Fact]
    public void A_value_that_returns_is_one_value() =>
        Given(Visits(1, "2026-01-31").Part(1, 2), Visits(1, "2026-03-01").Part(1, 2)).Under(
            Of(Line("I", new Score.PerCount(Ref("p")), "visit")) with
            {
                Parameters = [Parameter("p", ("2026-01-01", 0.05m), ("2026-02-01", 9), ("2026-03-01", 0.05m))],
            }).ThenPoints("I", 0.05m);

    [Fact]
    public void Weights_multiply_what_is_counted() => Given(Visits(3, "2026-01-01"), Talks(1, "2026-02-01"))
        .Under(Visits1(2).Weighing(("visit", 1), ("talk", 0.5m))).ThenPoints("I", 7);

    [Fact]
    public void Weights_and_parts_multiply_before_the_one_rounding() =>
        Given(Visits(1, "2026-01-01").Part(1, 3)).Under(Visits1(0.1m).Weighing(("visit", 0.25m)))
            .ThenPoints("I", 0.01m);

    [Fact]
    public void A_negative_weight_takes_away() => Given(Visits(3, "2026-01-01"), Talks(1, "2026-02-01"))
        .Under(Visits1(2).Weighing(("visit", 1), ("talk", -2))).ThenPoints("I", 2);

    [Fact]
    public void A_negative_weighted_sum_is_floored_at_nothing() =>
        Given(Visits(1, "2026-01-01"), Talks(1, "2026-02-01"))
        .Under(Visits1(2).Weighing(("visit", 1), ("talk", -2))).ThenPoints("I", 0).ThenTotal(0);

    [Fact]
    public void A_keyed_kind_counts_keys_however_often_one_is_recorded() =>
        Given(Case("K1", "2026-01-01"), Case("K1", "2026-02-01"), Count("case", 7, "2026-03-01").About("K2"))
            .Under(Line("I", PerCount(1), "case")).ThenPoints("I", 2);

    [Fact]
    public void A_key_of_a_part_counts_its_part() =>
        Given(Case("K1", "2026-01-01").Part(1, 4), Case("K2", "2026-01-01"))
        .Under(Line("I", PerCount(1), "case")).ThenPoints("I", 1.25m);

    private static readonly Ruleset CasesAtTheirValue = Of(Line("I", new Score.PerCount(Ref("p")), "case")) with
    {
        Parameters = [Parameter("p", ("2026-01-01", 1), ("2026-07-01", 3))],
    };

    [Fact]
    public void A_key_is_valued_at_its_earliest_fact() => Given(Case("K1", "2026-08-01"), Case("K1", "2026-05-01"))
        .Under(CasesAtTheirValue).ThenPoints("I", 1);

    [Fact]
    public void A_key_is_valued_at_its_earliest_fact_that_stands() =>
        Given(Case("K1", "2026-05-01").TakenBackOn("2026-09-01"), Case("K1", "2026-08-01")).Under(CasesAtTheirValue)
            .ThenPoints("I", 3);

    [Fact]
    public void A_key_is_valued_at_its_earliest_fact_of_the_period() =>
        Given(Case("K1", "2025-05-01"), Case("K1", "2026-08-01")).Under(CasesAtTheirValue).ThenPoints("I", 3);

    [Fact]
    public void Only_the_option_asked_for_is_counted() =>
        Given(Project("P1", "signed", "2026-01-01"), Project("P2", "landed", "2026-02-01"))
        .Under(Line("I", PerCount(1)) with { Counts = [Counted("project") with { Option = "landed" }] })
            .ThenPoints("I", 1);

    [Fact]
    public void Only_the_option_asked_for_is_counted_of_unkeyed_events_too() =>
        Given(Option("medal", "city", "2026-01-01"), Option("medal", "nation", "2026-02-01"),
            Option("medal", "city", "2026-02-01"))
            .Under(Line("I", PerCount(1)) with { Counts = [Counted("medal") with { Option = "city" }] })
                .ThenPoints("I", 2);

    [Fact]
    public void Only_the_key_asked_for_is_counted() => Given(Case("K1", "2026-01-01"), Case("K2", "2026-02-01"))
        .Under(Line("I", PerCount(1)) with { Counts = [Counted("case") with { Key = "K2" }] }).ThenPoints("I", 1);

    [Theory]
    [InlineData("2025-12-31", 0)]
    [InlineData("2026-01-01", 1)]
    [InlineData("2026-12-31", 1)]
    [InlineData("2026-06", 1)]
    [InlineData("2026Q4", 1)]
    [InlineData("2026", 1)]
    [InlineData("2025", 0)]
    public void An_event_counts_in_the_period_that_holds_its_whole_span(string on, decimal points) =>
        Given(Visits(1, on)).Under(Visits1(1)).ThenPoints("I", points);

    [Theory]
    [InlineData("2026", 0)]
    [InlineData("2026Q4", 1)]
    [InlineData("2026-12", 1)]
    [InlineData("2026-12-31", 1)]
    public void An_event_of_a_year_does_not_count_in_its_last_quarter(string on, decimal points) =>
        Given(Visits(1, on)).In("2026Q4").Under(Visits1(1)).ThenPoints("I", points);

    [Fact]
    public void Keyed_and_rated_events_of_a_year_do_not_count_in_its_last_quarter_either() =>
        Given(Count("case", 1, "2026").About("K"), Survey(9, 10, 10, "2026")).In("2026Q4")
            .Under(Line("I", PerCount(1), "case"), Line("J", Tier(null, (0, 1)), "survey")).ThenPoints("I", 0)
                .ThenPoints("J", 0);

    [Theory]
    [InlineData("2026-06-14", 1)]
    [InlineData("2026-06-15", 2)]
    [InlineData("2026-06-29", 2)]
    [InlineData("2026-06-30", 3)]
    public void As_of_any_day_an_event_counts_from_the_day_it_stands_for(string day, decimal points) =>
        Given(Visits(1, "2026-06-01"), Visits(1, "2026-06-15"), Visits(1, "2026-06")).AsOf(day).Under(Visits1(1))
            .ThenPoints("I", points);

    [Fact]
    public void Two_years_are_one_period() => Given(Visits(1, "2025-01-01"), Visits(1, "2026-12-31"), Visits(1, "2026"))
        .In("2025-2026").Under(Visits1(1)).ThenPoints("I", 3);
}
