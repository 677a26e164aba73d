using MicroPoints.Rulesets;
using static MicroPoints.Tests.Lines;
using static MicroPoints.Tests.Rules;
using static MicroPoints.Tests.Scored;

namespace MicroPoints.Tests.Rulesets;

public sealed class ZeroingAndDeductionTests
{
    private static readonly Ruleset Plain =
        Of(Line("M1", PerCount(1), "visit").Capped(10), Line("M2", PerCount(1), "talk"));

    private static Ruleset Less(params Deduction[] deductions) => Plain with { Deductions = deductions };

    private static readonly Line Ten = Visits(10, "2026-01-01");

    private static Deduction Falsified(decimal each = -5) => Deduct("K2", each, "falsified");

    private static Line False(string key, string on = "2026-05-01") => Count("falsified", 1, on).About(key);

    [Fact]
    public void Each_fact_takes_points_from_the_total() =>
        Given(Ten, Talks(2, "2026-02-01")).Under(Less(Deduct("K1", -3, "talk"))).ThenDeduction("K1", -6).ThenTotal(6);

    [Fact]
    public void A_deduction_counts_keys_once() =>
        Given(Ten, False("x"), False("x"), False("y")).Under(Less(Falsified(-2))).ThenDeduction("K2", -4);

    [Fact]
    public void A_deductions_cap_is_the_most_it_takes() =>
        Given(Ten, Talks(9, "2026-02-01")).Under(Less(Deduct("K3", -0.5m, "talk") with { Cap = N(-2) }))
            .ThenDeduction("K3", -2);

    [Fact]
    public void A_part_takes_its_part_rounded_once() =>
        Given(Ten, Talks(1, "2026-02-01").Part(1, 3)).Under(Less(Deduct("K1", -1, "talk"))).ThenDeduction("K1", -0.33m);

    [Fact]
    public void Deductions_come_after_the_ceiling() => Given(Visits(10, "2026-01-01"), Talks(9, "2026-02-01")).Under(
        Less(Deduct("K1", -1, "talk")) with { Scale = new Scale(N(12), null, N(12)) }).ThenTotal(3);

    [Fact]
    public void A_total_is_not_below_nothing() =>
        Given(Talks(3, "2026-02-01")).Under(Less(Deduct("K1", -10, "talk"))).ThenTotal(0);

    [Fact]
    public void A_switch_turns_a_deduction_off()
    {
        var rules = Less(Deduct("K1", -3, "talk") with { EnabledBy = "strict" })
            with
        { Settings = [Switch("strict", false)] };
        Given(Ten, Talks(1, "2026-02-01")).Under(rules).ThenTotal(11);
        Given(Ten, Talks(1, "2026-02-01")).With("strict", SettingValue.Of(true)).Under(rules).ThenTotal(8);
    }

    [Theory]
    [InlineData("2026-05-03", 0)]
    [InlineData("2026-05-04", -10)]
    [InlineData("2026-11-19", -10)]
    [InlineData("2026-11-20", 0)]
    public void While_a_state_lasts_points_are_missing_and_no_day_longer(string day, decimal points) =>
        Given(Ten, Option("abnormal", "listed", "2026-05-04").Until("2026-11-20")).AsOf(day)
            .Under(Less(While("K4", "abnormal", "listed", -10))).ThenDeduction("K4", points);

    [Fact]
    public void Falsified_material_zeroes_every_indicator_counting_its_kind() =>
        Given(Ten, Talks(3, "2026-02-01"), False("visit"))
            .Under(Less(Falsified() with { ZeroesKinds = [new KindId("visit")] }))
            .ThenPoints("M1", 0).ThenBecause("M1", Because.Zeroed).ThenPoints("M2", 3).ThenTotal(0);

    [Fact]
    public void Zeroing_may_follow_the_key_of_the_fact() =>
        Given(Ten, Talks(9, "2026-02-01"), False("visit")).Under(Less(Falsified() with { ZeroesByKey = true }))
            .ThenPoints("M1", 0).ThenPoints("M2", 9).ThenTotal(4);

    [Fact]
    public void A_key_that_is_no_kind_zeroes_nothing() =>
        Given(Ten, False("case-2026-1")).Under(Less(Falsified() with { ZeroesByKey = true })).ThenPoints("M1", 10)
            .ThenTotal(5);

    [Fact]
    public void Without_a_fact_nothing_is_zeroed() =>
        Given(Ten).Under(Less(Falsified() with { ZeroesKinds = [new KindId("visit")], ZeroesByKey = true }))
            .ThenPoints("M1", 10);

    [Fact]
    public void A_reversed_fact_zeroes_nothing() => Given(Ten, False("visit").TakenBackOn("2026-06-01"))
        .Under(Less(Falsified() with { ZeroesByKey = true })).ThenTotal(10);

    [Fact]
    public void A_deduction_that_is_switched_off_zeroes_nothing() => Given(Ten, False("visit")).Under(
        Less(Falsified() with { ZeroesByKey = true, EnabledBy = "s" }) with { Settings = [Switch("s", false)] })
            .ThenPoints("M1", 10);

    [Fact]
    public void While_may_zero_too() => Given(Ten, Option("abnormal", "listed", "2026-05-04")).Under(
        Less(While("K4", "abnormal", "listed", -1) with { ZeroesKinds = [new KindId("visit")] })).ThenPoints("M1", 0)
            .ThenTotal(0);

    [Fact]
    public void A_checklist_that_counts_the_kind_is_zeroed() =>
        Given(Flag("charter", true, "2025-01-01"), False("charter")).Under(
        Of(Line("I3", new Score.Checklist([new(new KindId("charter"), N(3))], null)))
            with
        { Deductions = [Falsified() with { ZeroesByKey = true }] })
        .ThenPoints("I3", 0);

    private static readonly Ruleset LaterWhile =
        Less(While("K4", "abnormal", "listed", 0) with
        {
            While = new WhileState(new KindId("abnormal"), Ids.Of("listed"), Ref("later")),
        }) with
        { Parameters = [Parameter("later", ("2027-01-01", -10))] };

    private static IReadOnlyList<Because> WhyOfLaterWhile(params Line[] lines) =>
        Given(lines).Under(LaterWhile).ThenDeduction("K4", 0)[null].Card.Deduction("K4")!.Because;

    [Fact]
    public void A_value_not_in_force_is_no_reason_while_the_state_does_not_hold() =>
        Assert.Equal([Because.NoFacts], WhyOfLaterWhile());

    [Fact]
    public void A_value_not_in_force_is_the_reason_while_the_state_holds() =>
        Assert.Equal([Because.NotInForce], WhyOfLaterWhile(Option("abnormal", "listed", "2026-05-04")));
}
