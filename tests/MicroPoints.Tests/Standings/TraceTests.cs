using MicroPoints.Rulesets;
using MicroPoints.Standings;
using static MicroPoints.Tests.Lines;
using static MicroPoints.Tests.Rules;
using static MicroPoints.Tests.Scored;

namespace MicroPoints.Tests.Standings;

/// <summary>The worked cases of the model, explained by hand: facts, values with the day that picked them, cuts, operands.</summary>
public sealed class TraceTests
{
    private static LineTrace LineOf(Indicator indicator, params Line[] lines) =>
        Given(lines).Under(indicator).Trace(Of(indicator)).Lines.Single();

    [Fact]
    public void Eleven_visits_count_eleven_and_the_cap_cuts_the_last()
    {
        Line[] visits = [.. Enumerable.Range(1, 11).Select(i => Visits(1, $"2026-03-{i:00}")), Visits(2, "2025-12-31")];
        var trace = LineOf(Line("M1", PerCount(0.5m), "visit").Capped(5), visits);
        Assert.Equal("- visit ×1 OutsidePeriod; 2026-03 visit ×11 = 11 at 0.5", trace.Facts.Told());
        Assert.Equal(("11 × 0.5 = 5.5", "Cap 5.5→5"), (trace.Terms.Told(), trace.Cuts.Told()));
    }

    [Fact]
    public void The_latest_survey_decides_though_too_few_answered_it()
    {
        var trace = LineOf(Line("M4", Tier(50, (90, 4), (80, 3)), "survey"),
            Survey(1037, 1220, 2000, "2026-03-31"), Survey(828, 900, 2000, "2026-06-30"));
        Assert.Equal("2026-03-31 survey ×1 NotLatest; 2026-06-30 survey ×1 TooFewAnswered", trace.Facts.Told());
        Assert.Equal(new TracedReach(Fraction.Whole(92), Fraction.Whole(45), Fraction.Whole(50), null), trace.Reach);
    }

    [Fact]
    public void The_tier_that_was_reached_is_named()
    {
        var trace = LineOf(Line("M4", Tier(50, (90, 4), (80, 3)), "survey"), Survey(1037, 1220, 2000, "2026-03-31"));
        Assert.Equal(("2026-03-31 survey ×1 = 85", "1 × 3 = 3"), (trace.Facts.Told(), trace.Terms.Told()));
        Assert.Equal(Fraction.Whole(80), trace.Reach!.From);
    }

    private static readonly Line Signed = Project("P1", "signed", "2026-02-01"), Landed = Project("P1", "landed", "2026-08-01");

    private static Indicator BestOfProject(bool across) => Line("V1", OncePerKey(across, ("signed", 2), ("landed", 5)), "project");

    [Fact]
    public void Of_a_project_the_best_option_counts_and_the_other_is_left_out() => Assert.Equal(
        "2026-02-01 project:signed ×1 BelowBest; 2026-08-01 project:landed ×1 = 1 at 5",
        LineOf(BestOfProject(false), Signed, Landed).Facts.Told());

    [Fact]
    public void Of_a_project_signed_in_the_year_before_only_the_increase_counts()
    {
        var trace = LineOf(BestOfProject(true), Project("P1", "signed", "2025-11-01"), Landed);
        Assert.Equal("- project ×1 OutsidePeriod; 2026-08-01 project:landed ×1 = 3 at 1", trace.Facts.Told());
        Assert.Equal(Fraction.Whole(2), trace.Facts.Single(f => f.Counts).Earlier);
    }

    [Fact]
    public void What_is_about_nothing_in_particular_is_left_out_where_only_things_count() => Assert.Equal(
        "2026-05 medal:city ×1 WithoutKey",
        LineOf(Line("V1", OncePerKey(false, ("city", 2)), "medal"), Option("medal", "city", "2026-05-02")).Facts.Told());

    private static readonly Ruleset Raised = Of(Line("M1", new Score.PerCount(Ref("visit")), "visit").Capped(5)) with
    {
        Parameters = [Parameter("visit", ("2026-01-01", 0.5m), ("2026-07-01", 0.6m))],
    };

    [Fact]
    public void Each_value_of_a_parameter_is_told_with_the_day_it_began()
    {
        var trace = Given(Visits(6, "2026-06-30"), Visits(5, "2026-07-01")).Under(Raised).Trace(Raised).Lines.Single();
        Assert.Equal("visit 0.5 from 2026-01-01; visit 0.6 from 2026-07-01", trace.Values.Told());
        Assert.Equal([("2026-06-30", "2026-06-30"), ("2026-07-31", "2026-07-31")],
            trace.Values.Select(v => (Calendar.Text(v.FirstRead), Calendar.Text(v.LastRead))));
        Assert.Equal(("6 × 0.5 = 3; 5 × 0.6 = 3", "Cap 6→5"), (trace.Terms.Told(), trace.Cuts.Told()));
    }

    [Fact]
    public void A_setting_is_told_without_a_day()
    {
        var rules = Raised with
        {
            Parameters = [],
            Settings = [new Setting("visit", SettingType.Number, SettingValue.Of(P(0.4m)), Kinds.Title("visit"))],
        };
        var value = Given(Visits(1, "2026-06-30")).Under(rules).Trace(rules).Lines.Single().Values.Single();
        Assert.Equal((P(0.4m), null, true), (value.Value, value.From, value.IsSetting));
    }

    private static readonly Ruleset Abnormal = Of(Line("M1", PerCount(1), "visit")) with
    {
        Deductions = [While("K4", "abnormal", "listed", -10)],
    };

    [Theory]
    [InlineData("2026-06-15", "2026-05-04 abnormal:listed ×1 = 1 at -10", "Deductions 30→20")]
    [InlineData("2026-12-31", "2026-05-04 abnormal:listed ×1 NotLatest; 2026-11-20 abnormal:ended ×1 Ended", "")]
    public void A_deduction_lasts_as_long_as_the_state(string day, string facts, string cuts)
    {
        var trace = Given(Visits(30, "2026-01-01"), Option("abnormal", "listed", "2026-05-04"),
            Option("abnormal", "ended", "2026-11-20")).AsOf(day).Under(Abnormal).Trace(Abnormal);
        Assert.Equal((facts, cuts), (trace.Deductions.Single().Facts.Told(), trace.Total.Cuts.Told()));
    }

    private static readonly Ruleset Emergency = Of(
        Category("X", 4, Line("X1", PerCount(1), "visit").Capped(3), Line("X2", PerCount(1), "talk").Capped(1)),
        Category("M", 6, Line("M1", PerCount(1), "visit").Capped(6))) with
    {
        Scale = new Scale(N(10), null, null),
    };

    [Fact]
    public void What_does_not_apply_is_cut_from_its_line_and_stretches_the_category_around_the_rest()
    {
        var trace = Given(Talks(1, "2026-05-01"), Visits(1, "2026-05-01")).NotApplicable("X1").Under(Emergency).Trace(Emergency);
        Assert.Equal("NotApplicable 1→0", trace.Line("X1")!.Cuts.Told());
        Assert.Equal(("", "Scale 1→2"), (trace.Line("X2")!.Cuts.Told(), trace.Line("X2")!.Around.Told()));
        Assert.Equal(Fraction.Whole(2), trace.Categories[0].Cuts.Single().Factor);
    }

    [Fact]
    public void Where_a_whole_category_does_not_apply_the_base_is_rescaled()
    {
        var trace = Given(Visits(3, "2026-05-01")).NotApplicable("X1", "X2").Under(Emergency).Trace(Emergency);
        Assert.Equal(("NotApplicable 0→0", "Rescale 3→5"), (trace.Categories[0].Cuts.Told(), trace.Total.BaseCuts.Told()));
    }

    [Theory]
    [InlineData("2026-06-01", "dishonesty [listed] OneOf [listed] True", Verdict.Met)]
    [InlineData("2026-12-31", "dishonesty [] OneOf [listed] False", Verdict.NotMet)]
    public void A_limit_is_told_by_what_the_state_is_and_what_is_asked_for(string day, string operands, Verdict verdict)
    {
        var rules = Of(Line("M1", PerCount(0.5m), "visit")) with
        {
            Limits = [Limit("VT1", State("dishonesty", "listed")) with { Ceiling = "D", SuspendsAll = true }],
            Grades = Grades,
            Outcomes = [Outcome("award")],
        };
        var trace = Given(Option("dishonesty", "listed", "2026-03-10").Until("2026-09-01"), Visits(20, "2026-04-01")).AsOf(day)
            .Under(rules).Trace(rules);
        Assert.Equal((operands, verdict), (trace.Limits.Single().Condition.Operands.Told(), trace.Limits.Single().Condition.Verdict));
        var isLimited = verdict == Verdict.Met;
        Assert.Equal(("A", isLimited ? "D" : "A"), (trace.Grade!.ByPoints, trace.Grade.AfterLimits));
        Assert.Equal(isLimited ? ["VT1"] : [], trace.Outcomes.Single().SuspendedBy);
        Assert.Equal([(P(8), true), (P(6), true), (P(4), true), (P(0), true)], trace.Grade.From.Select(g => (g.From, g.IsReached)));
    }

    [Fact]
    public void A_state_of_an_earlier_year_counts_and_the_one_it_superseded_does_not()
    {
        var trace = LineOf(Line("P1", Options(("founded", 4), ("liaison", 3)), "party"),
            Option("party", "founded", "2024-05-20"), Option("party", "liaison", "2026-02-01"));
        Assert.Equal("2024-05-20 party:founded ×1 NotLatest; 2026-02-01 party:liaison ×1 = 1 at 3", trace.Facts.Told());
    }

    [Fact]
    public void Peers_are_told_with_their_range_and_the_place_with_those_around_it()
    {
        var rules = Of(Line("I", new Score.AgainstPeers(N(5), N(1), N(2)), "visit")) with
        {
            Grades = [Grade("A", 1, Count(2)), Grade("B", 0)],
            Outcomes = [Outcome("award", null, Count(1))],
        };
        var cards = GivenChambers(new Member("a", Visits(10, "2026-03-01")), new Member("b", Visits(4, "2026-03-01")),
            new Member("c", Visits(2, "2026-03-01"))).Under(rules);
        var trace = cards.Trace(rules, "b");
        Assert.Equal(new TracedComparison(Fraction.Whole(4), true, 3, Fraction.Whole(2), Fraction.Whole(10)), trace.Lines[0].Comparison);
        Assert.Equal(("2 × 1 = 2", P(2)), (trace.Lines[0].Terms.Told(), trace.Lines[0].Line.Points));
        Assert.Equal([("a", 1, P(5)), ("b", 2, P(2)), ("c", 3, P(1))],
            trace.Ranking!.Peers.Select(p => (p.Chamber.Value, p.Place, p.Total)));
        Assert.Equal(new TracedQuota("award", Within.Scope, 3, 3, 1, 1, 2), trace.Outcomes.Single().Quota);
        Assert.Equal(("A", true), (trace.Grade!.Quotas.Single().Of, trace.Grade.Quotas.Single().LetsThrough));
        var dropped = cards.Trace(rules, "c").Grade!;
        Assert.Equal(("A", "B", false), (dropped.AfterLimits, dropped.Grade, dropped.Quotas[0].LetsThrough));
    }

    [Fact]
    public void A_group_and_the_bonus_around_a_line_tell_what_they_cut()
    {
        var rules = Of(Category("C", null, Group("G", 3, Line("I1", PerCount(1), "visit").Capped(4), Line("I2", PerCount(1), "talk"))),
            Bonus("B", Line("J", PerCount(2), "pledge"))) with
        {
            Scale = new Scale(N(10), N(1), N(3.5m)),
        };
        var trace = Given(Visits(9, "2026-03-01"), Talks(1, "2026-03-01"), Flag("pledge", true, "2026-03-01")).Under(rules).Trace(rules);
        Assert.Equal(("Cap 9→4", "Cap 5→3"), (trace.Line("I1")!.Cuts.Told(), trace.Line("I1")!.Around.Told()));
        Assert.Equal("I1: 1 × 4 = 4; I2: 1 × 1 = 1", trace.Line("G")!.Terms.Told());
        Assert.Equal(("BonusCap 2→1", "FinalCap 4→3.5"), (trace.Line("J")!.Around.Told(), trace.Total.Cuts.Told()));
    }

    [Fact]
    public void A_condition_that_cannot_be_decided_stays_an_error_and_names_the_value_that_is_missing()
    {
        var rules = Empty with
        {
            Parameters = [Parameter("never", ("2090-01-01", 1))],
            Limits = [Limit("L", new Condition.Any([new Condition.Compare(Subject.Total, null, new Bounds(Ref("never"), null, null)),
                new Condition.Compare(Subject.Total, null, new Bounds(N(1), null, null))]))],
        };
        var condition = Given().Under(rules).Trace(rules).Limits.Single().Condition;
        Assert.Equal((Verdict.Error, Verdict.Error, Verdict.NotMet),
            (condition.Verdict, condition.Inside[0].Verdict, condition.Inside[1].Verdict));
        Assert.Equal("never - from -", condition.Inside[0].Values.Told());
        Assert.Equal("total [0] AtLeast [1] False", condition.Inside[1].Operands.Told());
    }
}
