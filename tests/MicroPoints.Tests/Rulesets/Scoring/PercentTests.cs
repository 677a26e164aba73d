using MicroPoints.Rulesets;
using static MicroPoints.Tests.Lines;
using static MicroPoints.Tests.Rules;
using static MicroPoints.Tests.Scored;

namespace MicroPoints.Tests.Rulesets;

/// <summary>In proportion and by tier: half-open at every boundary, exact percents.</summary>
public sealed class PercentTests
{
    private static readonly Indicator Tiers = Line("I", Tier(50, (90, 4), (80, 3), (60, 1)), "survey");

    [Theory]
    [InlineData(1000, 4)]
    [InlineData(900, 4)]
    [InlineData(899, 3)]
    [InlineData(800, 3)]
    [InlineData(799, 1)]
    [InlineData(600, 1)]
    [InlineData(599, 0)]
    [InlineData(0, 0)]
    public void A_tier_begins_at_its_percent(long satisfied, decimal points) =>
        Given(Survey(satisfied, 1000, 1000, "2026-05-01")).Under(Tiers).ThenPoints("I", points);

    [Fact]
    public void A_percent_just_below_a_tier_is_not_rounded_up() =>
        Given(Survey(899_999, 1_000_000, 1_000_000, "2026-05-01")).Under(Tiers).ThenPoints("I", 3);

    [Theory]
    [InlineData(500, 4)]
    [InlineData(499, 0)]
    public void Participation_is_answered_of_asked_and_half_open(long answered, decimal points) =>
        Given(Survey(answered, answered, 1000, "2026-05-01")).Under(Tiers).ThenPoints("I", points);

    [Fact]
    public void Below_the_lowest_tier_the_line_says_so() =>
        Given(Survey(1, 1000, 1000, "2026-05-01")).Under(Tiers).ThenBecause("I", Because.BelowLowestTier);

    [Fact]
    public void A_survey_that_nobody_answered_is_of_no_percent() =>
        Given(Survey(0, 0, 100, "2026-05-01")).Under(Line("I", Tier(null, (60, 1)), "survey")).ThenPoints("I", 0);

    [Fact]
    public void A_share_needs_no_participation() =>
        Given(Signing(9, 10, "2026-05-01")).Under(Tiers with { Counts = [Counted("signing")] }).ThenPoints("I", 4);

    [Fact]
    public void The_latest_survey_reversed_gives_way_to_the_one_before() =>
        Given(Survey(95, 100, 100, "2026-03-01"), Survey(65, 100, 100, "2026-09-01").TakenBackOn("2026-10-01"))
            .Under(Tiers).ThenPoints("I", 4);

    [Fact]
    public void Last_years_survey_does_not_count() =>
        Given(Survey(95, 100, 100, "2025-12-31")).Under(Tiers).ThenPoints("I", 0);

    private static readonly Indicator Sums = Line("I", Tier(null, (10, 4), (5, 2), (1, 1)), "visit");

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(4, 1)]
    [InlineData(5, 2)]
    [InlineData(10, 4)]
    public void A_tier_of_sums_begins_at_its_number(long visits, decimal points) =>
        Given([.. Enumerable.Range(0, (int)visits).Select(_ => Visits(1, "2026-05-01"))]).Under(Sums)
            .ThenPoints("I", points);

    [Fact]
    public void A_tier_of_sums_reads_the_weighted_sum() => Given(Visits(4, "2026-05-01"), Talks(2, "2026-05-01"))
        .Under(Sums.Weighing(("visit", 1), ("talk", 0.5m))).ThenPoints("I", 2);

    [Fact]
    public void A_tier_of_sums_with_parts_is_exact() =>
        Given(Visits(14, "2026-05-01").Part(1, 3), Visits(1, "2026-05-01").Part(1, 3)).Under(Sums).ThenPoints("I", 2);

    [Fact]
    public void A_tier_of_sums_counts_keys_once() => Given(Case("K", "2026-01-01"), Case("K", "2026-02-01"))
        .Under(Line("I", Tier(null, (2, 2), (1, 1)), "case")).ThenPoints("I", 1);

    [Fact]
    public void A_tier_from_nothing_credits_without_facts() =>
        Given().Under(Line("I", Tier(null, (1, 5), (0, 2)), "visit")).ThenPoints("I", 2);

    [Fact]
    public void A_negative_weighted_sum_is_of_the_tier_from_nothing() =>
        Given(Visits(3, "2026-05-01")).Under(Line("I", Tier(null, (0, 2)), "visit").Weighing(("visit", -1)))
            .ThenPoints("I", 2);

    private static Indicator Proportion(decimal points, decimal? participation = null, string kind = "signing") =>
        Line("I", new Score.InProportion(N(points), participation is { } p ? N(p) : null), kind);

    [Theory]
    [InlineData(0, 7, 0)]
    [InlineData(1, 3, 0.67)]
    [InlineData(2, 3, 1.33)]
    [InlineData(1, 8, 0.25)]
    [InlineData(7, 7, 2)]
    public void In_proportion_credits_the_exact_share_rounded_half_up_once(long done, long of, decimal points) =>
        Given(Signing(done, of, "2026-05-01")).Under(Proportion(2)).ThenPoints("I", points);

    [Fact]
    public void In_proportion_half_a_hundredth_rounds_up() =>
        Given(Signing(1, 8, "2026-05-01")).Under(Proportion(0.2m)).ThenPoints("I", 0.03m);

    [Fact]
    public void In_proportion_reads_the_latest_share_only() =>
        Given(Signing(10, 10, "2026-05-01"), Signing(5, 10, "2026-06-01")).Under(Proportion(2)).ThenPoints("I", 1);

    [Fact]
    public void In_proportion_with_nothing_recorded_credits_nothing() =>
        Given().Under(Proportion(2)).ThenPoints("I", 0);

    [Theory]
    [InlineData(50, 1.6)]
    [InlineData(49, 0)]
    public void In_proportion_may_demand_participation(long answeredOfHundred, decimal points) =>
        Given(Survey(answeredOfHundred * 8, answeredOfHundred * 10, 1000, "2026-05-01"))
            .Under(Proportion(2, 50, "survey")).ThenPoints("I", points);

    [Fact]
    public void A_share_that_is_a_state_is_carried_across_years() => Given(new Line("coverage", "2024-05-01",
        new MicroPoints.Activities.Measured.Share(1, 4))).Under(Proportion(2, kind: "coverage")).ThenPoints("I", 0.5m);
}
