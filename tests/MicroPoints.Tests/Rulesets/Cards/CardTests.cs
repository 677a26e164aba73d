using MicroPoints.Rulesets;
using static MicroPoints.Tests.Lines;
using static MicroPoints.Tests.Rules;
using static MicroPoints.Tests.Scored;

namespace MicroPoints.Tests.Rulesets;

/// <summary>From indicators to the total: caps at every depth, what does not apply, bonus, ceilings,
/// switches.</summary>
public sealed class CardTests
{
    private static Indicator Visiting(string id, decimal? cap = null) =>
        Line(id, PerCount(1), "visit") with { Cap = cap is { } c ? N(c) : null, MayBeNotApplicable = true };

    private static Indicator Talking(string id, decimal? cap = null) =>
        Visiting(id, cap) with { Counts = [Counted("talk")] };

    [Fact]
    public void Caps_apply_at_each_of_four_depths()
    {
        var nested = Group(
            "1", 7, Group("1.1", 6, Group("1.1.1", 5, Visiting("1.1.1.1", 4), Talking("1.1.1.2", 3))),
            Talking("1.2", 2));
        Given(Visits(9, "2026-01-01"), Talks(9, "2026-01-01")).Under(nested)
            .ThenPoints("1.1.1.1", 4).ThenPoints("1.1.1.2", 3).ThenPoints("1.1.1", 5).ThenPoints("1.1", 5)
                .ThenPoints("1.2", 2)
            .ThenPoints("1", 7).ThenTotal(7);
    }

    [Fact]
    public void A_group_without_a_cap_is_the_sum_of_its_own() =>
        Given(Visits(2, "2026-01-01"), Talks(3, "2026-01-01")).Under(Group("G", null, Visiting("A"), Talking("B")))
            .ThenPoints("G", 5).ThenTotal(5);

    [Fact]
    public void A_category_has_a_cap() =>
        Given(Visits(9, "2026-01-01")).Under(Of(Category("C", 4, Visiting("A"), Visiting("B"))))
        .ThenCategory("C", 4).ThenTotal(4);

    [Fact]
    public void A_cap_cuts_exactly_what_is_above_it()
    {
        Given(Visits(5, "2026-01-01")).Under(Visiting("A", 5)).ThenPoints("A", 5).ThenBecause("A");
        Given(Visits(6, "2026-01-01")).Under(Visiting("A", 5)).ThenPoints("A", 5).ThenBecause("A", Because.CapReached);
    }

    [Fact]
    public void A_switch_turns_an_indicator_off()
    {
        var rules = Of(Visiting("A") with { EnabledBy = "s" }) with { Settings = [Switch("s", true)] };
        Given(Visits(2, "2026-01-01")).Under(rules).ThenTotal(2);
        Given(Visits(2, "2026-01-01")).With("s", SettingValue.Of(false)).Under(rules).ThenTotal(0)
            .ThenBecause("A", Because.SwitchedOff);
    }

    [Fact]
    public void Not_applicable_points_are_spread_in_proportion() =>
        Given(Talks(6, "2026-01-01")).NotApplicable("A").Under(Of(Category("C", 10, Visiting("A", 4), Talking("B", 6))))
            .ThenPoints("A", 0).ThenBecause("A", Because.NotApplicable).ThenCategory("C", 10);

    [Fact]
    public void The_spread_is_rounded_half_up_once() =>
        Given(Talks(1, "2026-01-01")).NotApplicable("A").Under(Of(Category("C", 10, Visiting("A", 3), Talking("B", 7))))
            .ThenCategory("C", 1.43m);

    [Theory]
    [InlineData(null, 2)]
    [InlineData(3.0, 3)]
    [InlineData(1.5, 1.5)]
    [InlineData(9.0, 4)]
    public void The_spread_has_a_limit_of_two_unless_the_category_says_otherwise(double? limit, decimal points)
    {
        var category = Category("X", 4, Visiting("X1", 3), Talking("X2", 1))
            with
        { RedistributeAtMost = limit is { } l ? N((decimal)l) : null };
        Given(Talks(1, "2026-01-01")).NotApplicable("X1").Under(Of(category)).ThenCategory("X", points);
    }

    [Fact]
    public void The_categorys_cap_holds_after_the_spread() =>
        Given(Talks(9, "2026-01-01")).NotApplicable("A").Under(Of(Category("C", 10, Visiting("A", 5), Talking("B"))))
            .ThenCategory("C", 10);

    [Fact]
    public void Without_a_category_cap_the_spread_uses_the_sum_of_caps() =>
        Given(Talks(3, "2026-01-01")).NotApplicable("A")
            .Under(Of(Category("C", null, Visiting("A", 5), Talking("B", 15)))).ThenCategory("C", 4);

    [Fact]
    public void What_does_not_apply_inside_a_group_is_spread_too() =>
        Given(Talks(3, "2026-01-01")).NotApplicable("A")
            .Under(Of(Category("C", 20, Group("G", 20, Visiting("A", 5), Talking("B", 15))))).ThenCategory("C", 4);

    [Fact]
    public void A_group_that_does_not_apply_takes_what_is_inside_with_it() =>
        Given(Visits(9, "2026-01-01"), Talks(5, "2026-01-01")).NotApplicable("G")
            .Under(Of(Category("C", 10, Group("G", 5, Visiting("A", 5)), Talking("B", 5)))).ThenPoints("A", 0)
                .ThenCategory("C", 10);

    private static readonly Ruleset ThreeCategories =
        Of(Category("A", 30, Visiting("A1", 30)), Category("B", 30, Talking("B1", 30)),
        Category("C", 40, Visiting("C1", 40))) with
        { Scale = new Scale(N(100), null, null) };

    [Fact]
    public void A_whole_category_that_does_not_apply_rescales_the_sum_of_the_others() =>
        Given(Visits(20, "2026-01-01")).NotApplicable("B1").Under(ThreeCategories).ThenTotal(57.14m);

    [Fact]
    public void Two_such_categories_add_their_caps_and_there_is_no_limit() =>
        Given(Talks(15, "2026-01-01")).NotApplicable("A1", "C1").Under(ThreeCategories).ThenTotal(50);

    [Fact]
    public void Bonus_is_not_rescaled() =>
        Given(Visits(20, "2026-01-01"), Case("K", "2026-01-01")).NotApplicable("B1").Under(
        ThreeCategories
            with
        { Categories = [.. ThreeCategories.Categories, Bonus("J", Line("J1", PerCount(5), "case"))] })
            .ThenTotal(62.14m);

    [Fact]
    public void Where_nothing_at_all_applies_the_total_is_nothing() =>
        Given(Visits(20, "2026-01-01")).NotApplicable("A1", "B1", "C1").Under(ThreeCategories).ThenTotal(0);

    private static Ruleset Ceilings(decimal? bonus, decimal? final) =>
        Of(Category("C", 100, Visiting("A", 100)), Bonus("J", Talking("J1"))) with
        {
            Scale = new Scale(N(100), bonus is { } b ? N(b) : null, final is { } f ? N(f) : null),
        };

    [Theory]
    [InlineData(90, 15, 100)]
    [InlineData(100, 15, 110)]
    [InlineData(100, 4, 104)]
    public void Bonus_adds_at_most_its_limit(int visits, int talks, decimal total) =>
        Given(Visits(visits, "2026-01-01"), Talks(talks, "2026-01-01")).Under(Ceilings(10, null)).ThenTotal(total);

    [Theory]
    [InlineData(95, 4, 99)]
    [InlineData(95, 30, 100)]
    public void Jiangsu_adds_thirty_at_most_and_never_exceeds_the_total(int visits, int talks, decimal total) =>
        Given(Visits(visits, "2026-01-01"), Talks(talks, "2026-01-01")).Under(Ceilings(30, 100)).ThenTotal(total);

    [Fact]
    public void Bonus_of_several_categories_shares_one_limit() =>
        Given(Visits(8, "2026-01-01"), Talks(8, "2026-01-01")).Under(
        Of(Bonus("J", Visiting("J1")), Bonus("K", Talking("K1"))) with { Scale = new Scale(N(100), N(10), null) })
            .ThenTotal(10);

    [Fact]
    public void Without_a_scale_there_is_only_a_class() => Given(Visits(8, "2026-01-01")).Under(Empty with
    {
        Scale = null,
        Classes = [Class("active", new Condition.EventOccurred(new KindId("visit"), null, N(1), N(1))), Class("quiet")],
    }).ThenClass("active").ThenPlaces("a:-").ThenTotal(0);

    [Fact]
    public void A_title_changes_no_result()
    {
        var titled = ThreeCategories
            with
        {
            Title = new Title("别的"),
            Categories = [.. ThreeCategories.Categories.Select(c => c with { Title = new Title("x") })]
        };
        Assert.Equal(Given(Visits(20, "2026-01-01")).Under(ThreeCategories)[null].Total, Given(Visits(20, "2026-01-01"))
            .Under(titled)[null].Total);
    }
}
