using MicroPoints.Rulesets;
using MicroPoints.Standings;
using static MicroPoints.Tests.Lines;
using static MicroPoints.Tests.Rules;
using static MicroPoints.Tests.Scored;

namespace MicroPoints.Tests.Standings;

/// <summary>What of a trace is told: nothing of reference opinions, and nothing of others to whom one does not reach.</summary>
public sealed class DisclosureTests
{
    private const string County = "450123";

    private static readonly Condition AsksOpinion = new Condition.OutcomeIs("opinion");
    private static readonly Condition AsksEarlier = new Condition.History(null, Ids.Of("opinion"), N(1), N(1));
    private static readonly Condition AsksPlain = new Condition.OutcomeIs("plain");

    private static readonly Ruleset Opinions = Of(Line("M1", PerCount(1), "visit")) with
    {
        Grades = Grades,
        Limits = [Limit("L", AsksEarlier)],
        Outcomes =
        [
            Outcome("opinion") with { Kind = OutcomeKind.Reference, Title = new Title("参阅", "the opinion") },
            Outcome("plain") with { Title = new Title("受邀", "the invitation") },
            Outcome("next", new Condition.All([AsksOpinion, AsksPlain])),
            Outcome("nested", new Condition.All([new Condition.NoneOf([AsksOpinion]), AsksPlain])),
            Outcome("last", AsksPlain),
        ],
    };

    private static ScorecardTrace Whole => Given(Visits(9, "2026-03-01")).Of(m => m with
    {
        History = [new EarlierResult(Period.Year(2025), "A", null, ["opinion"])],
    }).Under(Opinions).Trace(Opinions);

    private static ScorecardTrace Told => Whole.Told(Opinions, new RegionCode(County), _ => true);

    [Fact]
    public void A_condition_on_an_outcome_tells_of_no_other() =>
        Assert.Equal("eligible [plain] OneOf [plain] True", Whole.Outcomes[^1].Condition!.Operands.Told());

    [Fact]
    public void What_asks_for_a_reference_opinion_is_left_out_of_conditions_with_the_counts_around_it()
    {
        Assert.Equal(["plain", "next", "nested", "last"], Told.Outcomes.Select(o => o.Line.Outcome.Id));
        var next = Told.Outcomes[1].Condition!;
        Assert.Equal((Verdict.Met, ""), (next.Verdict, next.Operands.Told()));
        Assert.Equal(AsksPlain, next.Inside.Single().Finding.Condition);
        // A part of nothing else would tell the opinion by its verdict.
        Assert.Equal(AsksPlain, Told.Outcomes[2].Condition!.Inside.Single().Finding.Condition);
        Assert.Single(Told.Outcomes[2].Condition!.Finding.Inside);
        var limit = Told.Limits.Single().Condition;
        Assert.Equal(("此项不公开", ""), (limit.Finding.Sentence.Zh, limit.Operands.Told()));
        foreach (var sentence in new[] { next.Finding.Sentence, limit.Finding.Sentence })
            Assert.DoesNotContain("参阅", sentence.Zh + sentence.EnOrZh, StringComparison.Ordinal);
        Assert.Contains("受邀", next.Finding.Sentence.Zh, StringComparison.Ordinal);
        Assert.Contains("参阅", Whole.Outcomes[2].Condition!.Finding.Sentence.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_that_a_region_set_may_hold_a_reference_opinion() => Assert.False(Disclosure.IsTold(
        new Condition.NoneOf([new Condition.History(null, new Ids([], "given"), N(1), N(1))]), Opinions));

    private static readonly Ruleset Compared = Of(Line("I", new Score.AgainstPeers(N(5), N(1), N(2)), "visit")) with
    {
        Grades = [Grade("A", 1, Count(2, Within.County)), Grade("B", 0)],
        Outcomes = [Outcome("award", null, Count(1)), Outcome("prize", null, Count(1, Within.County))],
    };

    [Theory]
    [InlineData("45", "2–10 A award prize a b c")]
    [InlineData("450123", "– A prize a b c")]
    [InlineData("450123001", "– b")]
    public void Least_most_and_quotas_are_told_to_those_who_reach_all_whom_they_are_measured_by(string reach, string told)
    {
        var trace = GivenChambers(Of("a", "002", 10), Of("b", "001", 4), Of("c", "003", 2)).Under(Compared).Trace(Compared, "b")
            .Told(Compared, new RegionCode("4501"), new RegionCode(reach).Contains);
        var comparison = trace.Lines[0].Comparison!;
        Assert.Equal(told, string.Join(' ', trace.Grade!.Quotas.Select(q => q.Of)
            .Concat(trace.Outcomes.Where(o => o.Quota is not null).Select(o => o.Line.Outcome.Id))
            .Concat(trace.Ranking!.Peers.Select(p => p.Chamber.Value)).Prepend($"{comparison.Least}–{comparison.Most}")));
        Assert.Equal(reach == "45", trace.Lines[0].Terms.Count > 0);
        Assert.Equal((3, reach != "45"), (comparison.Peers, comparison.IsWithheld));
        Assert.Equal(reach != "45", string.Join(' ', new TraceProse(Compared, Kinds.All).Line(trace.Lines[0]).Select(s => s.Zh))
            .Contains("只对管辖全部这些商会的人显示", StringComparison.Ordinal));

        static Member Of(string id, string town, int visits) => new(id, Visits(visits, "2026-03-01")) { Seat = County + town };
    }
}
