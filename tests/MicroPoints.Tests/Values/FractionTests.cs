using System.Numerics;

namespace MicroPoints.Tests.Values;

/// <summary>Exact fractions against unbounded integers, and rounding half-up once.</summary>
public sealed class FractionTests
{
    private static Int128 Some(Random random) => random.Next(6) switch
    {
        0 => 0,
        1 => random.Next(-9, 10),
        2 => random.NextInt64(-1_000_000, 1_000_000),
        3 => (Int128)random.NextInt64() * random.Pick(-1, 1),
        4 => random.Next(-99, 99) * 27_720,
        _ => random.Next(-9, 9) * (Int128)Fraction.UnitsPerOne,
    };

    private static Fraction Any(Random random) =>
        new(Some(random), random.Pick<Int128>(1, 2, 3, 7, 12, 100, 27_720, Fraction.UnitsPerOne, 997));

    /// <summary>a ÷ b as numerator and denominator of any size.</summary>
    private static void IsEqual(BigInteger numerator, BigInteger denominator, Fraction actual) =>
        Assert.Equal(numerator * actual.Denominator, denominator * actual.Numerator);

    [Fact]
    public void Arithmetic_is_that_of_unbounded_integers() => Seeds.ForEach(2_000, random =>
    {
        var (a, b) = (Any(random), Any(random));
        var (an, ad, bn, bd) =
            ((BigInteger)a.Numerator, (BigInteger)a.Denominator, (BigInteger)b.Numerator, (BigInteger)b.Denominator);
        IsEqual(an * bd + bn * ad, ad * bd, a + b);
        IsEqual(an * bd - bn * ad, ad * bd, a - b);
        IsEqual(an * bn, ad * bd, a * b);
        if (!b.IsZero) IsEqual(an * bd, ad * bn, a / b);
        Assert.Equal((an * bd).CompareTo(bn * ad), a.CompareTo(b));
        Assert.Equal((an * bd == bn * ad, an * bd < bn * ad), (a == b, a < b));
        if (a == b) Assert.Equal(a.GetHashCode(), b.GetHashCode());
    });

    [Fact]
    public void Rounding_is_that_of_unbounded_integers() => Seeds.ForEach(2_000, random =>
    {
        var a = Any(random);
        var floor = BigInteger.DivRem(BigInteger.Abs(a.Numerator), a.Denominator, out var rest);
        var magnitude = (Rounding rounding) => rounding switch
        {
            Rounding.Down => floor,
            Rounding.Up => rest > 0 ? floor + 1 : floor,
            _ => 2 * rest >= a.Denominator ? floor + 1 : floor,
        };
        foreach (var rounding in Enum.GetValues<Rounding>())
            Assert.Equal(magnitude(rounding) * Int128.Sign(a.Numerator), (BigInteger)a.ToWhole(rounding).Numerator);
    });

    [Theory]
    [InlineData(1, 200, 1)]
    [InlineData(1, 201, 0)]
    [InlineData(3, 200, 2)]
    [InlineData(2, 3, 67)]
    [InlineData(1, 8, 13)]
    [InlineData(0, 8, 0)]
    public void Points_are_the_nearest_hundredth_and_half_goes_up(int numerator, int denominator, long hundredths) =>
        Assert.Equal(new Points(hundredths), new Fraction(numerator, denominator).ToPoints());

    [Theory]
    [InlineData(6, 3, "2")]
    [InlineData(1, 4, "0.25")]
    [InlineData(-1, 2, "-0.5")]
    [InlineData(2, 6, "1/3")]
    [InlineData(1, 1000, "1/1000")]
    public void It_is_written_shortly_and_exactly(int numerator, int denominator, string text) =>
        Assert.Equal(text, new Fraction(numerator, denominator).ToString());

    [Fact]
    public void The_default_is_zero() =>
        Assert.Equal((Fraction.Zero, (Int128)1), (default, default(Fraction).Denominator));

    [Fact]
    public void Every_part_up_to_twelfths_of_a_hundredth_is_whole_units() =>
        Assert.All(Enumerable.Range(1, Limits.PartOfMax), m => Assert.Equal(0, Fraction.UnitsPerOne / 100 % m));

    [Fact]
    public void Nothing_is_divided_by_nothing()
    {
        Assert.Throws<InvariantException>(() => Fraction.Whole(1) / Fraction.Zero);
        Assert.Throws<InvariantException>(() => new Fraction(1, 0));
    }

    [Fact]
    public void What_does_not_fit_stops_rather_than_wraps() =>
        Assert.Throws<OverflowException>(() => new Fraction(Int128.MaxValue, 1) + new Fraction(1, 1));
}
