namespace MicroPoints.Rulesets.Yaml.Tests;

/// <summary>Whatever a ruleset names exists, is of the right sort, and is known at that stage.</summary>
public sealed class ReferenceDiagnosticsTests
{
    internal static readonly IReadOnlyList<Marked> Marked =
    [
        new("RULE001", Given.With(("grades",
            "grades: [ { id: ▸M1, title: { zh: 优 }, from: 6 }, { id: B, title: { zh: 良 }, from: 0 } ]"))),
        new("RULE001", Given.With(("outcomes", "outcomes: [ { id: ▸service, kind: award, title: { zh: 先 } } ]"))),
        new("RULE001", Given.With(("settings", "settings: { ▸A: { type: switch, default: true, title: { zh: 关 } } }"),
            ("parameters", Parameter("A", "0.5")),
            ("scale", "scale: { total: 10 }")).Replace("settings: { ▸A", "settings: { A",
                StringComparison.Ordinal).Replace("parameters: { A", "parameters: { ▸A", StringComparison.Ordinal)
            .Replace("id: A,", "id: C,", StringComparison.Ordinal)),
        new("RULE002", Given.WithScore("[ visited ]", "{ per-count: ▸$nothing }")),
        new("RULE002", Given.WithCondition("{ grade-is: ▸$nothing }")),
        new("RULE003", Given.WithCondition("{ rank-at-most: ▸$some }")),
        new("RULE003", Given.WithCondition("{ grade-is: ▸$few }")),
        new("RULE003", Given.WithCondition("{ grade-is: [ ▸$some ] }")),
        new("RULE003", Given.WithCondition("{ rank-at-most: ▸$M1 }")),
        new("RULE002", Given.WithScore("▸$kinds", "{ per-count: 1 }")),
        new("RULE003", Given.With(("period", "period: year\napplies-to: { peer-groups: [ ▸$groups ] }"))),
        new("RULE004", Given.WithScore("[ ▸visitd ]", "{ per-count: 1 }")),
        new("RULE004", Given.WithScore("[ { kind: ▸visitd, weight: 2 } ]", "{ per-count: 1 }")),
        new("RULE004", Given.WithScore("[ audited ]", "{ checklist: { items: [ audited, ▸adited ], points: 2 } }")),
        new("RULE004", Given.WithCondition("{ state: ▸lsted, is: [ none ] }")),
        new("RULE004", Given.WithCondition("{ rate: ▸servey, at-least: 50 }")),
        new("RULE004", Given.WithCondition("{ silent-for: { quarters: 2, kinds: ▸[ vsited ] } }")),
        new("RULE004", Given.With(("deductions",
            "deductions: [ { id: K, title: { zh: 扣 }, counts: [ served ], each: -1, zeroes-indicators-counting: [ ▸nope ] } ]"))),
        new("RULE005", Given.WithScore("[ adopted ]", "{ option: { county: 1, ▸town: 2 } }")),
        new("RULE005", Given.WithScore("[ project ]", "{ once-per-key: { ▸county: 1 } }")),
        new("RULE005", Given.WithScore("[ { kind: adopted, option: ▸town } ]", "{ per-count: 1 }")),
        new("RULE005", Given.WithCondition("{ state: listed, is: ▸[ abnorml ] }")),
        new("RULE005", Given.WithCondition("{ state: chartered, is: ▸yes }")),
        new("RULE005", Given.WithCondition("{ event: adopted, is: ▸[ town ] }")),
        new("RULE005", Given.WithCondition("{ attribute: sort, is: ▸[ village ] }")),
        new("RULE005", Given.With(("deductions",
            "deductions: [ { id: K, title: { zh: 扣 }, while: { state: listed, is: ▸[ abnorml ], points: -1 } } ]"))),
        new("RULE006", Given.WithCondition("{ category: ▸servce, at-least: 5 }")),
        new("RULE006", Given.With(("ranking", "ranking: [ total, { category: ▸servce } ]"))),
        new("RULE007", Given.WithCondition("{ indicator: ▸M9, at-least: 5 }")),
        new("RULE007", Given.With(("ranking", "ranking: [ { indicator: ▸M9 } ]"))),
        new("RULE008", Given.WithCondition("{ deduction: ▸K9, at-most: -1 }")),
        new("RULE009", Given.WithCondition("{ grade-at-least: ▸E }")),
        new("RULE009", Given.WithCondition("{ grade-is: ▸[ A, E ] }")),
        new("RULE009", Given.WithCondition("{ history: { grade: ▸E, within: 2, at-least: 1 } }")),
        new("RULE009", Given.With(("limits",
            "limits: [ { id: L, title: { zh: 限 }, when: { state: listed, is: none }, grade-at-most: ▸E } ]"))),
        new("RULE010", Given.WithCondition("{ class-is: ▸[ one ] }")),
        new("RULE011", Given.WithCondition("{ limited-by: ▸[ L9 ] }")),
        new("RULE011", Given.WithCondition("{ not-limited-by: ▸L9 }")),
        new("RULE012", Given.WithCondition("{ outcome: ▸third }")),
        new("RULE012", Given.WithCondition("{ history: { outcome: ▸third, within: 2, at-least: 1 } }")),
        new("RULE012", Given.With(("limits",
            "limits: [ { id: L, title: { zh: 限 }, when: { state: listed, is: none }, suspends: ▸[ third ] } ]"))),
        new("RULE013", Given.WithCondition("{ attribute: ▸sise, at-least: 5 }")),
        new("RULE013", Given.With(("ranking", "ranking: [ { attribute: ▸sise } ]"))),
        new("RULE014", Given.WithScore("[ visited ]", "{ per-count: 1 }", "enabled-by: ▸off")),
        new("RULE014", Given.WithCondition("{ rank-at-most: $few }\n    enabled-by: ▸few")),
        new("RULE015", Given.With(("cite", "cite: { source: ▸other, clause: 一 }"))),
        new("RULE016", Given.With(("cite", ""), ("categories", """
            categories:
              - id: service
                title: { zh: 服务 }
                cap: 10
                cite: { source: own, clause: 一 }
                indicators: [ { id: M1, title: { zh: 走访 }, counts: [ visited ], score: { per-count: 1 }, cap: 10 } ]
            """), ("grades", "grades: [ ▸{ id: B, title: { zh: 良 }, from: 0 } ]"))),
        new("RULE017", Limit("{ grade-is: ▸A }")),
        new("RULE017", Limit("{ all: [ { rank-at-most: ▸1 } ] }")),
        new("RULE017", Limit("{ limited-by: ▸[ L ] }")),
        new("RULE017", Limit("{ outcome: ▸first }")),
        new("RULE017", Given.With(("classes",
            "classes: [ { id: one, title: { zh: 一 }, when: { grade-at-least: ▸A } } ]"))),
        new("RULE017", Given.With(("classes", "classes: [ { id: one, title: { zh: 一 }, when: { class-is: ▸one } } ]"))),
        new("RULE018", Given.WithCondition("{ outcome: ▸second }")),
        new("RULE018", Given.With(("outcomes", """
            outcomes:
              - { id: first, kind: award, title: { zh: 先 }, when: { outcome: ▸second } }
              - { id: second, kind: award, title: { zh: 后 } }
            """))),
    ];

    public static TheoryData<string, string> Cases => Found.Data(Marked);

    [Theory, MemberData(nameof(Cases))]
    public void Is_found_where_it_stands(string code, string text)
    {
        var marked = new Marked(code, text);
        marked.MustBeFoundIn(Given.Read(marked.Unmarked).Diagnostics);
    }

    [Fact]
    public void A_fix_proposes_what_was_probably_meant() =>
        Assert.Equal("Write 'visited'.", Assert.Single(
            Given.Read(Given.WithScore("[ visitd ]", "{ per-count: 1 }")).Diagnostics, d => d.IsError).Fix);

    [Fact]
    public void A_part_that_is_wrong_does_not_make_its_id_unknown()
    {
        var text = Given.With(("grades",
            "grades: [ { id: A, title: 优, from: 6 }, { id: B, title: { zh: 良 }, from: 0 } ]"),
            ("outcomes", "outcomes: [ { id: o, kind: award, title: { zh: 先 }, when: { grade-at-least: A } } ]"));
        Assert.Equal("YAML022", Assert.Single(Given.Read(text).Diagnostics).Code);
    }

    private static string Parameter(string id, string value) =>
        $"parameters: {{ {id}: {{ unit: points, values: [ {{ from: '2026-01-01', value: {value} }} ] }} }}";

    private static string Limit(string when) => Given.With(
        ("limits", $"limits: [ {{ id: L, title: {{ zh: 限 }}, when: {when}, grade: B }} ]"),
        ("outcomes", "outcomes: [ { id: first, kind: award, title: { zh: 先 } } ]"));
}
