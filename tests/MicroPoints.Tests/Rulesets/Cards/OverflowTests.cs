using MicroPoints.Rulesets;
using static MicroPoints.Tests.Lines;
using static MicroPoints.Tests.Rules;
using static MicroPoints.Tests.Scored;

namespace MicroPoints.Tests.Rulesets;

/// <summary>What a cap cuts off, credited elsewhere: each key of which nothing fits, or the points cut.</summary>
public sealed class OverflowTests
{
    private static readonly Indicator Target = Line("J3", null);

    private static Ruleset Projects(decimal cap, decimal? each) => Of(
        Category("V", null, Line("V1", OncePerKey(false, ("signed", 2), ("landed", 5)), "project").Capped(cap)
            .Into("J3", each)),
        Bonus("J", Target));

    private static Line[] Signings(int number) =>
        [.. Enumerable.Range(1, number).Select(i => Project($"P{i}", "signed", $"2026-01-{i:00}"))];

    [Fact]
    public void Wenzhou_2012_ten_points_a_project_fifty_basic_and_each_one_more_counts_on_top()
    {
        var wenzhou = Of(Category("引进工作", 50, Line("W", PerCount(10), "case").Capped(50).Into("多超多得", 10)),
            Category("组织服务", 50, Line("S", PerCount(10), "talk").Capped(50)), Bonus("加分", Line("多超多得", null)));
        Line[] sevenProjects = [.. Enumerable.Range(1, 7).Select(i => Case($"P{i}", "2026-03-01"))];
        Given([.. sevenProjects, Talks(5, "2026-04-01")]).Under(wenzhou).ThenPoints("W", 50).ThenPoints("多超多得", 20)
            .ThenTotal(120);
    }

    [Theory]
    [InlineData(4, 8, 0)]
    [InlineData(5, 8, 2)]
    [InlineData(6, 8, 4)]
    public void Each_key_of_which_nothing_fits_credits_each(int keys, decimal points, decimal overflow) =>
        Given(Signings(keys)).Under(Projects(8, each: 2)).ThenPoints("V1", points).ThenPoints("J3", overflow);

    [Fact]
    public void A_partly_cut_key_credits_nothing_there() =>
        Given(Signings(4)).Under(Projects(7, each: 2)).ThenPoints("V1", 7).ThenPoints("J3", 0);

    [Fact]
    public void Keys_are_taken_by_points_descending() =>
        Given([.. Signings(3), Project("L", "landed", "2026-12-01")]).Under(Projects(5, each: 1)).ThenPoints("V1", 5)
            .ThenPoints("J3", 3);

    [Fact]
    public void Keys_of_equal_points_are_taken_by_day()
    {
        var rules = Projects(2, each: null)
            with
        { Parameters = [Parameter("each", ("2026-01-01", 1), ("2026-07-01", 9))] };
        var indicator = rules.Categories[0].Indicators[0] with { Overflow = new Overflow("J3", Ref("each")) };
        rules = rules with { Categories = [Category("V", null, indicator), rules.Categories[1]] };
        Given(Project("A", "signed", "2026-08-01"), Project("B", "signed", "2026-02-01")).Under(rules)
            .ThenPoints("J3", 9);
    }

    [Fact]
    public void A_key_that_earlier_periods_credited_in_full_has_nothing_to_be_cut() =>
        Given(Project("A", "landed", "2025-05-01"), Project("A", "landed", "2026-05-01"), Project("B", "landed", "2026-06-01"))
            .Under(Line("V1", OncePerKey(true, ("signed", 2), ("landed", 5)), "project").Capped(5).Into("J3", 2), Target)
            .ThenPoints("V1", 5).ThenPoints("J3", 0);

    [Fact]
    public void Without_each_the_points_cut_credit_there() =>
        Given(Signings(6)).Under(Projects(7, each: null)).ThenPoints("V1", 7).ThenPoints("J3", 5).ThenTotal(12);

    [Fact]
    public void Under_the_cap_nothing_overflows() =>
        Given(Signings(1)).Under(Projects(8, each: 2)).ThenPoints("J3", 0).ThenTotal(2);

    [Fact]
    public void A_target_that_stands_earlier_in_the_file_is_credited_all_the_same()
    {
        var rules = Projects(8, each: 2);
        Given(Signings(6)).Under(rules with { Categories = [.. rules.Categories.Reverse()] }).ThenPoints("J3", 4)
            .ThenTotal(12);
    }

    [Fact]
    public void Two_indicators_may_overflow_into_one()
    {
        var one = Line("A", PerCount(1), "visit").Capped(3).Into("J3");
        var two = Line("B", PerCount(1), "talk").Capped(3).Into("J3");
        Given(Visits(5, "2026-01-01"), Talks(4, "2026-01-01"))
            .Under(Of(Category("C", null, one, two), Bonus("J", Target))).ThenPoints("J3", 3);
    }

    [Fact]
    public void The_target_has_its_own_cap() => Given(Signings(6)).Under(Of(
        Category("V", null, Line("V1", PerCount(2), "project").Capped(2).Into("J3")), Bonus("J", Target.Capped(3))))
            .ThenPoints("J3", 3);

    [Fact]
    public void A_group_overflows_what_its_cap_cuts()
    {
        var group = Group("G", 5, Line("A", PerCount(1), "visit"), Line("B", PerCount(1), "talk")).Into("J3");
        Given(Visits(4, "2026-01-01"), Talks(3, "2026-01-01")).Under(Of(Category("C", null, group), Bonus("J", Target)))
            .ThenPoints("G", 5).ThenPoints("J3", 2).ThenTotal(7);
    }

    [Fact]
    public void A_group_overflows_into_a_target_that_stands_earlier_in_the_file()
    {
        var group = Group("G", 5, Line("A", PerCount(1), "visit"), Line("B", PerCount(1), "talk")).Into("J3");
        Given(Visits(4, "2026-01-01"), Talks(3, "2026-01-01")).Under(Of(Bonus("J", Target), Category("C", null, group)))
            .ThenPoints("J3", 2);
    }

    [Fact]
    public void What_does_not_apply_overflows_nothing() =>
        Given(Signings(6)).NotApplicable("V1").Under(Projects(8, each: 2)).ThenPoints("J3", 0);

    [Fact]
    public void What_is_zeroed_overflows_nothing() =>
        Given([.. Signings(6), Talks(1, "2026-05-01")]).Under(Projects(8, each: null) with
        {
            Deductions = [Deduct("K2", -5, "talk") with { ZeroesKinds = [new KindId("project")] }],
        }).ThenPoints("V1", 0).ThenPoints("J3", 0);

    [Theory]
    [InlineData("visit")]
    [InlineData("talk")]
    public void One_zeroed_kind_of_two_is_enough_that_nothing_overflows(string zeroed)
    {
        var rules = Of(Line("A", PerCount(1), "visit", "talk").Capped(3).Into("J3"), Target) with
        {
            Deductions = [Deduct("K2", -1, "land") with { ZeroesKinds = [new KindId(zeroed)] }],
        };
        var cards = Given(Visits(4, "2026-01-01"), Talks(4, "2026-01-01"), Land("L", 1, "2026-05-01")).Under(rules)
            .ThenPoints("A", 0).ThenPoints("J3", 0).ThenTotal(0);
        TableComparison.Same(rules, new Dictionary<string, SettingValue>(), Kinds.All, [.. cards.All.Select(c => c.Chamber)]);
    }

    private static Cards PastOne(params Line[] visits) => Given(visits).Under(
        Of(Category("C", null, Line("A", PerCount(1), "visit").Capped(1).Into("J3", 1)), Bonus("J", Target)))
        .ThenPoints("A", 1);

    private static Line Third(string on) => Visits(1, on).Part(1, 3);

    [Theory]
    [InlineData("2026-02-01", "2026-02-01", "2026-02-01")]
    [InlineData("2026-02-01", "2026-03-01", "2026-04-01")]
    public void Three_thirds_past_the_cap_are_one_more_in_whatever_months(string one, string two, string three) =>
        PastOne(Visits(1, "2026-01-01"), Third(one), Third(two), Third(three)).ThenPoints("J3", 1);

    [Theory]
    [InlineData("2026-01-01", "2026-01-02")]
    [InlineData("2026-01-01", "2026-02-01")]
    [InlineData("2026-02-01", "2026-01-01")]
    public void A_third_past_the_cap_is_a_third_more_in_whatever_months(string third, string whole) =>
        PastOne(Third(third), Visits(1, whole)).ThenPoints("J3", 0.33m);

    [Fact]
    public void What_is_past_the_cap_is_the_latest_and_takes_the_value_of_its_day()
    {
        var visits = Line("A", PerCount(1), "visit").Capped(3) with { Overflow = new Overflow("J3", Ref("each")) };
        var rules = Of(Category("C", null, visits), Bonus("J", Target)) with
        {
            Parameters = [Parameter("each", ("2026-01-01", 1), ("2026-07-01", 2))],
        };
        Given(Visits(2, "2026-08-01"), Visits(4, "2026-02-01")).Under(rules).ThenPoints("J3", 1 + 2 * 2);
    }
}
