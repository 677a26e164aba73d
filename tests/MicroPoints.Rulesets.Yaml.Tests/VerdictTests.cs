namespace MicroPoints.Rulesets.Yaml.Tests;

/// <summary>What can never be met, or always is, by the points, grades, limits and outcomes that a ruleset leaves
/// possible; what a region sets or facts decide stays open.</summary>
public sealed class VerdictTests
{
    private static readonly string[] Said = ["RULE063", "RULE073", "RULE074", "RULE075", "RULE076"];

    [Theory]
    [InlineData("{ total: { at-least: ▸10.01 } }", "RULE073")]
    [InlineData("{ total: { below: ▸0 } }", "RULE073")]
    [InlineData("{ total: { at-most: ▸-1 } }", "RULE073")]
    [InlineData("{ category: service, at-least: ▸11 }", "RULE073")]
    [InlineData("{ indicator: M1, at-least: ▸10.5 }", "RULE073")]
    [InlineData("{ rate: surveyed, at-least: ▸101 }", "RULE073")]
    [InlineData("{ deduction: K1, at-least: ▸1 }", "RULE073")]
    [InlineData("{ all: [ { grade-is: A }, { total: { at-least: ▸11 } } ] }", "RULE073")]
    [InlineData("{ any: [ { total: { at-least: ▸11 } }, { total: { at-least: 12 } } ] }", "RULE073")]
    [InlineData("{ none-of: [ { state: listed, is: [ none ] }, { total: { at-least: ▸0 } } ] }", "RULE073")]
    [InlineData("{ at-least-of: { n: 2, of: [ { total: { at-least: ▸11 } }, { grade-is: A } ] } }", "RULE073")]
    [InlineData("{ any: [ { total: { at-least: ▸11 } }, { grade-is: A } ] }", "RULE063")]
    [InlineData("{ all: [ { total: { at-least: ▸0 } }, { grade-is: A } ] }", "RULE063")]
    [InlineData("{ grade-at-least: ▸B }", "RULE063")]
    [InlineData("{ grade-is: ▸[ A, B ] }", "RULE063")]
    [InlineData("{ total: { at-most: ▸10 } }", "RULE063")]
    public void An_outcome_is_told_where_the_fault_lies(string when, string code) => Found(code, Given.WithCondition(when));

    [Theory]
    [InlineData("{ total: { at-least: 10 } }")]
    [InlineData("{ total: { at-most: 9.99 } }")]
    [InlineData("{ category: service, at-least: $few }")]
    [InlineData("{ rate: surveyed, at-least: 0 }")]
    [InlineData("{ rate: surveyed, at-most: 100 }")]
    [InlineData("{ deduction: K1, at-most: -100 }")]
    [InlineData("{ grade-is: $some }")]
    [InlineData("{ grade-is: [ A ] }")]
    [InlineData("{ not-limited-by: [ L1 ] }")]
    [InlineData("{ attribute: size, at-least: 1000000 }")]
    [InlineData("{ none-of: [ { total: { at-least: 10 } } ] }")]
    [InlineData("{ at-least-of: { n: 1, of: [ { outcome: first }, { grade-is: A } ] } }")]
    public void What_some_chambers_meet_is_in_order(string when) =>
        Assert.DoesNotContain(Given.Read(Given.WithCondition(when)).Diagnostics, d => Said.Contains(d.Code));

    [Fact]
    public void A_limit_that_always_holds_bars_what_asks_not_to_be_limited_by_it()
    {
        const string Limits = "limits: [ { id: L1, title: { zh: 限 }, when: { total: { at-least: ▸0 } }, grade: B } ]";
        const string Outcomes = "outcomes: [ { id: o, kind: award, title: { zh: 先 }, when: { not-limited-by: [ L1 ] } } ]";
        Found("RULE076", Given.With(("limits", Limits), ("outcomes", Outcomes)));
        Found("RULE073", Given.With(("limits", Limits.Replace("▸", "", StringComparison.Ordinal)),
            ("outcomes", Outcomes.Replace("[ L1 ]", "▸[ L1 ]", StringComparison.Ordinal))));
    }

    [Fact]
    public void A_limit_that_always_holds_takes_the_grades_above_it_out_of_reach() => Found("RULE073", Given.With(
        ("limits", "limits: [ { id: L1, title: { zh: 限 }, when: { total: { at-least: 0 } }, grade-at-most: B } ]"),
        ("outcomes", "outcomes: [ { id: o, kind: award, title: { zh: 先 }, when: { grade-at-least: ▸A } } ]")));

    [Fact]
    public void A_limit_that_can_be_switched_off_never_holds_always() => Assert.DoesNotContain(Given.Read(Given.With(
        ("settings", "settings: { s: { type: switch, default: true, title: { zh: 关 } } }"),
        ("limits", "limits: [ { id: L1, title: { zh: 限 }, when: { total: { at-least: 0 } }, grade: B, enabled-by: s } ]"),
        ("outcomes", "outcomes: [ { id: o, kind: award, title: { zh: 先 }, when: { grade-at-least: A } } ]"))).Diagnostics,
        d => d.Code == "RULE073");

    [Fact]
    public void What_asks_for_an_unreachable_grade_class_or_outcome_is_unreachable_too()
    {
        Found("RULE073", Given.With(
            ("grades", "grades: [ { id: A, title: { zh: 优 }, from: 11 }, { id: B, title: { zh: 良 }, from: 0 } ]"),
            ("outcomes", "outcomes: [ { id: o, kind: award, title: { zh: 先 }, when: { grade-is: ▸A } } ]")));
        Found("RULE073", Given.With(("outcomes",
            "outcomes: [ { id: o, kind: award, title: { zh: 先 }, when: { total: { at-least: 99 } } }, "
            + "{ id: p, kind: award, title: { zh: 后 }, when: { outcome: ▸o } } ]")));
        Found("RULE073", Given.With(("classes", "classes: [ { id: c, title: { zh: 甲 }, when: { total: { at-least: 99 } } } ]"),
            ("outcomes", "outcomes: [ { id: o, kind: award, title: { zh: 先 }, when: { class-is: ▸[ c ] } } ]")));
    }

    [Fact]
    public void A_total_that_grows_where_a_category_is_not_applicable_is_in_reach() => Assert.DoesNotContain(Given.Read(Given.With(
        ("categories",
            """
            categories:
              - { id: a, title: { zh: 甲 }, cap: 6,
                  indicators: [ { id: M1, title: { zh: 一 }, counts: [ visited ], score: { per-count: 1 } } ] }
              - { id: b, title: { zh: 乙 }, cap: 4,
                  indicators: [ { id: M2, title: { zh: 二 }, counts: [ audited ], score: { flag: 2 } } ] }
            """),
        ("outcomes", "outcomes: [ { id: o, kind: award, title: { zh: 先 }, when: { total: { at-least: 9 } } } ]"))).Diagnostics,
        d => d.Code == "RULE073");

    [Fact]
    public void The_most_that_can_be_had_is_told_and_is_no_fault()
    {
        var info = Assert.Single(Given.Read(Given.With()).Diagnostics);
        Assert.Equal((Severity.Info, "info"), (info.Severity, info.SeverityWord));
        Assert.Equal("no chamber can have more than 10, 10 of it without bonus", info.Message);
    }

    [Theory]
    [InlineData("records: { kind: listed, option: none }", "records: { kind: listed, option: abnormal }", false)]
    [InlineData("records: { kind: listed, option: none }", "records: { kind: listed, option: none }", true)]
    public void Two_rulesets_in_force_together_do_not_write_the_same(string one, string other, bool told)
    {
        var found = RulesetsTogether.Check([Writing("small", one), Writing("other", other)]);
        Assert.Equal(told ? ["RULE071"] : [], found.Select(d => d.Code));
        Assert.Empty(RulesetsTogether.Check([Writing("small", one), Writing("small", other)]));
    }

    private static RulesetReading Writing(string id, string records) => Given.Read(Given.With(("ruleset", $"ruleset: {id}"),
        ("outcomes", $"outcomes: [ {{ id: o, kind: award, title: {{ zh: 先 }}, {records} }} ]")));

    private static void Found(string code, string text)
    {
        var marked = new Marked(code, text);
        marked.MustBeFoundIn(Given.Read(marked.Unmarked).Diagnostics);
    }
}
