namespace MicroPoints.Cli.Tests.Demo;

/// <summary>The demo at a province's scale: its counts are the published ones, its bytes the same each time.</summary>
public sealed class GuangxiDemoTests(Guangxi demo) : IClassFixture<Guangxi>
{
    [Fact]
    public void Two_runs_give_the_same_bytes() => Assert.Equal(demo.First, demo.Second);

    [Fact]
    public void Every_chamber_is_ranked_and_the_proof_replays()
    {
        Assert.Equal(1123, demo.Json.GetProperty("chambers").GetInt32());
        Assert.Equal(1123, demo.Json.GetProperty("round").GetProperty("ranked").GetInt32());
        Assert.True(demo.Json.GetProperty("round").GetProperty("replayed").GetBoolean());
        Assert.Equal(1123, demo.Json.GetProperty("standings").GetArrayLength());
    }

    [Fact]
    public void A_year_has_between_220_and_230_thousand_activities() =>
        Assert.InRange(demo.Json.GetProperty("activities").GetInt64(), 220_000, 230_000);

    [Theory]
    [InlineData("registered", 445)]
    [InlineData("party-organisations", 433)]
    [InlineData("party-instructors", 407)]
    [InlineData("star-organisations", 105)]
    [InlineData("four-good-province", 249)]
    [InlineData("four-good-national", 20)]
    [InlineData("integrity-pioneers", 45)]
    [InlineData("mediation-bodies", 962)]
    public void The_ledgers_give_the_published_count(string row, int published) =>
        Assert.Equal(published, Numerator(row));

    [Fact]
    public void The_ledgers_give_more_than_forty_thousand_mediated_disputes() =>
        Assert.True(Numerator("disputes") > 40_000);

    private long Numerator(string row) => demo.Json.GetProperty("coverage").EnumerateArray()
        .Single(r => r.GetProperty("id").GetString() == row).GetProperty("numerator").GetInt64();
}
