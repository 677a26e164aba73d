using MicroPoints.Activities;

namespace MicroPoints.Rulesets.Yaml.Tests;

/// <summary>What stands in the model when a file says it, and when it does not.</summary>
public sealed class RulesetReadingTests
{
    [Fact]
    public void The_head()
    {
        var ruleset = Given.Sound(Given.With(
            ("period", "period: 2-years\nsample: true\napplies-to: { peer-groups: [ township ], applicants-only: true, registered-for-at-least: 2 years }"),
            ("scale", "scale: { total: 10, bonus-at-most: 2, final-at-most: 12 }")));
        Assert.Equal(("small@1", PeriodLength.TwoYears, true), (ruleset.Name, ruleset.Period, ruleset.Sample));
        Assert.Equal(("township", true, new Duration(24)), (ruleset.AppliesTo.PeerGroups.Single(),
            ruleset.AppliesTo.ApplicantsOnly, ruleset.AppliesTo.RegisteredForAtLeast));
        Assert.Equal(new Scale(new Number(1000), new Number(200), new Number(1200)), ruleset.Scale);
        Assert.Equal(new Source("own", new Title("办法"), "县工商联", new DateOnly(2026, 1, 1)),
            Assert.Single(ruleset.Sources));
    }

    [Fact]
    public void Without_a_scale_there_are_classes_only()
    {
        var ruleset = Given.Sound(Given.With(("scale", ""), ("categories", ""), ("grades", ""),
            ("classes", "classes: [ { id: one, title: { zh: 一 }, when: { state: chartered, is: true } }, { id: rest, title: { zh: 其余 } } ]")));
        Assert.Equal((null, 2, null), (ruleset.Scale, ruleset.Classes.Count, ruleset.Classes[1].When));
    }

    [Fact]
    public void An_indicator_may_be_advised_and_is_always_applicable_unless_said()
    {
        var plain = Given.Sound(Given.With()).Leaves.Single();
        Assert.Equal((true, false, null), (plain.Advice, plain.MayBeNotApplicable, plain.EnabledBy));
        var said = Given.Sound(Given.WithScore("[ visited ]", "{ per-count: 1 }",
            "advice: false\n        may-be-not-applicable: true")).Leaves.Single();
        Assert.Equal((false, true), (said.Advice, said.MayBeNotApplicable));
    }

    [Fact]
    public void Groups_and_overflow_targets_need_no_counts()
    {
        var ruleset = Given.Sound(Given.With(("categories", """
            categories:
              - id: service
                title: { zh: 服务 }
                cap: 10
                indicators:
                  - id: G
                    title: { zh: 组 }
                    cap: 8
                    indicators: [ { id: M1, title: { zh: 走访 }, counts: [ project ], score: { once-per-key: { agreed: 2 } }, cap: 5, overflow: { to: J, each: 2 } } ]
                  - { id: J, title: { zh: 超出 } }
            """)));
        Assert.Equal(["M1", "J"], ruleset.Leaves.Select(i => i.Id));
        Assert.Equal(new Overflow("J", new Number(200)), ruleset.Leaves.First().Overflow);
        Assert.True(ruleset.Categories[0].Indicators[0].IsGroup);
    }

    [Fact]
    public void A_category_needs_no_cap_and_may_be_bonus() =>
        Assert.Equal((null, true, new Number(300)), Given.Sound(
            Given.With().Replace("    cap: 10\n    ind", "    bonus: true\n    redistribute-at-most: 3\n    ind",
            StringComparison.Ordinal))
            .Categories.Select(c => (c.Cap, c.Bonus, c.RedistributeAtMost)).Single());

    [Theory]
    [InlineData("key", true, 0)]
    [InlineData("[ visited, served ]", false, 2)]
    public void A_deduction_zeroes_by_key_or_by_kinds(string written, bool byKey, int kinds)
    {
        var deduction = Given.Sound(Given.With(("deductions",
            $"deductions: [ {{ id: K, title: {{ zh: 扣 }}, counts: served, each: -5, cap: -10, zeroes-indicators-counting: {written} }} ]"))).Deductions.Single();
        Assert.Equal((byKey, kinds, new Number(-500), new Number(-1000)),
            (deduction.ZeroesByKey, deduction.ZeroesKinds.Count, deduction.Each, deduction.Cap));
    }

    [Fact]
    public void A_deduction_may_zero_and_take_nothing() => Assert.Equal(new Number(0),
        Given.Sound(Given.With(("deductions",
        "deductions: [ { id: K, title: { zh: 扣 }, counts: served, zeroes-indicators-counting: key } ]"))).Deductions.Single().Each);

    [Theory]
    [InlineData("'2026-01-05'", "2026-01-05")]
    [InlineData("'2025-11'", "2025-11-30")]
    [InlineData("'2024'", "2024-12-31")]
    public void A_source_may_be_dated_by_month_or_year(string written, string day) =>
        Assert.Equal(day, Calendar.Text(Given.Sound(Given.With(
        ("sources", $"sources: {{ own: {{ title: {{ zh: 办法 }}, publisher: 县, date: {written} }} }}"))).Sources.Single().Date));

    [Fact]
    public void A_ruleset_may_be_adoptable_without_end() =>
        Assert.Equal(Limits.LastDay, Given.Sound(
            Given.With(("adoptable", "adoptable: { from: '2026-01-01' }"))).Adoptable.Until);

    [Fact]
    public void An_attribute_may_go_without_title_and_its_options_may_have_some()
    {
        var attribute = Given.Sound(Given.With(
            ("attributes", "attributes: { sort: { type: option, options: [ town, { id: street, title: { zh: 街道 } } ] } }"))).Attributes.Single();
        Assert.Equal(("sort", "town,street"), (attribute.Title.Zh, string.Join(',', attribute.Options)));
    }

    [Fact]
    public void A_deduction_may_last_while_a_state_does() => Assert.Equal(
        new WhileState(new KindId("listed"), Ids.Of("abnormal"), new Number(-1000)),
        Given.Sound(Given.With(("deductions",
            "deductions: [ { id: K, title: { zh: 扣 }, while: { state: listed, is: abnormal, points: -10 } } ]"))).Deductions.Single().While);

    [Theory]
    [InlineData("grade: B", "B", null, false)]
    [InlineData("grade-at-most: B", "B", null, false)]
    [InlineData("grades-down: 1", null, 100L, false)]
    [InlineData("bars: true", null, null, true)]
    [InlineData("bars: false", null, null, false)]
    [InlineData("bars: 不参评", null, null, true)]
    [InlineData("bars: { zh: 不参评 }", null, null, true)]
    public void A_limit_lowers_or_bars(string effect, string? ceiling, long? down, bool bars)
    {
        var limit = Limit(effect);
        Assert.Equal((ceiling, down, bars), (limit.Ceiling, limit.GradesDown?.Hundredths, limit.Bars));
    }

    [Theory]
    [InlineData("outcomes", true, "")]
    [InlineData("first", false, "first")]
    [InlineData("[ first ]", false, "first")]
    [InlineData("$which", false, "$which")]
    public void A_limit_suspends_all_or_some_outcomes(string written, bool all, string some)
    {
        var limit = Limit($"suspends: {written}");
        Assert.Equal((all, some), (limit.SuspendsAll,
            limit.Suspends.Reference is { } id ? "$" + id : string.Join(',', limit.Suspends.Literal)));
    }

    [Fact]
    public void A_grade_quota_is_of_the_ranked_in_scope_half_up() => Assert.Equal(
        new Quota(new Number(2000), null, QuotaOf.Ranked, Within.Scope, Rounding.HalfUp, null),
        Given.Sound(Given.With(("grades",
            "grades: [ { id: A, title: { zh: 优 }, from: 6, quota: { percent: 20 } }, { id: B, title: { zh: 良 }, from: 0 } ]"))).Grades[0].Quota);

    [Fact]
    public void An_outcome_says_little_and_means_the_defaults()
    {
        var outcome = Outcome("kind: support, quota: { count: 3 }");
        Assert.Equal(new Quota(null, new Number(300), QuotaOf.Eligible, Within.Scope, Rounding.HalfUp, null),
            outcome.Quota);
        Assert.Equal((Ties.Meeting, false, null, null, null),
            (outcome.Ties, outcome.Automatic, outcome.Valid, outcome.Records, outcome.When));
    }

    [Fact]
    public void An_outcome_says_everything()
    {
        var outcome = Outcome(
            "kind: follow-up, quota: { percent: 10, of: ranked, within: county, rounding: down, at-least: 1 }, ties: expand-quota, "
            + "valid: { from: next-year, years: 2 }, offered: automatic, records: { kind: listed, option: abnormal }");
        Assert.Equal(new Quota(new Number(1000), null, QuotaOf.Ranked, Within.County, Rounding.Down, new Number(100)),
            outcome.Quota);
        Assert.Equal((OutcomeKind.FollowUp, Ties.ExpandQuota, true), (outcome.Kind, outcome.Ties, outcome.Automatic));
        Assert.Equal((new Validity(true, new Number(200)), new HonourRecord(new KindId("listed"), "abnormal")),
            (outcome.Valid, outcome.Records));
    }

    [Theory]
    [InlineData("total", RankingBy.Total, null, false, false)]
    [InlineData("{ category: service }", RankingBy.Category, "service", false, false)]
    [InlineData("{ indicator: M1 }", RankingBy.Indicator, "M1", false, false)]
    [InlineData("{ attribute: size }", RankingBy.Attribute, "size", false, false)]
    [InlineData("{ attribute: size, order: ascending, missing: first }", RankingBy.Attribute, "size", true, true)]
    [InlineData("{ attribute: size, order: asc, missing: last }", RankingBy.Attribute, "size", true, false)]
    [InlineData("{ attribute: size, order: desc }", RankingBy.Attribute, "size", false, false)]
    public void A_step_of_the_ranking(string written, RankingBy by, string? id, bool ascending, bool first) =>
        Assert.Equal(
        new RankingKey(by, id, ascending, first),
        Given.Sound(Given.With(("attributes", "attributes: { size: { type: number, title: { zh: 人数 } } }"),
            ("ranking", $"ranking: [ {written} ]"))).Ranking.Single());

    [Fact]
    public void Settings_and_parameters_keep_their_values()
    {
        var ruleset = Given.Sound(Given.With(
            ("settings", "settings: { s: { type: switch, default: true, title: { zh: 关 } }, n: { type: number, default: 2.5, title: { zh: 数 } }, l: { type: list, default: [ A, B ], title: { zh: 列 } } }"),
            ("parameters", "parameters: { p: { unit: points, values: [ { from: '2026-01-01', value: 0.5 }, { from: '2026-07-01', value: 0.6, still-valid-on: '2026-08-01' } ] } }")));
        Assert.Equal((true, 250L, "A,B"), (ruleset.Settings[0].Default.Switch, ruleset.Settings[1].Default.Hundredths,
            string.Join(',', ruleset.Settings[2].Default.List)));
        Assert.Equal(new DatedValue(new DateOnly(2026, 7, 1), new Points(60), ruleset.Cite, new DateOnly(2026, 8, 1)),
            ruleset.Parameters.Single().Values[1]);
    }

    private static Limit Limit(string effect) => Given.Sound(Given.With(
        ("settings", effect.Contains('$') ? "settings: { which: { type: list, default: [ first ], title: { zh: 列 } } }"
            : ""),
        ("limits", $"limits: [ {{ id: L, title: {{ zh: 限 }}, when: {{ state: listed, is: abnormal }}, {effect} }} ]"),
        ("outcomes", "outcomes: [ { id: first, kind: award, title: { zh: 先 } } ]"))).Limits.Single();

    private static Outcome Outcome(string rest) =>
        Given.Sound(Given.With(("outcomes",
            $"outcomes: [ {{ id: o, title: {{ zh: 先 }}, {rest} }} ]"))).Outcomes.Single();
}
