namespace MicroPoints.Tests.Values;

/// <summary>Numbers are written <c>-?(0|[1-9]\d*)(\.\d{1,2})?</c> and kept in whole hundredths.</summary>
public sealed class PointsTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("0.5", 50)]
    [InlineData("0.05", 5)]
    [InlineData("82.35", 8235)]
    [InlineData("-3", -300)]
    [InlineData("-0.01", -1)]
    [InlineData("1.10", 110)]
    [InlineData("-0", 0)]
    [InlineData("1000000000", 100_000_000_000)]
    public void A_number_is_read_to_hundredths(string text, long hundredths) =>
        Assert.Equal(new Points(hundredths), Points.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("+1")]
    [InlineData("01")]
    [InlineData("00")]
    [InlineData(".5")]
    [InlineData("1.")]
    [InlineData("1.234")]
    [InlineData("1e3")]
    [InlineData("1,5")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1_000")]
    [InlineData("٣")]
    [InlineData("１")]
    [InlineData("1000000000.01")]
    [InlineData("99999999999")]
    [InlineData("--1")]
    [InlineData("1.-1")]
    public void Anything_else_is_refused(string text)
    {
        Assert.False(Points.TryParse(text, out var points));
        Assert.Equal(Points.Zero, points);
        Assert.Throws<FormatException>(() => Points.Parse(text));
    }

    [Fact]
    public void What_is_written_is_read_back() => Seeds.ForEach(2_000, random =>
    {
        var points =
            new Points(
            random.NextInt64(-Limits.NumberMax, Limits.NumberMax + 1) / random.Pick(1, 100, 10_000, 1_000_000));
        Assert.Equal(points, Points.Parse(points.ToString()));
        Assert.Equal(points,
            new Points(
            (long)(decimal.Parse(points.ToString(), System.Globalization.CultureInfo.InvariantCulture) * 100)));
    });

    [Fact]
    public void Two_decimals_are_always_written_in_columns() =>
        Assert.Equal(["82.35", "0.50", "-3.00", "-0.05"],
            new[] { 8235L, 50, -300, -5 }.Select(h => new Points(h).ToFixed()));

    [Fact]
    public void Sums_are_checked()
    {
        Assert.Throws<OverflowException>(() => new Points(long.MaxValue) + new Points(1));
        Assert.Throws<OverflowException>(() => -new Points(long.MinValue));
        Assert.Equal(new Points(-1), new Points(1) - new Points(2));
    }
}
