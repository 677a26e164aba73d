using MicroPoints.Rulesets;
using static MicroPoints.Tests.Lines;
using static MicroPoints.Tests.Rules;
using static MicroPoints.Tests.Scored;

namespace MicroPoints.Tests.Rulesets;

/// <summary>all, any, none-of, at-least-of over the three verdicts; error is never not met.</summary>
public sealed class JoiningTests
{
    private static readonly Condition Yes = State("party", "founded"), No = State("party", "due"),
        Broken = new Condition.Compare(Subject.Attribute, "staff", new Bounds(N(1), null, null));

    private static readonly Ruleset Attributed = Empty
        with
    { Attributes = [new("staff", AttributeType.Number, [], Kinds.Title("staff"))] };

    /// <summary>A chamber of which y is met, n is not and e ends in an error.</summary>
    private static Verdict Joined(Func<IReadOnlyList<Condition>, Condition> join, string inside)
    {
        Condition[] of = [.. inside.Select(c => c switch { 'y' => Yes, 'n' => No, _ => Broken })];
        return Given(Option("party", "founded", "2026-01-01"))
            .Of(m => m with { Attributes = [("staff", "two", "2026-01-01")] })
            .Asking(join(of), Attributed)[null].Limits[0].Finding.Verdict;
    }

    [Theory]
    [InlineData("yy", Verdict.Met)]
    [InlineData("yn", Verdict.NotMet)]
    [InlineData("ye", Verdict.Error)]
    [InlineData("ne", Verdict.NotMet)]
    public void All(string inside, Verdict verdict) =>
        Assert.Equal(verdict, Joined(of => new Condition.All(of), inside));

    [Theory]
    [InlineData("nn", Verdict.NotMet)]
    [InlineData("yn", Verdict.Met)]
    [InlineData("ye", Verdict.Met)]
    [InlineData("ne", Verdict.Error)]
    public void Any(string inside, Verdict verdict) =>
        Assert.Equal(verdict, Joined(of => new Condition.Any(of), inside));

    [Theory]
    [InlineData("nn", Verdict.Met)]
    [InlineData("yn", Verdict.NotMet)]
    [InlineData("ye", Verdict.NotMet)]
    [InlineData("ne", Verdict.Error)]
    public void None_of(string inside, Verdict verdict) =>
        Assert.Equal(verdict, Joined(of => new Condition.NoneOf(of), inside));

    [Theory]
    [InlineData("yyn", Verdict.Met)]
    [InlineData("ynn", Verdict.NotMet)]
    [InlineData("yen", Verdict.Error)]
    [InlineData("yye", Verdict.Met)]
    [InlineData("nne", Verdict.NotMet)]
    public void At_least_two_of_three(string inside, Verdict verdict) =>
        Assert.Equal(verdict, Joined(of => new Condition.AtLeastOf(N(2), of), inside));

    [Fact]
    public void Joined_conditions_nest() =>
        Given(Option("party", "founded", "2026-01-01"))
            .Asking(new Condition.All([new Condition.Any([No, Yes]), new Condition.NoneOf([No])])).ThenMet();

    [Fact]
    public void An_error_in_a_limit_is_shown_among_the_scorecards_errors() => Assert.Single(
        Given().Of(m => m with { Attributes = [("staff", "two", "2026-01-01")] }).Asking(Broken, Attributed)[null]
            .Errors);

    [Fact]
    public void An_error_in_an_outcome_is_shown_among_the_scorecards_errors() => Assert.Single(
        Given().Of(m => m with { Attributes = [("staff", "two", "2026-01-01")] })
            .Under(Attributed with { Outcomes = [Outcome("o", Broken)] })[null].Errors);

    [Fact]
    public void An_error_in_a_class_is_shown_among_the_scorecards_errors() => Assert.Single(
        Given().Of(m => m with { Attributes = [("staff", "two", "2026-01-01")] })
            .Under(Attributed with { Classes = [Class("large", Broken), Class("small")] })[null].Errors);

    [Fact]
    public void An_error_in_a_limit_that_is_switched_off_is_none() => Assert.Empty(
        Given().Of(m => m with { Attributes = [("staff", "two", "2026-01-01")] }).Under(Attributed with
        {
            Settings = [Switch("s", false)],
            Limits = [Limit("L", Broken) with { EnabledBy = "s" }],
        })[null].Errors);

    [Fact]
    public void Every_finding_says_in_both_languages_what_is_and_what_is_required()
    {
        var finding = Given(Visits(3, "2026-01-01"))
            .Asking(new Condition.Compare(Subject.Total, null, new Bounds(N(5), null, null)),
            Of(Line("I", PerCount(1), "visit")))[null].Limits[0].Finding;
        Assert.Contains("3", finding.Sentence.Zh);
        Assert.Contains("5", finding.Sentence.Zh);
        Assert.Contains("3", finding.Sentence.En);
        Assert.Contains("5", finding.Sentence.En);
    }
}
