namespace MicroPoints.Tests.Values;

public sealed class RegionAndDigestTests
{
    [Theory]
    [InlineData("45", true)]
    [InlineData("4501", true)]
    [InlineData("450123", true)]
    [InlineData("450123001", true)]
    [InlineData("450", false)]
    [InlineData("45012", false)]
    [InlineData("4501230011", false)]
    [InlineData("４５", false)]
    [InlineData("ab", false)]
    [InlineData("", false)]
    public void A_region_has_two_four_six_or_nine_digits(string text, bool valid) =>
        Assert.Equal(valid, RegionCode.IsValid(text));

    [Theory]
    [InlineData("45", "450123001", true)]
    [InlineData("450123", "450123", true)]
    [InlineData("450123", "4501", false)]
    [InlineData("450123", "450124001", false)]
    [InlineData("00", "450124001", true)]
    [InlineData("45", "00", false)]
    public void A_region_contains_itself_and_everything_below(string region, string other, bool contains) =>
        Assert.Equal(contains, new RegionCode(region).Contains(new RegionCode(other)));

    [Fact]
    public void A_county_without_its_own_settings_inherits_upwards() =>
        Assert.Equal(["450123001", "450123", "4501", "45", "00"], new RegionCode("450123001").Upwards()
            .Select(r => r.Value));

    [Theory]
    [InlineData(RegionLevel.Province, "45")]
    [InlineData(RegionLevel.City, "4501")]
    [InlineData(RegionLevel.County, "450123")]
    [InlineData(RegionLevel.Township, "450123001")]
    public void The_enclosing_region_of_a_level(RegionLevel level, string region) =>
        Assert.Equal(region, new RegionCode("450123001").Enclosing(level).Value);

    [Fact]
    public void A_digest_is_written_and_read_as_64_lower_case_digits()
    {
        const string empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        Assert.Equal(empty, Digest.Of([]).ToString());
        Assert.Equal(Digest.Of([]), Digest.Parse(empty));
        Assert.False(Digest.TryParse(empty.ToUpperInvariant(), out _));
        Assert.False(Digest.TryParse(empty[1..], out _));
        Assert.False(Digest.TryParse(null, out _));
    }

    [Fact]
    public void Digests_order_as_their_text_does() => Seeds.ForEach(200, random =>
    {
        var (a, b) = (Digest.OfText($"{random.Next()}"), Digest.OfText($"{random.Next()}"));
        Assert.Equal(Math.Sign(string.CompareOrdinal(a.ToString(), b.ToString())), Math.Sign(a.CompareTo(b)));
    });
}
