namespace MicroPoints.Rulesets.Yaml.Tests;

/// <summary>Values are taken for what their position demands.</summary>
public sealed class ShapeTests
{
    internal static readonly IReadOnlyList<Marked> Marked =
    [
        new("YAML020", Given.With(("authority", "authority: a\n▸autority: b"))),
        new("YAML020", Given.With(("scale", "scale: { total: 10, ▸bonus: 1 }"))),
        new("YAML020", Given.WithScore("[ { kind: visited, ▸wieght: 2 } ]", "{ per-count: 1 }")),
        new("YAML021", Given.With(("ruleset", "▸sample: true"))),
        new("YAML021", Given.With(("title", "title: ▸{ en: Small }"))),
        new("YAML021", Given.With(("scale", "scale: ▸{ bonus-at-most: 10 }"))),
        new("YAML022", Given.With(("title", "title: ▸小办法"))),
        new("YAML022", Given.With(("adoptable", "adoptable: ▸[ a ]"))),
        new("YAML023", Given.With(("ranking", "ranking: ▸{ total: true }"))),
        new("YAML023", Given.With(("outcomes", "outcomes: ▸none"))),
        new("YAML024", Given.With(("authority", "authority: ▸[ a ]"))),
        new("YAML025", Given.With(("authority", "▸authority:"))),
        new("YAML025", Given.With(("authority", "authority: ▸null"))),
        new("YAML025", Given.With(("authority", "authority: ▸~"))),
        new("YAML025", Given.With(("authority", "authority: ▸''"))),
        new("YAML025", Given.With(("scale", "scale: { total: ▸null }"))),
        new("YAML025", Given.With(("grades", "▸grades:"))),
        new("YAML026", Given.With(("version", "version: ▸2026.1"))),
        new("YAML026", Given.With(("adoptable", "adoptable: { from: ▸2026-01-01, until: '2027-01-01' }"))),
        new("YAML027", Given.With(("scale", "scale: { total: ▸10.125 }"))),
        new("YAML027", Given.With(("scale", "scale: { total: ▸ten }"))),
        new("YAML027", Given.With(("scale", "scale: { total: ▸010 }"))),
        new("YAML027", Given.With(("scale", "scale: { total: ▸+10 }"))),
        new("YAML027", Given.With(("scale", "scale: { total: ▸1e1 }"))),
        new("YAML027", Given.With(("scale", "scale: { total: ▸0x0A }"))),
        new("YAML027", Given.With(("scale", "scale: { total: ▸10. }"))),
        new("YAML027", Given.With(("scale", "scale: { total: ▸１０ }"))),
        new("YAML028", Given.With(("scale", "scale: { total: ▸99999999999 }"))),
        new("YAML029", Given.With(("period", "period: year\nsample: ▸yes"))),
        new("YAML029", Given.With(("period", "period: year\nsample: ▸True"))),
        new("YAML030", Given.With(("period", "period: ▸decade"))),
        new("YAML031", Given.With(("adoptable", "adoptable: { from: ▸'2026-02-30', until: '2027-01-01' }"))),
        new("YAML031", Given.With(("adoptable", "adoptable: { from: ▸'1812-01-01', until: '2027-01-01' }"))),
        new("YAML032", Given.With(("ranking", $"ranking: ▸[ {string.Join(", ", Enumerable.Repeat("total", 1001))} ]"))),
        new("YAML033", Given.WithCondition("{ all: ▸[] }")),
        new("YAML033", Given.WithCondition("{ grade-is: ▸[] }")),
        new("YAML034", Given.With(("title", $"title: {{ zh: ▸{new string('长', 201)} }}"))),
        new("YAML035", Given.With(("scale", "scale: { total: ▸'10' }"))),
        new("YAML037", Given.With(("ruleset", "ruleset: ▸小"))),
        new("RULE070", Given.With(("ruleset", "ruleset: ▸calendar"))),
        new("RULE070", Given.With(("ruleset", "ruleset: ▸activities"))),
        new("YAML037", Given.WithScore("[ ▸走访 ]", "{ per-count: 1 }")),
        new("YAML037", Given.With(("grades", "grades: [ { id: ▸$A, title: { zh: 优 }, from: 0 } ]"))),
        new("YAML038", Given.WithCondition("{ state: listed, is: [ none ], held-for-at-least: ▸6 }")),
        new("YAML038", Given.WithCondition("{ state: listed, is: [ none ], held-for-at-least: ▸0 months }")),
        new("YAML039", Given.WithCondition("{ grade-is: [ A, ▸A ] }")),
        new("YAML040", Given.WithCondition("{ rank-at-most: ▸2.5 }")),
        new("YAML041", Given.WithCondition("{ rank-at-most: ▸0 }")),
        new("YAML041", Given.With(("scale", "scale: { total: ▸0 }"))),
    ];

    public static TheoryData<string, string> Cases => Found.Data(Marked);

    [Theory, MemberData(nameof(Cases))]
    public void Is_found_where_it_stands(string code, string text)
    {
        var marked = new Marked(code, text);
        marked.MustBeFoundIn(Given.Read(marked.Unmarked).Diagnostics);
    }

    [Fact]
    public void Every_mistake_is_reported_at_once()
    {
        var found = Given.Read(Given.With(("version", "version: 1"), ("title", ""), ("period", "period: decade"),
            ("scale", "scale: { totl: 10 }"))).Diagnostics;
        Assert.Equal(["YAML020", "YAML021", "YAML021", "YAML026", "YAML030"], found.Select(d => d.Code).Order());
        Assert.Equal(found.OrderBy(d => d.Line).ThenBy(d => d.Column), found);
    }

    [Fact]
    public void A_diagnostic_says_where_what_and_what_to_write_instead() => Assert.Equal(
        "r.yaml:6:9: error YAML030: 'period' of the ruleset cannot be 'yeer'. Write 'year'.",
        Assert.Single(Given.Read(Given.With(("period", "period: yeer"))).Diagnostics).ToString());

    [Fact]
    public void A_scalar_is_typed_by_its_position_not_by_its_shape()
    {
        var ruleset = Given.Sound(Given.With(("authority", "authority: 42"),
            ("cite", "cite: { source: own, clause: true }")));
        Assert.Equal(("42", "true"), (ruleset.Authority, ruleset.Cite.Clause));
    }
}
