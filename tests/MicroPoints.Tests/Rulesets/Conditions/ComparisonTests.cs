using MicroPoints.Rulesets;
using static MicroPoints.Tests.Lines;
using static MicroPoints.Tests.Rules;
using static MicroPoints.Tests.Scored;

namespace MicroPoints.Tests.Rulesets;

/// <summary>Leaves with bounds: total, category, indicator, deduction, rate, attribute.</summary>
public sealed class ComparisonTests
{
    private static readonly Ruleset Five = Of(Line("I", PerCount(1), "visit"))
        with
    { Deductions = [Deduct("K", -2, "talk")] };

    private static Condition Compare(Subject subject, string? id, decimal? least = null, decimal? most = null,
        decimal? below = null) =>
        new Condition.Compare(subject, id, new Bounds(Bound(least), Bound(most), Bound(below)));

    private static Number? Bound(decimal? value) => value is { } v ? N(v) : null;

    private static Cards Ask(Condition condition) =>
        Given(Visits(7, "2026-01-01"), Talks(1, "2026-01-01")).Asking(condition, Five);

    [Theory]
    [InlineData(Subject.Total, null, 5)]
    [InlineData(Subject.Category, "C", 7)]
    [InlineData(Subject.Indicator, "I", 7)]
    [InlineData(Subject.Deduction, "K", -2)]
    public void Points_are_compared_at_least_at_most_and_below(Subject subject, string? id, decimal actual)
    {
        Ask(Compare(subject, id, least: actual)).ThenMet();
        Ask(Compare(subject, id, least: actual + 0.01m)).ThenNotMet();
        Ask(Compare(subject, id, most: actual)).ThenMet();
        Ask(Compare(subject, id, most: actual - 0.01m)).ThenNotMet();
        Ask(Compare(subject, id, below: actual)).ThenNotMet();
        Ask(Compare(subject, id, below: actual + 0.01m)).ThenMet();
    }

    [Fact]
    public void All_bounds_given_must_hold()
    {
        Ask(Compare(Subject.Total, null, least: 1, most: 9)).ThenMet();
        Ask(Compare(Subject.Total, null, least: 1, most: 4)).ThenNotMet();
    }

    private static readonly Scored Surveyed = Given(Survey(2, 3, 3, "2026-05-01"));

    [Theory]
    [InlineData(66.66, true)]
    [InlineData(66.67, false)]
    public void A_rate_is_compared_exactly(decimal least, bool met) =>
        Surveyed.Asking(Compare(Subject.Rate, "survey", least: least)).ThenVerdict(met ? Verdict.Met : Verdict.NotMet);

    [Fact]
    public void A_rate_never_measured_meets_no_bound()
    {
        Given().Asking(Compare(Subject.Rate, "survey", least: 0)).ThenNotMet();
        Given().Asking(Compare(Subject.Rate, "survey", below: 60)).ThenNotMet();
    }

    [Fact]
    public void A_share_is_a_rate_too() =>
        Given(Signing(9, 10, "2026-01-01")).Asking(Compare(Subject.Rate, "signing", least: 90)).ThenMet();

    private static readonly Ruleset Attributed = Empty with
    {
        Attributes = [
            new("staff", AttributeType.Number, [], Kinds.Title("staff")),
                new("size", AttributeType.Option, ["small", "large"], Kinds.Title("size")),
            new("since", AttributeType.Day, [], Kinds.Title("since"))],
    };

    private static Cards Ask(Condition condition, string attribute, string value) => Given()
        .Of(m => m with { Attributes = [(attribute, value, "2026-03-01")] }).Asking(condition, Attributed);

    [Fact]
    public void A_number_attribute_is_compared_and_an_unknown_one_meets_nothing()
    {
        Ask(Compare(Subject.Attribute, "staff", least: 2), "staff", "2").ThenMet();
        Ask(Compare(Subject.Attribute, "staff", least: 2.01m), "staff", "2").ThenNotMet();
        Given().Asking(Compare(Subject.Attribute, "staff", most: 9), Attributed).ThenNotMet();
    }

    [Fact]
    public void A_number_attribute_that_is_no_number_is_an_error() =>
        Ask(Compare(Subject.Attribute, "staff", least: 2), "staff", "two").ThenError();

    private static Condition Since(string? least = null, string? most = null, string? below = null) =>
        new Condition.AttributeDay("since", Day(least), Day(most), Day(below));

    private static DateOnly? Day(string? day) => day is null ? null : Lines.D(day);

    [Fact]
    public void A_day_attribute_is_compared()
    {
        Ask(Since(least: "2020-01-02"), "since", "2020-01-02").ThenMet();
        Ask(Since(least: "2020-01-03"), "since", "2020-01-02").ThenNotMet();
        Ask(Since(most: "2020-01-02"), "since", "2020-01-02").ThenMet();
        Ask(Since(most: "2020-01-01"), "since", "2020-01-02").ThenNotMet();
        Ask(Since(below: "2020-01-02"), "since", "2020-01-02").ThenNotMet();
    }

    [Fact]
    public void A_day_attribute_that_is_no_day_is_an_error_and_an_unknown_one_is_not_met()
    {
        Ask(Since(least: "2020-01-01"), "since", "spring").ThenError();
        Given().Asking(Since(most: "2020-01-01"), Attributed).ThenNotMet();
    }

    private static readonly Condition Large = new Condition.AttributeIs("size", Ids.Of("large"));

    [Fact]
    public void An_option_attribute_is_or_is_not()
    {
        Ask(Large, "size", "large").ThenMet();
        Ask(Large, "size", "small").ThenNotMet();
        Given().Asking(Large, Attributed).ThenNotMet();
    }

    [Fact]
    public void An_attribute_is_missing_or_not()
    {
        Given().Asking(new Condition.AttributeMissing("size", true), Attributed).ThenMet();
        Ask(new Condition.AttributeMissing("size", true), "size", "small").ThenNotMet();
        Ask(new Condition.AttributeMissing("size", false), "size", "small").ThenMet();
    }

    [Theory]
    [InlineData("2026-02-28", false)]
    [InlineData("2026-03-01", true)]
    public void An_attribute_is_a_dated_fact(string day, bool met) => Given().AsOf(day)
        .Of(m => m with { Attributes = [("size", "large", "2026-03-01")] }).Asking(Large, Attributed)
            .ThenVerdict(met ? Verdict.Met : Verdict.NotMet);

    [Fact]
    public void The_attribute_set_last_by_the_day_counts() => Given()
        .Of(m => m with { Attributes = [("size", "large", "2026-03-01"), ("size", "small", "2026-02-01")] })
            .Asking(Large, Attributed).ThenMet();

    [Theory]
    [InlineData(nameof(Subject.Total))]
    [InlineData("event")]
    [InlineData("rank")]
    [InlineData("history")]
    [InlineData("at-least-of")]
    [InlineData("silent")]
    public void A_number_that_is_not_in_force_yet_is_an_error_and_never_not_met(string leaf)
    {
        var later = Ref("later");
        Condition condition = leaf switch
        {
            "event" => new Condition.EventOccurred(new KindId("visit"), null, N(1), later),
            "rank" => new Condition.RankAtMost(later),
            "history" => new Condition.History(Ids.Of("A"), null, N(2), later),
            "at-least-of" => new Condition.AtLeastOf(later, [State("party", "founded")]),
            "silent" => new Condition.SilentFor(later, Ids.Of("visit")),
            _ => new Condition.Compare(Subject.Total, null, new Bounds(null, null, later)),
        };
        Given().Asking(condition, Empty with { Parameters = [Parameter("later", ("2027-01-01", 1))] }).ThenError();
    }
}
