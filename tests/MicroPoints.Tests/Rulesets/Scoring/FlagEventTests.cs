using MicroPoints.Activities;
using MicroPoints.Rulesets;
using static MicroPoints.Tests.Lines;
using static MicroPoints.Tests.Rules;

namespace MicroPoints.Tests.Rulesets;

/// <summary>Which day's value a flag of the year takes: p is 1 until July and 2 from then on.</summary>
public sealed class FlagEventTests
{
    private static readonly Ruleset Dated = Of(Line("I", new Score.Flag(Ref("p")), "oath")) with
    {
        Parameters = [Parameter("p", ("2026-01-01", 1), ("2026-07-01", 2))],
    };

    private static Points? PointsOf(bool keyed, params (string On, bool Value)[] flags)
    {
        var kinds = new KindCatalogue("test", Digest.OfText("kinds"),
            [new(new KindId("oath"), Kinds.Title("oath"), Nature.Event, MeasureType.Flag, null, [], keyed, null, null,
                null, [])]);
        var tally = new Tally();
        foreach (var (at, flag) in flags.Index())
            tally.Add(new StandingFact(new Fact(new KindId("oath"), Nature.Event, On.Parse(flag.On), null,
                new Measured.Flag(flag.Value), keyed ? "k" : null, null), at + 1));
        var reading = new TallyReading(tally, kinds, Period.Year(2026), D("2026-12-31"));
        var scorer = new CardScorer(Dated, new MicroPoints.Rulesets.Values(Dated, new Dictionary<string, SettingValue>()));
        return scorer.Score(reading, new Dictionary<string, string>(), _ => default).Line("I")?.Points;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Saying_it_again_at_a_new_value_leaves_it_at_that_of_the_earliest_day(bool keyed) =>
        Assert.Equal(P(1), PointsOf(keyed, ("2026-03-01", true), ("2026-08-01", true)));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_latest_word_decides_whether_it_is_true(bool keyed) =>
        Assert.Equal(P(0), PointsOf(keyed, ("2026-03-01", true), ("2026-08-01", false)));

    [Fact]
    public void A_key_is_valued_at_its_earliest_fact_whatever_that_said() =>
        Assert.Equal(P(1), PointsOf(keyed: true, ("2026-03-01", false), ("2026-08-01", true)));

    [Fact]
    public void Without_a_key_a_false_fact_values_nothing() =>
        Assert.Equal(P(2), PointsOf(keyed: false, ("2026-03-01", false), ("2026-08-01", true)));
}
