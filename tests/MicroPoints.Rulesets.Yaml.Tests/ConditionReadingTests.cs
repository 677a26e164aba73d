using MicroPoints.Activities;

namespace MicroPoints.Rulesets.Yaml.Tests;

/// <summary>Every condition in each shape that is accepted.</summary>
public sealed class ConditionReadingTests
{
    private static readonly Number One = new(100);

    public static TheoryData<string, Condition> Leaves => new()
    {
        { "{ total: { at-least: 6 } }", Compare(Subject.Total, null, atLeast: 600) },
        { "{ total: true, at-least: 6 }", Compare(Subject.Total, null, atLeast: 600) },
        { "{ total: null, at-least: 6 }", Compare(Subject.Total, null, atLeast: 600) },
        { "{ total: , at-most: 6 }", Compare(Subject.Total, null, atMost: 600) },
        { "{ category: service, at-least: 6, below: 8 }", Compare(Subject.Category, "service", atLeast: 600,
            below: 800) },
        { "{ category: { id: service, at-least: 6 } }", Compare(Subject.Category, "service", atLeast: 600) },
        { "{ indicator: M1, at-most: 6 }", Compare(Subject.Indicator, "M1", atMost: 600) },
        { "{ indicator: { id: M1, at-most: 6 } }", Compare(Subject.Indicator, "M1", atMost: 600) },
        { "{ deduction: K1, below: -1 }", Compare(Subject.Deduction, "K1", below: -100) },
        { "{ deduction: { id: K1, below: -1 } }", Compare(Subject.Deduction, "K1", below: -100) },
        { "{ rate: surveyed, at-least: 80 }", Compare(Subject.Rate, "surveyed", atLeast: 8000) },
        { "{ rate: { id: signed, at-least: 80 } }", Compare(Subject.Rate, "signed", atLeast: 8000) },
        { "{ attribute: size, at-least: 30 }", Compare(Subject.Attribute, "size", atLeast: 3000) },
        { "{ attribute: born, at-most: '2020-01-01' }", new Condition.AttributeDay("born", null,
            new DateOnly(2020, 1, 1), null) },
        { "{ attribute: sort, is: town }", new Condition.AttributeIs("sort", Ids.Of("town")) },
        { "{ attribute: sort, is: [ town, street ] }", new Condition.AttributeIs("sort", Ids.Of("town", "street")) },
        { "{ attribute: size, missing: true }", new Condition.AttributeMissing("size", true) },
        { "{ grade-at-least: A }", new Condition.GradeAtLeast("A") },
        { "{ grade-is: A }", new Condition.GradeIs(Ids.Of("A")) },
        { "{ grade-is: [ A, B ] }", new Condition.GradeIs(Ids.Of("A", "B")) },
        { "{ grade-is: $some }", new Condition.GradeIs(new Ids([], "some")) },
        { "{ limited-by: L1 }", new Condition.LimitedBy(Ids.Of("L1"), false) },
        { "{ not-limited-by: [ L1 ] }", new Condition.LimitedBy(Ids.Of("L1"), true) },
        { "{ state: listed, is: none }", new Condition.StateIs(new KindId("listed"), Ids.Of("none")) },
        { "{ state: listed, is: [ none, abnormal ] }", new Condition.StateIs(new KindId("listed"),
            Ids.Of("none", "abnormal")) },
        { "{ state: chartered, is: true }", new Condition.StateIs(new KindId("chartered"), Ids.Of("true")) },
        { "{ state: chartered, is: [ 'true' ] }", new Condition.StateIs(new KindId("chartered"), Ids.Of("true")) },
        { "{ state: chartered, is: [ false ] }", new Condition.StateIs(new KindId("chartered"), Ids.Of("false")) },
        { "{ state: listed, missing: true }", new Condition.StateMissing(new KindId("listed"), true) },
        { "{ state: listed, missing: false }", new Condition.StateMissing(new KindId("listed"), false) },
        { "{ state: listed, is: none, held-for-at-least: 6 months }", Held(6) },
        { "{ state: listed, is: none, held-for-at-least: 1 quarter }", Held(3) },
        { "{ state: listed, is: none, held-for-at-least: 2 years }", Held(24) },
        { "{ event: visited }", new Condition.EventOccurred(new KindId("visited"), null, One, One) },
        { "{ event: visited, occurred: in-period, at-least: 2 }",
            new Condition.EventOccurred(new KindId("visited"), null, One, new Number(200)) },
        { "{ event: adopted, is: [ city ], occurred: { within: 3 } }",
            new Condition.EventOccurred(new KindId("adopted"), Ids.Of("city"), new Number(300), One) },
        { "{ event: audited, is: true }", new Condition.EventOccurred(new KindId("audited"), Ids.Of("true"), One,
            One) },
        { "{ silent-for: { quarters: 2 } }", new Condition.SilentFor(new Number(200), null) },
        { "{ silent-for: { quarters: $few, kinds: [ visited ] } }",
            new Condition.SilentFor(new Number(0, "few"), Ids.Of("visited")) },
        { "{ rank-at-most: 3 }", new Condition.RankAtMost(new Number(300)) },
        { "{ rank-at-most: $few }", new Condition.RankAtMost(new Number(0, "few")) },
        { "{ outcome: first }", new Condition.OutcomeIs("first") },
        { "{ history: { grade: B, within: 2, at-least: 2 } }",
            new Condition.History(Ids.Of("B"), null, new Number(200), new Number(200)) },
        { "{ history: { grade: [ A, B ], within: 3 } }", new Condition.History(Ids.Of("A", "B"), null, new Number(300),
            One) },
        { "{ history: { outcome: first } }", new Condition.History(null, Ids.Of("first"), One, One) },
    };

    [Theory, MemberData(nameof(Leaves))]
    public void A_leaf(string written, Condition read) => Assert.Equal(read, Condition(written));

    [Fact]
    public void A_class() => Assert.Equal(new Condition.ClassIs(Ids.Of("one")), Given.Sound(Given.With(
        ("classes", "classes: [ { id: one, title: { zh: 一 } } ]"),
        ("outcomes", "outcomes: [ { id: o, kind: award, title: { zh: 先 }, when: { class-is: one } } ]"))).Outcomes[0].When);

    [Fact]
    public void Conditions_nest()
    {
        var all = Assert.IsType<Condition.All>(
            Condition("{ all: [ { any: [ { grade-is: A } ] }, { none-of: [ { rank-at-most: 1 } ] }, { at-least-of: { n: 1, of: [ { grade-is: B } ] } } ] }"));
        Assert.Equal(new Condition.GradeIs(Ids.Of("A")), Assert.Single(Assert.IsType<Condition.Any>(all.Of[0]).Of));
        Assert.Equal(new Condition.RankAtMost(One), Assert.Single(Assert.IsType<Condition.NoneOf>(all.Of[1]).Of));
        Assert.Equal(One, Assert.IsType<Condition.AtLeastOf>(all.Of[2]).N);
    }

    [Fact]
    public void Eight_conditions_deep_are_read() => Assert.Equal(8, Condition(
        string.Concat(Enumerable.Repeat("{ all: [ ", 7)) + "{ grade-is: A }" + string
            .Concat(Enumerable.Repeat(" ] }", 7))).SelfAndBelow.Count());

    private static Condition Condition(string written) => Given.Sound(Given.WithCondition(written)).Outcomes[1].When!;

    private static Condition.Compare Compare(Subject subject, string? id, long? atLeast = null, long? atMost = null,
        long? below = null) =>
        new(subject, id, new Bounds(Of(atLeast), Of(atMost), Of(below)));

    private static Number? Of(long? hundredths) => hundredths is { } value ? new Number(value) : null;

    private static Condition.StateHeldFor Held(int months) =>
        new(new KindId("listed"), Ids.Of("none"), new Duration(months));
}
