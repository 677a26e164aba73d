using MicroPoints.Rulesets;
using static MicroPoints.Tests.Lines;
using static MicroPoints.Tests.Rules;
using static MicroPoints.Tests.Scored;

namespace MicroPoints.Tests.Standings;

/// <summary>The worked case of <c>against-peers</c>: ranked, applicable chambers of scope and peer group.</summary>
public sealed class WorkedCasesOfPeers
{
    private static readonly Indicator Efficacy = Line("E", new Score.AgainstPeers(N(100), N(60), N(70)), "visit");

    private static Member Visiting(string id, int visits) => new(id, Visits(visits, "2026-05-01"));

    private static readonly Member[] Three = [Visiting("a", 10), Visiting("b", 20), Visiting("c", 30)];

    [Theory]
    [InlineData("a", 60)]
    [InlineData("b", 80)]
    [InlineData("c", 100)]
    public void The_efficacy_coefficient_lies_between_base_and_points(string chamber, decimal points) =>
        GivenChambers(Three).Under(Efficacy).ThenPoints("E", points, chamber);

    [Fact]
    public void The_coefficient_is_rounded_half_up_once() =>
        GivenChambers(Visiting("a", 1), Visiting("b", 2), Visiting("c", 4)).Under(Efficacy)
            .ThenPoints("E", 73.33m, "b");

    [Fact]
    public void Fewer_than_three_peers_take_the_fallback() => GivenChambers(Three[..2]).Under(Efficacy)
        .ThenPoints("E", 70, "a").ThenPoints("E", 70, "b").ThenBecause("E", Because.Fallback);

    [Fact]
    public void All_equal_peers_take_the_fallback() =>
        GivenChambers(Visiting("a", 5), Visiting("b", 5), Visiting("c", 5)).Under(Efficacy).ThenPoints("E", 70, "c");

    [Fact]
    public void A_chamber_without_facts_gets_nothing_and_is_no_peer() => GivenChambers([new Member("z"), .. Three[..2]])
        .Under(Efficacy).ThenPoints("E", 0, "z").ThenPoints("E", 70, "a");

    [Fact]
    public void An_unranked_chamber_gets_the_fallback_and_moves_nobody() =>
        GivenChambers([.. Three, Visiting("z", 90) with { Kind = "industry" }]).Within("45", "township").Under(Efficacy)
            .ThenPoints("E", 70, "z").ThenPoints("E", 100, "c");

    [Fact]
    public void An_unranked_chamber_without_facts_still_gets_nothing() =>
        GivenChambers([.. Three, new Member("z") { Kind = "industry" }]).Within("45", "township").Under(Efficacy)
            .ThenPoints("E", 0, "z");

    [Fact]
    public void A_chamber_outside_the_scope_is_no_peer() =>
        GivenChambers([.. Three, Visiting("z", 90) with { Seat = "460100001" }]).Within("45").Under(Efficacy)
            .ThenPoints("E", 70, "z").ThenPoints("E", 100, "c");

    [Fact]
    public void A_chamber_to_which_the_indicator_does_not_apply_is_no_peer() =>
        GivenChambers([.. Three, Visiting("z", 90) with { NotApplicable = ["E"] }]).Under(Efficacy)
            .ThenPoints("E", 0, "z").ThenPoints("E", 100, "c");

    [Fact]
    public void A_barred_chamber_is_a_peer() => GivenChambers(
            [.. Three, new Member("z", Visits(50, "2026-05-01"), Option("dishonesty", "listed", "2026-02-01"))])
        .Under(Of(Efficacy) with { Limits = [Limit("VT", State("dishonesty", "listed")) with { Bars = true }] })
        .ThenPoints("E", 100, "z").ThenPoints("E", 80, "c");

    [Fact]
    public void Peers_are_compared_by_the_latest_percent_of_a_rate()
    {
        Member With(string id, int satisfied) =>
            new(id, Survey(1, 100, 100, "2026-01-31"), Survey(satisfied, 100, 100, "2026-05-01"));
        GivenChambers(With("a", 50), With("b", 75), With("c", 100))
            .Under(Efficacy with { Counts = [Counted("survey")] })
            .ThenPoints("E", 80, "b");
    }

    [Fact]
    public void Peers_are_read_as_of_the_day_of_the_question() =>
        GivenChambers([.. Three, Visiting("z", 90) with { Did = [Visits(90, "2026-09-01")] }]).AsOf("2026-06-30")
            .Under(Efficacy).ThenPoints("E", 0, "z").ThenPoints("E", 100, "c");

    private static readonly Ruleset InGroups = Of(Group("G", null, Group("H", null, Efficacy)));

    [Theory]
    [InlineData("G")]
    [InlineData("H")]
    public void A_chamber_to_which_a_group_does_not_apply_is_no_peer_inside_it(string group) =>
        GivenChambers([.. Three, Visiting("z", 90) with { NotApplicable = [group] }]).Under(InGroups)
            .ThenPoints("E", 0, "z").ThenPoints("E", 100, "c");
}
