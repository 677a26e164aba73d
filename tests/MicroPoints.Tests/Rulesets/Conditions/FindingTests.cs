using MicroPoints.Activities;
using MicroPoints.Rulesets;
using static MicroPoints.Tests.Rules;

namespace MicroPoints.Tests.Rulesets;

/// <summary>The words of a finding, which are put together when they are first read.</summary>
public sealed class FindingTests
{
    private static readonly DateOnly Day = new(2026, 12, 31);

    public static TheoryData<string> Conditions => [.. Asked.Keys];

    private static readonly Dictionary<string, Condition> Asked = new()
    {
        ["occurred"] = new Condition.EventOccurred(new KindId("visit"), null, N(1), N(9)),
        ["silent"] = new Condition.SilentFor(N(2), Ids.Of("visit")),
        ["state"] = State("party", "due"),
        ["held"] = new Condition.StateHeldFor(new KindId("party"), Ids.Of("founded"), new Duration(30)),
        ["rate"] = new Condition.Compare(Subject.Rate, "survey", new Bounds(N(99), null, null)),
        ["total"] = new Condition.Compare(Subject.Total, null, new Bounds(N(99), null, null)),
        ["joined"] = new Condition.Any([State("party", "due"), new Condition.SilentFor(N(2), Ids.Of("visit"))]),
    };

    [Theory, MemberData(nameof(Conditions))]
    public void What_is_recorded_after_an_evaluation_does_not_change_what_it_found(string condition)
    {
        var tally = Tally();
        var (read, unread) = (Evaluate(condition, tally), Evaluate(condition, tally));
        var (before, verdict) = (read.Sentence, unread.Verdict);
        foreach (var line in (Line[])[Lines.Visits(7, "2026-12-30"), Lines.Option("party", "due", "2026-12-30"),
            Lines.Survey(1, 100, 100, "2026-12-30")]) Add(tally, line, sequence: 100);
        Assert.NotEqual(before, Evaluate(condition, tally).Sentence);
        Assert.Equal((before, verdict), (unread.Sentence, unread.Verdict));
    }

    [Theory, MemberData(nameof(Conditions))]
    public void Findings_are_equal_whether_or_not_they_were_read(string condition)
    {
        var (read, unread) = (Evaluate(condition, Tally()), Evaluate(condition, Tally()));
        Assert.NotEmpty(read.Sentence.Zh);
        Assert.Equal(read, unread);
        Assert.NotEqual(read, Evaluate(condition, new Tally()));
    }

    private static Tally Tally()
    {
        var tally = new Tally();
        Line[] lines =
            [Lines.Visits(3, "2026-11-05"), Lines.Option("party", "founded", "2025-03-01"), Lines.Survey(80, 90, 100, "2026-05-01")];
        for (var i = 0; i < lines.Length; i++) Add(tally, lines[i], i + 1);
        return tally;
    }

    private static void Add(Tally tally, Line line, int sequence)
    {
        var kind = Kinds.All[new KindId(line.Kind)];
        tally.Add(new StandingFact(new Fact(kind.Id, kind.Nature, On.Parse(line.On), null, line.Measured, null, null), sequence));
    }

    private static Finding Evaluate(string condition, Tally tally)
    {
        var ruleset = Of(Line("M1", PerCount(1), "visit"));
        var (values, reading) = (new MicroPoints.Rulesets.Values(ruleset, new Dictionary<string, SettingValue>()),
            new TallyReading(tally, Kinds.All, Period.Year(2026), Day));
        var card = new CardScorer(ruleset, values).Score(reading, new Dictionary<string, string>(), _ => new PeerStanding(false, null));
        return ConditionEvaluator.Evaluate(Asked[condition], new Situation(ruleset, values, reading, card)
        {
            Attributes = new Dictionary<string, string?>(),
            Founded = null,
            History = [],
        });
    }
}
