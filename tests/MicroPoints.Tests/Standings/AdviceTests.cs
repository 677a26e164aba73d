using MicroPoints.Activities;
using MicroPoints.Rulesets;
using MicroPoints.Standings;
using static MicroPoints.Tests.Lines;
using static MicroPoints.Tests.Rules;
using static MicroPoints.Tests.Scored;

namespace MicroPoints.Tests.Standings;

/// <summary>What a chamber is told to do, and what it is never told.</summary>
public sealed class AdviceTests
{
    private static readonly Dictionary<string, SettingValue> NoSettings = [];

    private static readonly Ruleset Rules = Of(
        Category("C", 6, Line("I1", PerCount(0.5m), "visit").Capped(3), Line("I2", PerCount(1), "talk").Capped(4)),
        Category("D", 4, Line("I3", OncePerKey(false, ("signed", 2), ("landed", 5)), "project").Capped(4))) with
    {
        Grades = [Grade("A", 8), Grade("B", 3), Grade("C", 0)],
    };

    [Fact]
    public void The_fewest_activities_come_first_and_then_the_fewest_kinds()
    {
        // Two talks and the visits there are make 2.5; one project alone would do, and is one activity.
        Assert.Equal("project landed 1", Next(Rules, Visits(1, "2026-03-01")));
        // 4 of D, and 4 more of C: talks alone, one kind, for visits are half as much.
        Assert.Equal("talk 4", Next(Rules, Project("P", "landed", "2026-03-01")));
        // Two kinds are needed where one is full: 4 + 3 talks' worth are there, one point is missing.
        Assert.Equal("talk 1", Next(Rules, Project("P", "landed", "2026-03-01"), Talks(3, "2026-03-01")));
    }

    [Fact]
    public void A_project_that_was_signed_may_be_brought_on()
    {
        var steps = Advisor(Rules, Project("P", "signed", "2026-03-01")).Steps.Where(s => s.Kind.Value == "project");
        Assert.Equal([("signed", null), ("landed", null), ("landed", "P")], steps.Select(s => (s.Option, s.Key)));
    }

    [Theory]
    [InlineData("by rule", NotAdvisedBecause.ByRule)]
    [InlineData("peers", NotAdvisedBecause.AgainstPeers)]
    [InlineData("awarded", NotAdvisedBecause.Awarded)]
    [InlineData("answered", NotAdvisedBecause.OthersAnswer)]
    [InlineData("loses only", NotAdvisedBecause.OnlyLoses)]
    [InlineData("amounts", NotAdvisedBecause.CountsAmounts)]
    [InlineData("sum of amounts", NotAdvisedBecause.CountsAmounts)]
    [InlineData("things", NotAdvisedBecause.UnknownThings)]
    [InlineData("left over", NotAdvisedBecause.FromOverflow)]
    public void What_the_chamber_cannot_do_itself_is_never_advised_and_it_is_told_why(string line, NotAdvisedBecause why)
    {
        var indicator = line switch
        {
            "by rule" => Line("I", PerCount(5), "visit") with { Advice = false },
            "peers" => Line("I", new Score.AgainstPeers(N(5), N(1), N(2)), "visit"),
            "awarded" => Line("I", new Score.Discretionary(N(1), N(9)), "awarded"),
            "answered" => Line("I", Tier(null, (80, 9)), "survey"),
            "loses only" => Line("I", new Score.FromFull(N(9), N(1)), "visit"),
            "amounts" => Line("I", new Score.PerQuantity(N(5), N(1), Rounding.Down), "money"),
            "sum of amounts" => Line("I", PerCount(1), "money"),
            "things" => Line("I", PerCount(1), "honour"),
            _ => Line("I", null),
        };
        var rules = Of(indicator) with { Grades = [Grade("A", 10), Grade("B", 0)] };
        var advice = Advice(rules, Case("K", "2026-03-01"));
        Assert.Empty(advice.Activities);
        Assert.Equal(Advisor(rules).Steps, []);
        // What only loses is full as long as nothing was lost.
        Line[] lost = line == "loses only" ? [Visits(1, "2026-03-01")] : [];
        Assert.Equal([("I", why)], Advisor(rules, lost).NotAdvised.Select(n => (n.Line.Indicator.Id, n.Why)));
        Assert.NotNull(why.Phrase().En);
    }

    [Fact]
    public void A_line_without_room_needs_no_reason_and_neither_does_one_that_may_be_advised()
    {
        var rules = Of(Category("C", 3, Line("I1", PerCount(1), "talk").Capped(3), Line("I2", Tier(null, (80, 2)), "survey")),
            Category("D", null, Line("J1", Tier(null, (80, 2)), "survey"),
                Line("J2", new Score.Discretionary(N(1), N(9)), "awarded").Capped(4)));
        var full = Advisor(rules, Talks(3, "2026-03-01"), Survey(9, 10, 10, "2026-03-01"), Award(3, "2026-03-01"));
        Assert.Equal([("J2", P(1))], full.NotAdvised.Select(n => (n.Line.Indicator.Id, n.Room!.Value)));
        Assert.Equal(["I2", "J1", "J2"], Advisor(rules).NotAdvised.Select(n => n.Line.Indicator.Id));
    }

    [Fact]
    public void Of_a_line_whose_group_is_kept_out_of_advice_the_rule_is_the_reason()
    {
        var rules = Of(Group("G", null, Line("I", PerCount(1), "talk")) with { Advice = false }, Line("K", PerCount(1), "visit")) with
        {
            Deductions = [Deduct("D", -1, "visit")],
        };
        Assert.Equal([("I", NotAdvisedBecause.ByRule), ("K", NotAdvisedBecause.AlsoDeducts)],
            Advisor(rules).NotAdvised.Select(n => (n.Line.Indicator.Id, n.Why)));
    }

    [Fact]
    public void Nothing_that_a_deduction_counts_is_advised_whatever_it_brings()
    {
        var rules = Of(Line("I", PerCount(5), "visit"), Line("J", PerCount(5), "talk")) with
        {
            Deductions = [Deduct("K", -1, "visit")],
            Grades = [Grade("A", 5), Grade("B", 0)],
        };
        Assert.Equal("talk 1", Next(rules));
    }

    [Fact]
    public void A_limit_that_only_others_lift_is_named_and_one_that_the_chamber_lifts_is_advised()
    {
        var rules = Rules with
        {
            Limits = [Limit("L1", State("dishonesty", "listed")) with { Ceiling = "B" }],
        };
        var advice = Advice(rules, Option("dishonesty", "listed", "2026-02-01"), Visits(6, "2026-03-01"));
        Assert.Empty(advice.Activities);
        Assert.Equal("L1", rules.Limits.Single(l => l.When == advice.Hindrances.Single().Condition).Id);

        var own = Of(Line("I", Options(("founded", 4), ("due", 0)), "party")) with
        {
            Limits = [Limit("L", State("party", "due")) with { Ceiling = "B" }],
            Grades = [Grade("A", 4), Grade("B", 0)],
        };
        Assert.Equal("party founded 1", Next(own, Option("party", "due", "2026-02-01")));
    }

    [Fact]
    public void Outcomes_for_reference_and_follow_ups_are_no_goals()
    {
        Condition when = new Condition.GradeAtLeast("A");
        var rules = Rules with
        {
            Outcomes =
            [
                Outcome("award", when), Outcome("politics", when) with { Kind = OutcomeKind.Reference },
                Outcome("help", when) with { Kind = OutcomeKind.FollowUp },
            ],
        };
        Assert.Equal(["award"], Advisor(rules).ToOutcomes().Select(a => ((AdviceGoal.ToOutcome)a.Goal).Outcome.Id));
    }

    [Fact]
    public void Where_it_cannot_be_reached_it_says_how_far_the_chamber_comes()
    {
        var rules = Of(Category("C", 6, Line("I", PerCount(1), "talk"))) with { Grades = [Grade("A", 7), Grade("B", 0)] };
        var advice = Advice(rules, Talks(2, "2026-03-01"));
        Assert.Empty(advice.Activities);
        Assert.Equal((P(2), P(6), true), (advice.Before, advice.After, advice.IsExact));
    }

    [Fact]
    public void Nothing_is_advised_beyond_the_highest_grade_and_nothing_to_the_barred()
    {
        Assert.Null(Advisor(Rules, Project("P", "landed", "2026-03-01"), Talks(4, "2026-03-01")).ToNextGrade());
        var barring = Rules with { Limits = [Limit("L", State("dishonesty", "listed")) with { Bars = true }] };
        Assert.Null(Advisor(barring, Option("dishonesty", "listed", "2026-02-01")).ToNextGrade());
    }

    [Fact]
    public void A_scorecard_is_supposed_with_more_facts_and_stays_what_it_was()
    {
        var card = Given(Visits(2, "2026-03-01")).Under(Rules)[null];
        var compiled = new CompiledRuleset(Rules, NoSettings, Kinds.All, card.Chamber.Reading.Period, card.Chamber.Reading.Day);
        var table = compiled.Evaluate([card.Chamber]);
        var today = On.Day(card.Chamber.Reading.Day);
        Fact[] more = [new Fact(new KindId("talk"), Nature.Event, today, null, new Measured.Count(3), null, null)];
        var then = compiled.Suppose(table, card, more);
        Assert.Equal((P(1), P(4), "B"), (card.Total, then.Total, then.Grade));
        Assert.Equal(then.Total, Given(Visits(2, "2026-03-01"), Talks(3, "2026-12-31")).Under(Rules)[null].Total);
        Assert.Equal(card.Total, compiled.Explain(table, card.Chamber).Total);
    }

    private static Advisor Advisor(Ruleset rules, params Line[] lines)
    {
        var card = Given(lines).Under(rules)[null];
        return MicroPoints.Standings.Advisor.Of(rules, new MicroPoints.Rulesets.Values(rules, NoSettings), card, [card.Chamber]);
    }

    private static Advice Advice(Ruleset rules, params Line[] lines) => Advisor(rules, lines).ToNextGrade()!;

    private static string Next(Ruleset rules, params Line[] lines) => string.Join("; ", Advice(rules, lines).Activities
        .Select(a => string.Join(' ', new[] { a.Step.Kind.Value, a.Step.Option, $"{a.Times}", a.Step.Key }.Where(w => w is not null)))
        .OrderByDescending(w => w));
}
