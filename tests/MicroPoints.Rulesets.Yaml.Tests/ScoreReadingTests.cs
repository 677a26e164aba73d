using MicroPoints.Activities;

namespace MicroPoints.Rulesets.Yaml.Tests;

/// <summary>Every scoring function, with its modifiers and defaults.</summary>
public sealed class ScoreReadingTests
{
    private static readonly Number One = new(100);

    [Fact]
    public void Flag() => Assert.Equal(new Score.Flag(new Number(250)), Score("[ audited ]", "{ flag: 2.5 }"));

    [Fact]
    public void Flag_of_a_state() => Assert.Equal(new Score.Flag(One), Score("[ chartered ]", "{ flag: 1 }"));

    [Fact]
    public void Per_count() => Assert.Equal(new Score.PerCount(new Number(50)),
        Score("[ visited ]", "{ per-count: 0.5 }"));

    [Fact]
    public void Per_period() => Assert.Equal(new Score.PerPeriod(One, PeriodPart.Month),
        Score("[ visited ]", "{ per-period: { points: 1, each: month } }"));

    [Theory]
    [InlineData("", Rounding.HalfUp)]
    [InlineData(", rounding: half-up", Rounding.HalfUp)]
    [InlineData(", rounding: down", Rounding.Down)]
    [InlineData(", rounding: up", Rounding.Up)]
    public void Per_quantity_rounds_half_up_unless_said(string written, Rounding read) => Assert.Equal(
        new Score.PerQuantity(One, new Number(1000), read),
            Score("[ hours ]", $"{{ per-quantity: {{ points: 1, every: 10{written} }} }}"));

    [Fact]
    public void From_full() => Assert.Equal(new Score.FromFull(new Number(300), One),
        Score("[ visited ]", "{ from-full: { points: 3, minus: 1 } }"));

    [Fact]
    public void In_proportion() => Assert.Equal(new Score.InProportion(new Number(200), null),
        Score("[ signed ]", "{ in-proportion: 2 }"));

    [Fact]
    public void In_proportion_with_participation() => Assert.Equal(
        new Score.InProportion(new Number(200), new Number(5000)),
            Score("[ surveyed ]", "{ in-proportion: 2, participation-at-least: 50 }"));

    [Fact]
    public void Tiers_are_kept_highest_first_however_written()
    {
        var score = Assert.IsType<Score.ByTier>(Score("[ surveyed ]",
            "{ tier: [ { at-least: 60, points: 1 }, { at-least: 90, points: 4 } ], participation-at-least: 50 }"));
        Assert.Equal([new Tier(new Number(9000), new Number(400)), new Tier(new Number(6000), One)], score.Tiers);
        Assert.Equal(new Number(5000), score.ParticipationAtLeast);
    }

    [Fact]
    public void Option() => Assert.Equal([new OptionPoints("county", One), new OptionPoints("city", new Number(200))],
        Assert.IsType<Score.Option>(Score("[ adopted ]", "{ option: { county: 1, city: 2 } }")).Options);

    [Fact]
    public void Option_of_a_flag() => Assert.Equal([new OptionPoints("true", One)],
        Assert.IsType<Score.Option>(Score("[ chartered ]", "{ option: { true: 1 } }")).Options);

    [Fact]
    public void Highest_over_several_kinds() => Assert.Equal(["county", "abnormal"],
        Assert.IsType<Score.Highest>(Score("[ adopted, listed ]", "{ highest: { county: 1, abnormal: 2 } }")).Options
            .Select(o => o.Option));

    [Theory]
    [InlineData("", false)]
    [InlineData(", once-across-periods: true", true)]
    public void Once_per_key(string modifier, bool across)
    {
        var score = Assert.IsType<Score.OncePerKey>(Score("[ project ]",
            $"{{ once-per-key: {{ agreed: 2, landed: 5 }}{modifier} }}"));
        Assert.Equal((across, 2), (score.AcrossPeriods, score.Options.Count));
    }

    [Fact]
    public void Discretionary() => Assert.Equal(new Score.Discretionary(new Number(50), new Number(300)),
        Score("[ awarded ]", "{ discretionary: { from: 0.5, to: 3 } }"));

    [Theory]
    [InlineData("{ points: 5, base: 3, fallback: 4 }", 300, 400)]
    [InlineData("{ points: 5, base: 3 }", 300, 300)]
    [InlineData("{ points: 5 }", 0, 0)]
    public void Against_peers_falls_back_to_its_base(string written, long least, long fallback) => Assert.Equal(
        new Score.AgainstPeers(new Number(500), new Number(least), new Number(fallback)),
            Score("[ visited ]", $"{{ against-peers: {written} }}"));

    [Fact]
    public void Checklist_of_plain_and_pointed_items()
    {
        var score = Assert.IsType<Score.Checklist>(Score("[]",
            "{ checklist: { items: [ audited, { kind: chartered, points: 1 } ], points: 3 } }"));
        Assert.Equal([new ChecklistItem(new KindId("audited"), null), new ChecklistItem(new KindId("chartered"), One)],
            score.Items);
        Assert.Equal(new Number(300), score.Points);
    }

    [Fact]
    public void A_parameter_or_number_setting_may_stand_for_any_number()
    {
        var text = Given.WithScore("[ { kind: visited, weight: $w } ]", "{ per-count: $p }", "cap: $w").Replace(
            "categories:",
            "settings: { w: { type: number, default: 2, title: { zh: 权 } } }\nparameters: { p: { unit: points, values: [ { from: '2026-01-01', value: 0.5 } ] } }\ncategories:", StringComparison.Ordinal);
        var indicator = Given.Sound(text).Leaves.Single();
        Assert.Equal((new Score.PerCount(new Number(0, "p")), new Number(0, "w"), new Number(0, "w")),
            (indicator.Score, indicator.Cap, indicator.Counts[0].Weight));
    }

    [Theory]
    [InlineData("visited")]
    [InlineData("[ visited ]")]
    [InlineData("[ { kind: visited } ]")]
    [InlineData("{ kind: visited }")]
    public void Counts_takes_a_kind_or_a_list(string counts) =>
        Assert.Equal(new Counted(new KindId("visited")), Assert.Single(
            Given.Sound(Given.WithScore(counts, "{ per-count: 1 }")).Leaves.Single().Counts));

    [Fact]
    public void Counts_may_be_weighted_and_narrowed() => Assert.Equal(
        new Counted(new KindId("project"), new Number(-50), "agreed", "p1"),
        Given.Sound(Given.WithScore("[ { kind: project, weight: -0.5, option: agreed, key: p1 } ]",
            "{ per-count: 1 }")).Leaves.Single().Counts[0]);

    private static Score? Score(string counts, string score)
    {
        var text = Given.WithScore(counts, score);
        return Given.Sound(counts == "[]" ? text.Replace("        counts: []\n", "", StringComparison.Ordinal)
            : text).Leaves.Single().Score;
    }
}
