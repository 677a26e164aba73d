using MicroPoints.Rulesets;
using MicroPoints.Standings;
using static MicroPoints.Tests.Lines;
using static MicroPoints.Tests.Rules;
using static MicroPoints.Tests.Scored;

namespace MicroPoints.Tests.Standings;

public sealed class RankingTests
{
    private static readonly Ruleset Plain =
        Of(Category("V", null, Line("I", PerCount(1), "visit")), Category("T", null, Line("J", PerCount(1), "talk")));

    private static Member Did(string id, int visits, int talks = 0, params (string, string, string)[] attributes) =>
        new(id, [.. Some("visit", visits), .. Some("talk", talks)]) { Attributes = attributes };

    private static Line[] Some(string kind, int times) => times > 0 ? [Count(kind, times, "2026-01-01")] : [];

    [Fact]
    public void Equal_chambers_share_a_place_and_the_next_is_skipped() =>
        GivenChambers(Did("a", 9), Did("b", 5), Did("c", 5), Did("d", 1)).Under(Plain).ThenPlaces("a:1 b:2 c:2 d:4");

    [Fact]
    public void Three_at_the_top_are_all_first() =>
        GivenChambers(Did("a", 5), Did("b", 5), Did("c", 5), Did("d", 1)).Under(Plain).ThenPlaces("a:1 b:1 c:1 d:4");

    [Fact]
    public void The_order_in_which_chambers_come_changes_nothing()
    {
        Member[] members = [Did("a", 9), Did("b", 5), Did("c", 5), Did("d", 1)];
        foreach (var order in new[] { members, [.. members.Reverse()],
            [members[2], members[0], members[3], members[1]] })
            GivenChambers(order).Under(Plain).ThenPlaces("a:1 b:2 c:2 d:4");
    }

    private static Ruleset By(params RankingKey[] keys) => Plain with
    {
        Ranking = keys,
        Attributes =
            [new("staff", AttributeType.Number, [], Kinds.Title("staff")),
            new("size", AttributeType.Option, ["small", "large"], Kinds.Title("size")),
            new("since", AttributeType.Day, [], Kinds.Title("since"))],
    };

    private static readonly RankingKey Total = new(RankingBy.Total);

    [Fact]
    public void A_category_breaks_a_tie() => GivenChambers(Did("a", 2, 3), Did("b", 4, 1), Did("c", 3, 2))
        .Under(By(Total, new RankingKey(RankingBy.Category, "V"))).ThenPlaces("a:3 b:1 c:2");

    [Fact]
    public void An_indicator_breaks_a_tie() => GivenChambers(Did("a", 2, 3), Did("b", 4, 1))
        .Under(By(Total, new RankingKey(RankingBy.Indicator, "J"))).ThenPlaces("a:1 b:2");

    [Fact]
    public void Any_step_may_come_first() => GivenChambers(Did("a", 9), Did("b", 0, 1))
        .Under(By(new RankingKey(RankingBy.Category, "T"), Total)).ThenPlaces("a:2 b:1");

    private static Cards Staffed(bool ascending, bool missingFirst) => GivenChambers(
            Did("a", 1, 0, ("staff", "2", "2026-01-01")), Did("b", 1, 0, ("staff", "10", "2026-01-01")), Did("c", 1),
                Did("d", 1))
        .Under(By(Total, new RankingKey(RankingBy.Attribute, "staff", ascending, missingFirst)));

    [Fact]
    public void An_attribute_breaks_a_tie_in_its_order_with_the_missing_first_or_last()
    {
        Staffed(ascending: true, missingFirst: false).ThenPlaces("a:1 b:2 c:3 d:3");
        Staffed(ascending: false, missingFirst: false).ThenPlaces("a:2 b:1 c:3 d:3");
        Staffed(ascending: true, missingFirst: true).ThenPlaces("a:3 b:4 c:1 d:1");
        Staffed(ascending: false, missingFirst: true).ThenPlaces("a:4 b:3 c:1 d:1");
    }

    [Fact]
    public void A_day_attribute_orders_by_day() => GivenChambers(
            Did("a", 1, 0, ("since", "2020-05-01", "2026-01-01")),
                Did("b", 1, 0, ("since", "2019-12-31", "2026-01-01")))
        .Under(By(Total, new RankingKey(RankingBy.Attribute, "since", Ascending: true))).ThenPlaces("a:2 b:1");

    [Fact]
    public void An_option_attribute_orders_as_its_options_stand() => GivenChambers(
            Did("a", 1, 0, ("size", "small", "2026-01-01")), Did("b", 1, 0, ("size", "large", "2026-01-01")))
        .Under(By(Total, new RankingKey(RankingBy.Attribute, "size", Ascending: true))).ThenPlaces("a:1 b:2");

    [Fact]
    public void Places_are_counted_anew_inside_each_county_city_and_province()
    {
        Member At(string id, int visits, string seat) => Did(id, visits) with { Seat = seat };
        var cards =
            GivenChambers(At("a", 9, "450123001"), At("b", 8, "450124001"), At("c", 7, "450123002"),
            At("d", 6, "460100001"))
            .Within("00").Under(Plain);
        Assert.Equal([(1, 1, 1, 1), (2, 2, 2, 1), (3, 3, 3, 2), (4, 1, 1, 1)],
            cards.All.Select(c => c.Places!).Select(p => (p.Scope, p.Province, p.City, p.County)));
    }

    [Fact]
    public void The_roster_is_alive_in_scope_and_peer_group_on_the_last_day()
    {
        Member[] members =
            [Did("a", 1), Did("b", 1) with { Kind = "industry" }, Did("c", 1) with { Seat = "460100001" },
            Did("d", 1) with { Dissolved = "2026-12-31" }, Did("e", 1) with { Founded = "2027-01-01", Did = [] },
                Did("f", 1) with { Dissolved = "2027-01-01" }];
        GivenChambers(members).Within("45").Under(Plain with { AppliesTo = new AppliesTo(["township"], false, null) })
            .ThenPlaces("a:1 b:- c:- d:- e:- f:1");
    }

    [Fact]
    public void A_question_may_narrow_the_rulesets_peer_groups() =>
        GivenChambers(Did("a", 1), Did("b", 1) with { Kind = "street" }, Did("c", 1) with { Kind = "park" })
            .Within("45", "street")
            .Under(Plain with { AppliesTo = new AppliesTo(["township", "street"], false, null) })
                .ThenPlaces("a:- b:1 c:-");

    [Fact]
    public void With_applicants_only_those_who_applied_are_ranked() =>
        GivenChambers(Did("a", 1), Did("b", 1)).Applied("b")
        .Under(Plain with { AppliesTo = new AppliesTo([], true, null) }).ThenPlaces("a:- b:1");

    [Theory]
    [InlineData("2024-12-31", true)]
    [InlineData("2025-01-01", false)]
    [InlineData(null, false)]
    public void Registered_for_at_least_two_years(string? since, bool ranked)
    {
        var member = Did("a", 1) with { Attributes = since is null ? [] : [("registered-on", since, "2025-06-01")] };
        GivenChambers(member).Under(Plain with { AppliesTo = new AppliesTo([], false, new Duration(24)) })
            .ThenPlaces(ranked ? "a:1" : "a:-");
    }

    [Fact]
    public void Who_is_not_ranked_shows_points_all_the_same() =>
        GivenChambers(Did("a", 7) with { Kind = "industry" }).Within("45", "township").Under(Plain).ThenPlaces("a:-")
            .ThenTotal(7);

    private static readonly Condition Listed = State("dishonesty", "listed");

    [Theory]
    [InlineData("industry", false, OutcomeStatus.NotRanked)]
    [InlineData("township", true, OutcomeStatus.Suspended)]
    [InlineData("industry", true, OutcomeStatus.Suspended)]
    public void Who_is_not_ranked_is_not_called_suspended_unless_a_limit_does_it(
        string kind, bool listed, OutcomeStatus status) =>
        GivenChambers(Did("a", 7), new Member("z", listed ? [Option("dishonesty", "listed", "2026-02-01")] : [])
            with
        { Kind = kind }).Within("45", "township")
            .Under(Plain with { Outcomes = [Outcome("award")], Limits = [Limit("VT", Listed) with { Bars = true }] })
            .ThenOutcome("award", "a").ThenStatus("award", status, "z");
}
