using MicroPoints.Activities;
using MicroPoints.Rulesets.Yaml.RuleTests;

namespace MicroPoints.Rulesets.Yaml.Tests;

/// <summary>Rule test files: what is read, and what is refused where it stands.</summary>
public sealed class RuleTestFileTests
{
    private static readonly Ruleset Ruleset = Given.Sound(Given.With(
        ("settings", "settings: { on: { type: switch, default: false, title: { zh: 开 } }, few: { type: number, default: 2, title: { zh: 几 } } }"),
        ("attributes", "attributes: { size: { type: number, title: { zh: 人数 } }, sort: { type: option, options: [ town, street ], title: { zh: 类 } } }"),
        ("categories", Given.Parts["categories"].Replace("cap: 10 }",
            "cap: 10, may-be-not-applicable: true }, { id: M2, title: { zh: 签约 }, counts: [ signed ], score: { in-proportion: 2 } }", StringComparison.Ordinal)),
        ("deductions", "deductions: [ { id: K1, title: { zh: 扣 }, counts: [ visited ], each: -1 } ]"),
        ("limits", "limits: [ { id: L1, title: { zh: 限 }, when: { state: listed, is: [ abnormal ] }, grade: B } ]"),
        ("outcomes", "outcomes: [ { id: first, kind: award, title: { zh: 先 } } ]")));

    internal static readonly IReadOnlyList<Marked> Marked =
    [
        new("TEST001", "suite: ▸small 2\ncases: [ { name: a, then: { total: 0 } } ]\n"),
        new("TEST002", Case("fixture: ▸none")),
        new("TEST003", Case("fixture: some, without: ▸[ v9 ]")),
        new("TEST004", Case("fixture: some, given: ▸[ { id: v1, kind: visited, on: '2026-01-01', count: 1 } ]")),
        new("TEST005", "suite: small 1\ncases:\n  - { name: a, then: { total: 0 } }\n▸  - { name: a, then: { total: 1 } }\n"),
        new("TEST006", Fact("kind: visited, on: '2026-01-01', count: 1, flag: ▸true")),
        new("YAML021", Fact("kind: visited, on: '2026-01-01'").Replace("{ kind", "▸{ kind", StringComparison.Ordinal)),
        new("YAML021", Fact("kind: surveyed, on: '2026-01-01', answered: 1, satisfied: 1").Replace("{ kind", "▸{ kind",
            StringComparison.Ordinal)),
        new("TEST007", Fact("kind: visited, on: '2026-01-01', count: 1, key: ▸k")),
        new("TEST007", Fact("kind: served, on: '2026-01-01', count: 1").Replace("{ kind", "▸{ kind",
            StringComparison.Ordinal)),
        new("TEST008", Fact("kind: visited, on: '2026-01-01', count: 1, part: ▸1/13")),
        new("TEST008", Fact("kind: chartered, on: '2026-01-01', flag: true, part: ▸1/2")),
        new("TEST009", Fact("kind: visited, on: '2026-01-01', count: 1, expires: ▸'2026-02-01'")),
        new("TEST009", Fact("kind: listed, on: '2026-01-01', option: none, expires: ▸'2026-01-01'")),
        new("TEST009", Fact("kind: visited, on: '2026-01-01', count: 1, recorded: '2026-02-01', reversed: ▸'2026-01-15'")),
        new("TEST010", Fact("kind: awarded, on: '2026-01-01', points: 2").Replace("{ kind", "▸{ kind",
            StringComparison.Ordinal)),
        new("TEST011", Fact("kind: visited, on: '2026-01-01', count: ▸0")),
        new("TEST011", Fact("kind: surveyed, on: '2026-01-01', answered: ▸3, satisfied: 4, asked: 5")),
        new("TEST012", Case("period: ▸'2026Q1'")),
        new("TEST012", Case("period: ▸'soon'")),
        new("TEST012", Case("history: [ { period: ▸'2025-2026', grade: A } ]")),
        new("TEST013", Case("settings: { ▸off: true }")),
        new("TEST014", Case("peers: [ { id: p }, { id: ▸p } ]")),
        new("TEST015", "suite: small 1\ncases: [ { name: a, then: ▸{} } ]\n"),
        new("TEST016", Case("known-at: ▸'2026-06-30 12:00'")),
        new("TEST017", Case("region: ▸'99010'")),
        new("TEST018", Case("not-applicable: [ ▸M2 ]")),
        new("YAML036", Case("period: ▸2026")),
        new("YAML036", Case("region: ▸990101")),
        new("YAML026", Fact("kind: visited, on: ▸2026-01-01, count: 1")),
        new("YAML026", Case("as-of: ▸2026-06-30")),
        new("YAML029", Case("settings: { on: ▸1 }")),
        new("YAML030", Then("because: { M1: ▸cap-reachd }")),
        new("YAML030", Then("only: ▸[ M9 ]")),
        new("YAML031", Fact("kind: visited, on: ▸'2026-13', count: 1")),
        new("YAML040", Fact("kind: visited, on: '2026-01-01', count: ▸1.5")),
        new("RULE004", Fact("kind: ▸visit, on: '2026-01-01', count: 1")),
        new("RULE005", Fact("kind: adopted, on: '2026-01-01', option: ▸ended")),
        new("RULE005", Case("attributes: { sort: ▸village }")),
        new("RULE006", Then("categories: { ▸servce: 1 }")),
        new("RULE007", Then("points: { ▸M9: 1 }")),
        new("RULE007", Case("not-applicable: { ▸M9: 无 }")),
        new("RULE008", Then("deductions: { ▸K9: -1 }")),
        new("RULE009", Then("grade: ▸E")),
        new("RULE009", Then("any-one-removed: { grade: ▸E, lowest-total: 1 }")),
        new("RULE010", Then("class: ▸one")),
        new("RULE011", Then("limits: ▸[ L9 ]")),
        new("RULE012", Then("eligible: ▸[ second ]")),
        new("RULE013", Case("attributes: { ▸sise: 3 }")),
    ];

    public static TheoryData<string, string> Cases => Found.Data(Marked);

    [Theory, MemberData(nameof(Cases))]
    public void Is_found_where_it_stands(string code, string text)
    {
        var marked = new Marked(code, text);
        marked.MustBeFoundIn(RuleTestFile.Read(Given.Utf8(marked.Unmarked), "t.yaml", Ruleset,
            Given.Kinds).Diagnostics);
    }

    [Fact]
    public void A_fixture_comes_first_without_what_is_left_out()
    {
        var facts = Read(Case(
            "fixture: some, without: [ v2 ], given: [ { id: g, kind: visited, on: '2026-02-01', count: 1 } ]")).Chamber.Facts;
        Assert.Equal(["v1", "g"], facts.Select(f => f.Id));
    }

    [Fact]
    public void A_fact_takes_nature_and_expiry_from_its_kind()
    {
        var facts = Read(Case(
            "given: [ { kind: listed, on: '2026-03-01', option: abnormal }, { kind: visited, on: '2026-03', count: 2, part: '1/2' } ]")).Chamber.Facts;
        Assert.Equal(new Fact(new KindId("listed"), Nature.State, On.Parse("2026-03-01"), new DateOnly(2028, 3, 1),
            new Measured.Option("abnormal"), null, null), facts[0].Fact);
        Assert.Equal(new Fact(new KindId("visited"), Nature.Event, On.Parse("2026-03"), null, new Measured.Count(2),
            null, new Part(1, 2)), facts[1].Fact);
    }

    [Theory]
    [InlineData("surveyed", "asked: 40, answered: 24, satisfied: 21")]
    [InlineData("signed", "done: 3, of: 4")]
    [InlineData("hours", "quantity: 2.5")]
    [InlineData("audited", "flag: false")]
    [InlineData("awarded", "points: 1.5, reason: 突破")]
    [InlineData("adopted", "option: city")]
    public void Every_measure_is_read(string kind, string fields)
    {
        Measured expected = kind switch
        {
            "surveyed" => new Measured.Rate(24, 21, 40),
            "signed" => new Measured.Share(3, 4),
            "hours" => new Measured.Quantity(250),
            "audited" => new Measured.Flag(false),
            "awarded" => new Measured.Awarded(new Points(150)),
            _ => new Measured.Option("city"),
        };
        Assert.Equal(expected, Read(
            Case($"given: [ {{ kind: {kind}, on: '2026-03-01', {fields} }} ]")).Chamber.Facts.Single().Fact.Measured);
    }

    [Fact]
    public void A_day_means_its_end_and_an_instant_itself()
    {
        var fact = Read(Case(
            "given: [ { kind: visited, on: '2026-03-01', count: 1, recorded: '2026-03-02', reversed: '2026-07-01T08:00:00+08:00' } ]")).Chamber.Facts.Single();
        Assert.Equal((Calendar.EndOf(new DateOnly(2026, 3, 2)), new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero)),
            (fact.Recorded, fact.Reversed));
    }

    [Fact]
    public void Everything_around_the_facts_is_read()
    {
        var test = Read(Case(
            "period: '2027', as-of: '2027-06-30', known-at: '2027-07-31', settings: { on: true, few: 3 }, founded: '2020-01-01', kind: township, region: '990101', applicant: true, "
            + "attributes: { size: 30, sort: [ { from: '2026-01-01', value: town }, { from: '2027-01-01', value: street } ] }, not-applicable: { M1: 无此项 }, history: [ { period: '2026', grade: A, outcomes: [ first ] } ], "
            + "peers: [ { id: p, fixture: some, region: '990102' } ]"));
        Assert.Equal((Period.Year(2027), new DateOnly(2027, 6, 30), Calendar.EndOf(new DateOnly(2027, 7, 31))),
            (test.Period, test.AsOf, test.KnownAt));
        Assert.Equal((true, 300L), (test.Settings["on"].Switch, test.Settings["few"].Hundredths));
        Assert.Equal((new DateOnly(2020, 1, 1), "township", new RegionCode("990101"), true),
            (test.Chamber.Founded, test.Chamber.Kind, test.Chamber.Region, test.Chamber.Applicant));
        Assert.Equal([new("size", null, "30"), new("sort", new DateOnly(2026, 1, 1), "town"),
            new("sort", new DateOnly(2027, 1, 1), "street")], test.Chamber.Attributes);
        Assert.Equal(("无此项", Period.Year(2026), "A"), (test.Chamber.NotApplicable["M1"],
            test.Chamber.History.Single().Period, test.Chamber.History.Single().Grade));
        Assert.Equal(("p", 2), (test.Peers.Single().Id, test.Peers.Single().Facts.Count));
    }

    [Fact]
    public void What_is_expected_is_read()
    {
        var then = Read(Then(
            "points: { M1: 2.5 }, categories: { service: 2.5 }, deductions: { K1: -1 }, total: 1.5, grade: B, rank: 2, limits: [ L1 ], outcomes: [], eligible: [ first ], "
            + "because: { M1: cap-reached, M2: [ no-facts, rescaled ] }, only: [ M1, total ], any-one-removed: { grade: B, lowest-total: 1 }")).Then;
        Assert.Equal((new Points(250), new Points(250), new Points(-100), new Points(150)),
            (then.Points["M1"], then.Categories["service"], then.Deductions["K1"], then.Total));
        Assert.Equal(("B", 2, "L1", 0, "first"), (then.Grade, then.Rank, then.Limits!.Single(), then.Outcomes!.Count,
            then.Eligible!.Single()));
        Assert.Equal(("cap-reached", "no-facts,rescaled"), (then.Because["M1"].Single(),
            string.Join(',', then.Because["M2"])));
        Assert.Equal(("M1,total", new AnyOneRemoved("B", new Points(100))),
            (string.Join(',', then.Only!), then.AnyOneRemoved));
    }

    [Fact]
    public void A_case_without_a_period_is_of_the_first_that_the_ruleset_can_score() =>
        Assert.Equal(Period.Year(2026), Read(Case("as-of: '2026-06-30'")).Period);

    [Fact]
    public void Without_a_ruleset_nothing_is_looked_up() =>
        Assert.Empty(RuleTestFile.Read(Given.Utf8(
            Case("settings: { any: 3 }, attributes: { any: text }, history: [ { period: '2026', grade: Z } ]")),
            "t.yaml", null, Given.Kinds).Diagnostics);

    private static RuleTestCase Read(string text)
    {
        var reading = RuleTestFile.Read(Given.Utf8(text), "t.yaml", Ruleset, Given.Kinds);
        Assert.True(reading.Suite is not null, string.Join('\n', reading.Diagnostics));
        Assert.Empty(reading.Diagnostics);
        return reading.Suite.Cases.Single();
    }

    private static string Case(string rest) => $$"""
        suite: small 1
        fixtures: { some: [ { id: v1, kind: visited, on: '2026-01-01', count: 1 }, { id: v2, kind: visited, on: '2026-01-02', count: 1 } ] }
        cases: [ { name: a, {{rest}}, then: { total: 0 } } ]
        """;

    private static string Fact(string fields) => Case($"given: [ {{ {fields} }} ]");

    private static string Then(string then) => $"suite: small 1\ncases: [ {{ name: a, then: {{ {then} }} }} ]\n";
}
