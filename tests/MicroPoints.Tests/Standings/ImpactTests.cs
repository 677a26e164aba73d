using MicroPoints.Rulesets;
using MicroPoints.Standings;
using static MicroPoints.Tests.Lines;
using static MicroPoints.Tests.Rules;
using static MicroPoints.Tests.Scored;

namespace MicroPoints.Tests.Standings;

/// <summary>What another ruleset would have done: who moves, by how much, and how all of them lie.</summary>
public sealed class ImpactTests
{
    private static readonly Scored Three = GivenChambers(
        new Member("a", Visits(8, "2026-01-01")), new Member("b", Visits(5, "2026-01-01"), Talks(6, "2026-01-01")),
        new Member("c", Visits(2, "2026-01-01")));

    private static Ruleset ByVisits => Of(Category("V", null, Line("I", PerCount(1), "visit"))) with
    {
        Grades = Grades,
        Outcomes = [Outcome("award", null, Count(1))],
    };

    private static Ruleset ByTalksToo => Of(
        Category("V", null, Line("I", PerCount(1), "visit")), Category("T", null, Line("J", PerCount(1), "talk"))) with
    {
        Grades = Grades,
        Outcomes = [Outcome("award", null, Count(1))],
    };

    private static RulesetImpact Impact(Ruleset before, Ruleset after) =>
        RulesetImpact.Of(before, [.. Three.Under(before).All], after, [.. Three.Under(after).All]);

    [Fact]
    public void The_same_ruleset_moves_nobody()
    {
        var impact = Impact(ByVisits, ByVisits);
        Assert.Empty(impact.Moving);
        Assert.Equal((3, 0, 0, 0), (impact.Chambers.Count, impact.Rising, impact.Falling, impact.ChangingGrade));
    }

    [Fact]
    public void Who_is_passed_falls_and_who_passes_rises()
    {
        var impact = Impact(ByVisits, ByTalksToo);
        Assert.Equal([("a", Movement.Down), ("b", Movement.Up)], impact.Moving.Select(c => (c.Chamber.Value, c.ByPlace)));
        Assert.Equal((1, 1), (impact.Rising, impact.Falling));
        Assert.Equal(P(6), impact.Chambers[1].Difference);
    }

    [Fact]
    public void A_grade_that_changes_is_counted()
    {
        var changed = Assert.Single(Impact(ByVisits, ByTalksToo).Chambers, c => c.ChangesGrade);
        Assert.Equal(("b", "C", "A"), (changed.Chamber.Value, changed.Before.GradeId, changed.After.GradeId));
    }

    [Fact]
    public void An_outcome_goes_from_one_chamber_to_another()
    {
        var impact = Impact(ByVisits, ByTalksToo);
        Assert.Equal(["award"], impact.Chambers[0].Lost);
        Assert.Equal(["award"], impact.Chambers[1].Won);
        Assert.Equal((1, 1), (impact.WinningOutcome, impact.LosingOutcome));
    }

    [Fact]
    public void A_category_that_only_one_ruleset_has_is_told()
    {
        var (visits, talks) = (Impact(ByVisits, ByTalksToo).Categories[0], Impact(ByVisits, ByTalksToo).Categories[1]);
        Assert.Equal((P(5), P(5)), (visits.Before, visits.After));
        Assert.Equal(((Points?)null, P(2)), (talks.Before, talks.After));
        Assert.Equal(P(-2), Impact(ByTalksToo, ByVisits).Categories[1].Difference);
    }

    [Fact]
    public void The_spread_is_told_under_both()
    {
        var (before, after) = (Impact(ByVisits, ByTalksToo).SpreadBefore, Impact(ByVisits, ByTalksToo).SpreadAfter);
        Assert.Equal((P(5), P(5), P(2), P(8)), (before.Mean, before.Median, before.Least, before.Most));
        Assert.Equal((P(7), P(8), P(2), P(11)), (after.Mean, after.Median, after.Least, after.Most));
        Assert.Equal([1, 0, 1, 1], before.Grades.Select(g => g.Chambers));
        Assert.Equal([2, 0, 0, 1], after.Grades.Select(g => g.Chambers));
    }

    [Fact]
    public void Of_two_in_the_middle_the_median_is_their_mean_rounded_half_up()
    {
        var rules = Of(Line("I", PerCount(0.01m), "visit"));
        var spread = PointsSpread.Of(rules, [.. GivenChambers(
            new Member("a", Visits(1, "2026-01-01")), new Member("b", Visits(2, "2026-01-01"))).Under(rules).All]);
        Assert.Equal((P(0.02m), P(0.02m)), (spread.Mean, spread.Median));
    }

    [Fact]
    public void A_barred_chamber_changes_grade_and_has_no_part_in_the_spread()
    {
        var barring = ByVisits with
        {
            Limits = [Limit("L", new Condition.Compare(Subject.Total, null, new Bounds(null, null, N(3)))) with { Bars = true }],
        };
        var impact = Impact(ByVisits, barring);
        Assert.Equal(("c", true), (Assert.Single(impact.Moving).Chamber.Value, impact.Chambers[2].After.IsBarred));
        Assert.Equal((2, P(6.5m)), (impact.SpreadAfter.Ranked, impact.SpreadAfter.Mean));
    }

    [Fact]
    public void Nobody_ranked_has_a_spread_of_nothing() =>
        Assert.Equal(0, PointsSpread.Of(ByVisits, []).Ranked);
}
