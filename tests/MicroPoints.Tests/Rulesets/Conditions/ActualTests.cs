using MicroPoints.Activities;
using MicroPoints.Rulesets;
using static MicroPoints.Tests.Rules;
using static MicroPoints.Tests.Scored;

namespace MicroPoints.Tests.Rulesets;

/// <summary>What a condition's sentence says there is, and numbers that are not in force wherever a bound names one.</summary>
public sealed class ActualTests
{
    private static readonly Ruleset Rules = Of(Line("M1", PerCount(1), "visit")) with
    {
        Parameters = [Parameter("never", ("2090-01-01", 1))],
        Attributes = [new AttributeDefinition("tier", AttributeType.Option, ["big", "small"], Kinds.Title("tier"))],
        Grades = Grades,
        Classes = [Class("K1"), Class("K2")],
    };

    public static TheoryData<string, string> Sentences => new()
    {
        { "tier", "（实际：small）" },
        { "grade", "（实际：B）" },
        { "class", "（实际：K2）" },
        { "limits", "（实际：L0、L1）" },
        { "rank", "（实际：7）" },
        { "honours", "（实际：nation、city）" },
        { "no tier", "（实际：无记录）" },
        { "no honours", "（实际：无记录）" },
        { "no limits", "（实际：无记录）" },
    };

    private static readonly Dictionary<string, Condition> Asked = new()
    {
        ["tier"] = new Condition.AttributeIs("tier", Ids.Of("big")),
        ["grade"] = new Condition.GradeIs(Ids.Of("A")),
        ["class"] = new Condition.ClassIs(Ids.Of("K1")),
        ["limits"] = new Condition.LimitedBy(Ids.Of("L0", "L1"), Not: true),
        ["rank"] = new Condition.RankAtMost(N(3)),
        ["honours"] = State("honour", "province"),
        ["no tier"] = new Condition.AttributeIs("size", Ids.Of("big")),
        ["no honours"] = State("party", "founded"),
        ["no limits"] = new Condition.LimitedBy(Ids.Of("L2"), Not: false),
    };

    [Theory, MemberData(nameof(Sentences))]
    public void What_is_not_met_says_what_there_is(string asked, string actual)
    {
        var finding = ConditionEvaluator.Evaluate(Asked[asked], Situation());
        Assert.Equal(Verdict.NotMet, finding.Verdict);
        Assert.EndsWith(actual, finding.Sentence.Zh, StringComparison.Ordinal);
        Assert.Equal(asked == "honours", finding.Sentence.EnOrZh.Contains("nation, city", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(false, false, true)]
    public void A_bound_that_is_not_in_force_is_an_error_whichever_it_is(bool least, bool most, bool below)
    {
        var bounds = new Bounds(least ? Ref("never") : N(0), most ? Ref("never") : N(9), below ? Ref("never") : N(9));
        var finding = ConditionEvaluator.Evaluate(new Condition.Compare(Subject.Total, null, bounds), Situation());
        Assert.Equal(Verdict.Error, finding.Verdict);
        Assert.Contains("never", finding.Sentence.Zh, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-07-20", false)]
    [InlineData("2026-06-30", true)]
    public void Within_a_quarter_silence_is_of_whole_quarters_before_it(string visit, bool silent) =>
        Given(Lines.Visits(1, visit)).AsOf("2026-11-15").Asking(new Condition.SilentFor(N(1), Ids.Of("visit")))
            .ThenVerdict(silent ? Verdict.Met : Verdict.NotMet);

    private static Situation Situation()
    {
        var tally = new Tally();
        foreach (var (key, option) in ((string, string)[])[("K1", "nation"), ("K2", "city")])
            tally.Add(new StandingFact(new Fact(new KindId("honour"), Nature.State, On.Parse("2026-01-01"), null,
                new Measured.Option(option), key, null), key[1]));
        var values = new MicroPoints.Rulesets.Values(Rules, new Dictionary<string, SettingValue>());
        var reading = new TallyReading(tally, Kinds.All, Period.Year(2026), new DateOnly(2026, 12, 31));
        return new Situation(Rules, values, reading, new CardScorer(Rules, values)
            .Score(reading, new Dictionary<string, string>(), _ => new PeerStanding(false, null)))
        {
            Attributes = new Dictionary<string, string?> { ["tier"] = "small" },
            Founded = null,
            History = [],
            LimitsMet = new HashSet<string> { "L0", "L1" },
            Grade = "B",
            Class = "K2",
            Rank = 7,
        };
    }
}
