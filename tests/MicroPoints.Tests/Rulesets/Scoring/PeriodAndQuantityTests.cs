using MicroPoints.Rulesets;
using static MicroPoints.Tests.Lines;
using static MicroPoints.Tests.Rules;
using static MicroPoints.Tests.Scored;

namespace MicroPoints.Tests.Rulesets;

public sealed class PeriodAndQuantityTests
{
    private static Indicator Each(PeriodPart part) => Line("I", new Score.PerPeriod(N(0.75m), part), "visit");

    private static readonly Line[] Spring =
        [Visits(5, "2026-03-01"), Visits(1, "2026-03-31"), Visits(1, "2026-04-01"), Visits(1, "2026-06-30")];

    [Fact]
    public void Each_month_with_a_fact_credits_once() =>
        Given(Spring).Under(Each(PeriodPart.Month)).ThenPoints("I", 2.25m);

    [Fact]
    public void Each_quarter_with_a_fact_credits_once() =>
        Given(Spring).Under(Each(PeriodPart.Quarter)).ThenPoints("I", 1.5m);

    [Fact]
    public void A_quarter_given_as_a_span_stands_for_its_last_month() =>
        Given(Visits(1, "2026Q1"), Visits(1, "2026-03-05")).Under(Each(PeriodPart.Month)).ThenPoints("I", 0.75m);

    [Fact]
    public void Two_kinds_in_one_quarter_credit_once() => Given(Visits(1, "2026-01-05"), Talks(1, "2026-02-05"))
        .Under(Each(PeriodPart.Quarter) with { Counts = [Counted("visit"), Counted("talk")] }).ThenPoints("I", 0.75m);

    [Fact]
    public void A_quarter_whose_only_fact_was_taken_back_credits_nothing() =>
        Given(Visits(1, "2026-01-05").TakenBackOn("2026-05-01")).Under(Each(PeriodPart.Quarter)).ThenPoints("I", 0);

    [Fact]
    public void Surveys_and_awards_make_a_quarter_too() =>
        Given(Survey(1, 2, 3, "2026-01-05"), Survey(1, 2, 3, "2026-05-05"))
        .Under(Each(PeriodPart.Quarter) with { Counts = [Counted("survey")] }).ThenPoints("I", 1.5m);

    private static Indicator Per100(Rounding rounding, string kind = "money") =>
        Line("I", new Score.PerQuantity(N(0.4m), N(100), rounding), kind);

    [Theory]
    [InlineData(249.99, Rounding.Down, 0.8)]
    [InlineData(250, Rounding.Down, 0.8)]
    [InlineData(299.99, Rounding.Down, 0.8)]
    [InlineData(300, Rounding.Down, 1.2)]
    [InlineData(200, Rounding.Up, 0.8)]
    [InlineData(200.01, Rounding.Up, 1.2)]
    [InlineData(249.99, Rounding.HalfUp, 0.8)]
    [InlineData(250, Rounding.HalfUp, 1.2)]
    [InlineData(49.99, Rounding.HalfUp, 0)]
    public void A_quantity_credits_whole_units_by_the_named_rounding(decimal amount, Rounding rounding,
        decimal points) =>
        Given(Money(amount, "2026-01-01")).Under(Per100(rounding)).ThenPoints("I", points);

    [Fact]
    public void Quantities_add_before_they_are_rounded() =>
        Given(Money(60, "2026-01-01"), Money(60, "2026-09-01")).Under(Per100(Rounding.Down)).ThenPoints("I", 0.4m);

    [Fact]
    public void Parts_of_quantities_add_exactly() =>
        Given(Money(100, "2026-01-01").Part(1, 3), Money(100, "2026-02-01").Part(2, 3)).Under(Per100(Rounding.Down))
            .ThenPoints("I", 0.4m);

    [Fact]
    public void Quantities_of_one_key_all_count() =>
        Given(Land("K", 60, "2026-01-01"), Land("K", 60, "2026-02-01")).Under(Per100(Rounding.Down, "land"))
            .ThenPoints("I", 0.4m);

    [Fact]
    public void A_weight_below_nothing_cannot_make_points() =>
        Given(Money(100, "2026-01-01")).Under(Per100(Rounding.Down).Weighing(("money", -1))).ThenPoints("I", 0);

    private static readonly Indicator Full = Line("I", new Score.FromFull(N(10), N(3)), "visit");

    [Theory]
    [InlineData(0, 10)]
    [InlineData(1, 7)]
    [InlineData(3, 1)]
    [InlineData(4, 0)]
    [InlineData(90, 0)]
    public void From_full_each_fact_takes_away_until_nothing_is_left(int facts, decimal points) =>
        Given([.. Enumerable.Range(0, facts).Select(_ => Visits(1, "2026-01-01"))]).Under(Full).ThenPoints("I", points);

    [Fact]
    public void From_full_at_the_floor_says_so() =>
        Given(Visits(4, "2026-01-01")).Under(Full).ThenRaw("I", -2).ThenBecause("I", Because.FloorReached);

    [Fact]
    public void From_full_a_part_takes_away_its_part() =>
        Given(Visits(1, "2026-01-01").Part(1, 7)).Under(Full).ThenPoints("I", 9.57m);

    [Fact]
    public void The_finance_block_of_235_points_loses_only_what_was_found()
    {
        (string Id, decimal Points)[] items =
            [("合法运营", 35), ("会计人员", 12), ("会计核算", 40), ("货币资金和实物", 24), ("投资", 12), ("业务收支", 30),
            ("会费", 15), ("分支机构财务", 27), ("税收票据", 19), ("财务报告", 10), ("财务监督", 11)];
        Indicator[] inside =
            [.. items.Select(i => Line(i.Id, new Score.FromFull(N(i.Points), N(5)), i.Id == "会费" ? "visit" : "talk"))];
        var block = Of(Category("F", 235, Group("财务资产", 235, inside)));
        Given().Under(block).ThenTotal(235);
        Given(Visits(4, "2026-03-01")).Under(block).ThenPoints("会费", 0).ThenTotal(220);
    }
}
