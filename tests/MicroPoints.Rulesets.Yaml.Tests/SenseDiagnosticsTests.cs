namespace MicroPoints.Rulesets.Yaml.Tests;

/// <summary>Scores, grades, limits, quotas, dates and conditions that cannot work, or probably mean something
/// else.</summary>
public sealed class SenseDiagnosticsTests
{
    internal static readonly IReadOnlyList<Marked> Marked =
    [
        new("RULE019", Given.WithScore("[ visited ]", "▸{ flag: 1 }")),
        new("RULE019", Given.WithScore("[ visited ]", "▸{ option: { county: 1 } }")),
        new("RULE019", Given.WithScore("[ visited ]", "▸{ highest: { county: 1 } }")),
        new("RULE019", Given.WithScore("[ adopted ]", "▸{ once-per-key: { county: 1 } }")),
        new("RULE019", Given.WithScore("[ visited ]", "▸{ per-quantity: { points: 1, every: 10 } }")),
        new("RULE019", Given.WithScore("[ visited ]", "▸{ in-proportion: 2 }")),
        new("RULE019", Given.WithScore("[ visited ]", "▸{ discretionary: { from: 1, to: 2 } }")),
        new("RULE019", Given.WithScore("[ surveyed, visited ]", "▸{ tier: [ { at-least: 60, points: 2 } ] }")),
        new("RULE019", Given.WithScore("[ visited ]",
            "▸{ tier: [ { at-least: 60, points: 2 } ], participation-at-least: 50 }")),
        new("RULE019", Given.WithScore("[ audited ]", "{ checklist: { items: [ audited, ▸listed ], points: 2 } }")),
        new("RULE020", Given.WithScore("[ { kind: visited, option: ▸county } ]", "{ per-count: 1 }")),
        new("RULE020", Given.WithScore("[ { kind: visited, key: ▸k1 } ]", "{ per-count: 1 }")),
        new("RULE021", Given.WithScore("[ { kind: surveyed, weight: ▸2 } ]", "{ in-proportion: 10 }")),
        new("RULE022", Given.WithScore("[ visited ]", "▸{ per-count: 1, flag: 2 }")),
        new("RULE022", Given.WithScore("[ visited ]", "▸{}")),
        new("RULE023", Given.WithScore("[ visited ]", "{ per-count: 1, participation-at-least: ▸50 }")),
        new("RULE023", Given.WithScore("[ adopted ]", "{ option: { county: 1 }, once-across-periods: ▸true }")),
        new("RULE024", Indicators("▸{ id: M1, title: { zh: 一 }, counts: [ visited ] }")),
        new("RULE024", Indicators("▸{ id: M1, title: { zh: 一 }, score: { per-count: 1 } }")),
        new("RULE025", Indicators(
            "{ id: G, title: { zh: 组 }, counts: ▸[ visited ], indicators: [ { id: M1, title: { zh: 一 }, counts: [ visited ], score: { per-count: 1 } } ] }")),
        new("RULE025", Indicators(
            "{ id: G, title: { zh: 组 }, score: ▸{ per-count: 1 }, indicators: [ { id: M1, title: { zh: 一 }, counts: [ visited ], score: { per-count: 1 } } ] }")),
        new("RULE026", Indicators(Nested(4,
            "▸{ id: M1, title: { zh: 一 }, counts: [ visited ], score: { per-count: 1 } }"))),
        new("RULE027", Indicators(
            "{ id: M1, title: { zh: 一 }, counts: [ visited ], score: { per-count: 1 }, cap: 3, overflow: { to: ▸J } }")),
        new("RULE028", Indicators(
            "{ id: M1, title: { zh: 一 }, counts: [ visited ], score: { per-count: 1 }, cap: 3, overflow: { to: ▸M2 } }",
            "{ id: M2, title: { zh: 二 }, counts: [ visited ], score: { per-count: 1 } }")),
        new("RULE029", Indicators(
            "{ id: M1, title: { zh: 一 }, counts: [ visited ], score: { per-count: 1 }, cap: 3, overflow: { to: ▸M1 } }")),
        new("RULE029", Indicators("{ id: M1, title: { zh: 一 }, cap: 3, overflow: { to: ▸M2 } }",
            "{ id: M2, title: { zh: 二 }, cap: 3, overflow: { to: M1 } }")),
        new("RULE069", Indicators(
            "{ id: M1, title: { zh: 一 }, counts: [ visited ], score: { per-count: 1 }, cap: 3, "
                + "overflow: { to: ▸M2 } }",
            "{ id: M2, title: { zh: 二 }, cap: 3, overflow: { to: M3 } }", "{ id: M3, title: { zh: 三 } }")),
        new("RULE030", Indicators(
            "{ id: M1, title: { zh: 一 }, counts: [ visited ], score: { per-count: 1 }, overflow: ▸{ to: M2 } }",
            "{ id: M2, title: { zh: 二 } }")),
        new("RULE031", Given.WithScore("[ audited ]", "{ flag: 2 }", "cap: ▸3")),
        new("RULE031", Given.WithScore("[ surveyed ]",
            "{ tier: [ { at-least: 90, points: 4 }, { at-least: 60, points: 1 } ] }", "cap: ▸5")),
        new("RULE031", Given.WithScore("[ visited ]", "{ per-period: { points: 0.5, each: quarter } }", "cap: ▸3")),
        new("RULE031", Given.WithScore("[ audited ]", "{ flag: 2 }").Replace("cap: 10", "cap: ▸10",
            StringComparison.Ordinal)),
        new("RULE032", Given.WithScore("[ visited ]", "{ per-count: 1 }", "cap: ▸-1")),
        new("RULE033", Given.WithScore("[ surveyed ]",
            "{ tier: [ { at-least: 90, points: 4 }, { at-least: ▸90, points: 1 } ] }")),
        new("RULE034", Given.WithScore("[ surveyed ]",
            "{ tier: [ { at-least: 60, points: 1 }, { at-least: ▸90, points: 10 } ] }")),
        new("RULE035", Given.WithScore("[ surveyed ]",
            "{ tier: [ { at-least: 90, points: ▸4 }, { at-least: 60, points: 4 } ] }")),
        new("RULE036", Given.With(("grades",
            "grades: [ { id: A, title: { zh: 优 }, from: 6 }, { id: B, title: { zh: 良 }, from: ▸6 }, { id: C, title: { zh: 差 }, from: 0 } ]"))),
        new("RULE037", Given.With(("grades",
            "grades: [ { id: A, title: { zh: 优 }, from: 6 }, { id: B, title: { zh: 良 }, from: ▸4 } ]"))),
        new("RULE038", Given.With(("grades",
            "grades: [ { id: A, title: { zh: 优 }, from: ▸11 }, { id: B, title: { zh: 良 }, from: 0 } ]"))),
        new("RULE039", Given.With(("grades", ""), ("scale", "scale: ▸{ total: 10 }"))),
        new("RULE040", Given.With(("scale", "scale: { total: ▸9 }"))),
        new("RULE041", Given.With(("scale", ""), ("grades", "")).Replace("categories:\n  -", "categories:\n  ▸-",
            StringComparison.Ordinal)),
        new("RULE041", Given.With(("scale", ""), ("categories", ""),
            ("grades", "grades: ▸[ { id: B, title: { zh: 良 }, from: 0 } ]"))),
        new("RULE041", Given.With(("scale", ""), ("categories", ""), ("grades", ""),
            ("classes", "classes: [ { id: one, title: { zh: 一 }, when: ▸{ total: { at-least: 5 } } } ]"))),
        new("RULE042", Deduction("counts: [ visited ], each: ▸1")),
        new("RULE042", Deduction("counts: [ visited ], each: -1, cap: ▸2")),
        new("RULE042", Deduction("while: { state: listed, is: [ abnormal ], points: ▸10 }")),
        new("RULE043", Given.With(("deductions", "deductions: [ ▸{ id: K, title: { zh: 扣 }, counts: [ visited ] } ]"))),
        new("RULE043", Given.With(("deductions",
            "deductions: [ ▸{ id: K, title: { zh: 扣 }, counts: [ visited ], each: -1, while: { state: listed, is: [ abnormal ], points: -1 } } ]"))),
        new("RULE044", Deduction("counts: [ visited ], each: -1, zeroes-indicators-counting: ▸key")),
        new("RULE045", Given.With(("limits",
            "limits: [ { id: L, title: { zh: 限 }, when: { state: listed, is: abnormal }, grade: B, grade-at-most: ▸A } ]"))),
        new("RULE046", Given.With(("classes",
            "classes: [ { id: one, title: { zh: 一 } }, ▸{ id: two, title: { zh: 二 } } ]"))),
        new("RULE047", Outcome("quota: ▸{ percent: 20, count: 3 }")),
        new("RULE047", Outcome("quota: ▸{ within: county }")),
        new("RULE048", Outcome("quota: { percent: ▸120 }")),
        new("RULE048", Given.WithScore("[ surveyed ]", "{ in-proportion: 10, participation-at-least: ▸500 }")),
        new("RULE049", Given.With().Replace("cap: 10\n    ind", "cap: 10\n    redistribute-at-most: ▸0.5\n    ind",
            StringComparison.Ordinal)),
        new("RULE050", Given.With(("adoptable", "adoptable: { from: '2026-01-01', until: ▸'2026-01-01' }"))),
        new("RULE051", Parameter("[ { from: ▸'2026-01-02', value: 1 } ]")),
        new("RULE052", Parameter("[ { from: '2026-01-01', value: 1 }, { from: ▸'2026-01-01', value: 2 } ]")),
        new("RULE053", Parameter("[ { from: ▸'2026-07-01', value: 1 } ]")),
        new("RULE054", Parameter("[ { from: '2026-01-01', value: 1, still-valid-on: ▸'2025-01-01' } ]")),
        new("RULE055", Given.With(("settings", "settings: { ▸s: { type: switch, default: true, title: { zh: 关 } } }"))),
        new("RULE055", Given.With(("parameters",
            "parameters: { ▸p: { unit: points, values: [ { from: '2026-01-01', value: 1 } ] } }"))),
        new("RULE056", Given.With(("attributes", "attributes: { a: ▸{ type: option, title: { zh: 类 } } }"))),
        new("RULE056", Given.With(("attributes",
            "attributes: { a: { type: day, options: ▸[ x ], title: { zh: 日 } } }"))),
        new("RULE057", Given.WithCondition("{ attribute: ▸sort, at-least: 5 }")),
        new("RULE057", Given.WithCondition("{ attribute: ▸size, is: [ town ] }")),
        new("RULE057", Given.WithCondition("{ attribute: ▸size, at-least: '2020-01-01' }")),
        new("RULE057", Given.WithCondition("{ attribute: ▸born, at-least: 5 }")),
        new("RULE058", Given.WithCondition("▸{ grade-at-least: A, not-limited-by: [ L1 ] }")),
        new("RULE058", Given.WithCondition("▸{ grad-at-least: A }")),
        new("RULE058", Given.WithCondition("▸{}")),
        new("RULE058", Given.WithCondition("{ history: ▸{ within: 2, at-least: 1 } }")),
        new("RULE058", Given.WithCondition("{ state: listed, missing: true, is: ▸[ none ] }")),
        new("RULE058", Given.With(("ranking", "ranking: [ ▸{ category: service, indicator: M1 } ]"))),
        new("RULE059", Given.WithCondition(string.Concat(Enumerable.Repeat("{ all: [ ", 8)) + "▸{ grade-is: A }" + string
            .Concat(Enumerable.Repeat(" ] }", 8)))),
        new("RULE060", Given.WithCondition("{ state: ▸adopted, is: [ county ] }")),
        new("RULE060", Given.WithCondition("{ event: ▸listed }")),
        new("RULE060", Given.WithCondition("{ event: visited, is: ▸[ county ] }")),
        new("RULE060", Given.WithCondition("{ rate: ▸visited, at-least: 50 }")),
        new("RULE060", Given.WithCondition("{ silent-for: { quarters: 2, kinds: ▸[ listed ] } }")),
        new("RULE060", Deduction("while: { state: ▸visited, is: [ x ], points: -1 }")),
        new("RULE061", Given.WithCondition("▸{ total: true }")),
        new("RULE061", Given.WithCondition("{ category: ▸{ id: service } }")),
        new("RULE062", Given.With(("scale", ""), ("categories", ""), ("grades", ""),
            ("classes", "classes: [ { id: one, title: { zh: 一 }, when: { silent-for: ▸{ quarters: 4 } } } ]"))),
        new("RULE063", Given.WithCondition("{ at-least-of: { n: ▸3, of: [ { grade-is: A }, { rank-at-most: 2 } ] } }")),
        new("RULE063", Given.WithCondition("{ history: { grade: A, within: 1, at-least: ▸2 } }")),
        new("RULE063", Given.WithCondition("▸{ total: true, at-least: 6, below: 6 }")),
        new("RULE063", Given.WithCondition("▸{ attribute: born, at-least: '2026-01-02', at-most: '2026-01-01' }")),
        new("RULE063", Given.WithCondition("{ state: listed, is: ▸[ ended ] }")),
        new("RULE063", Given.WithCondition("{ event: visited, at-least: ▸0 }")),
        new("RULE064", Given.WithScore("[ ▸invested ]", "{ per-quantity: { points: 1, every: 100 } }")),
        new("RULE065", Given.WithScore("[ awarded ]", "{ discretionary: { from: ▸3, to: 2 } }")),
        new("RULE066", Given.With(("scale", "scale: { total: 10, final-at-most: ▸9 }"))),
        new("RULE067", Outcome("records: { kind: ▸visited, option: county }").Replace(", option: county", "",
            StringComparison.Ordinal)),
        new("RULE067", Outcome("records: ▸{ kind: listed }")),
        new("RULE068", Given.WithScore("[ audited, ▸chartered ]", "{ checklist: { items: [ audited ], points: 10 } }")),
        new("RULE068", Deduction("counts: ▸[ visited ], while: { state: listed, is: [ abnormal ], points: -1 }")),
        new("YAML041", Given.WithScore("[ visited ]", "{ from-full: { points: 10, minus: ▸-1 } }")),
        new("YAML041", Given.WithScore("[ hours ]", "{ per-quantity: { points: 1, every: ▸0 } }")),
        new("YAML021", Given.WithScore("[ audited ]", "{ checklist: ▸{ items: [ audited ] } }")),
        new("YAML020", Given.With(("ranking", "ranking: [ { category: service, order: ▸ascending } ]"))),
    ];

    public static TheoryData<string, string> Cases => Found.Data(Marked);

    [Theory, MemberData(nameof(Cases))]
    public void Is_found_where_it_stands(string code, string text)
    {
        var marked = new Marked(code, text);
        marked.MustBeFoundIn(Given.Read(marked.Unmarked).Diagnostics);
    }

    [Fact]
    public void A_parameter_with_a_wrong_value_is_found_where_it_is_used()
    {
        var text = Given.With(("parameters",
            "parameters: { p: { unit: points, values: [ { from: '2026-01-01', value: 1 } ] } }"),
            ("deductions", "deductions: [ { id: K, title: { zh: 扣 }, counts: [ visited ], each: $p } ]"));
        Assert.Contains(Given.Read(text).Diagnostics, d => d.Code == "RULE042" && d.Message.Contains(
            "$p with the value 1", StringComparison.Ordinal));
    }

    [Fact]
    public void A_warning_leaves_the_ruleset_usable()
    {
        var reading = Given.Read(Given.With(("scale", "scale: { total: 9 }")));
        Assert.NotNull(reading.Ruleset);
        Assert.Equal("RULE040", Assert.Single(reading.Diagnostics, d => d.Severity == Severity.Warning).Code);
    }

    private static string Indicators(params IReadOnlyList<string> indicators) => Given.With(("categories",
        $"categories:\n  - id: service\n    title: {{ zh: 服务 }}\n    cap: 10\n    indicators:\n{string.Concat(indicators.Select(i => $"      - {i}\n"))}"));

    private static string Nested(int levels, string leaf) =>
        levels == 0 ? leaf : $"{{ id: G{levels}, title: {{ zh: 组 }}, indicators: [ {Nested(levels - 1, leaf)} ] }}";

    private static string Deduction(string rest) => Given.With(
        ("deductions", $"deductions: [ {{ id: K, title: {{ zh: 扣 }}, {rest} }} ]"));

    private static string Outcome(string rest) => Given.With(
        ("outcomes", $"outcomes: [ {{ id: o, kind: award, title: {{ zh: 先 }}, {rest} }} ]"));

    private static string Parameter(string values) =>
        Given.WithScore("[ visited ]", "{ per-count: $p }").Replace("categories:",
            $"parameters: {{ p: {{ unit: points, values: {values} }} }}\ncategories:", StringComparison.Ordinal);
}
