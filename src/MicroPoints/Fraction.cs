using System.Globalization;
using System.Numerics;

namespace MicroPoints;

/// <summary>How a division becomes a whole number.</summary>
public enum Rounding
{
    HalfUp = 1,
    Down = 2,
    Up = 3,
}

/// <summary>An exact rational number: amounts before they are rounded, once, to points.</summary>
/// <remarks>
/// The denominator is positive. Sums of equal denominators stay in 128-bit integers; everything else goes through
/// unbounded integers and back, reduced. The default value is zero.
/// </remarks>
public readonly struct Fraction : IComparable<Fraction>, IEquatable<Fraction>
{
    /// <summary>Amounts are counted in this part of one: hundredths (quantities, weights, points) by twelfths and less (parts).</summary>
    public const int UnitsPerOne = 100 * 27_720;

    private readonly Int128 _denominatorLessOne;

    public Fraction(Int128 numerator, Int128 denominator)
    {
        Invariant.Holds(denominator > 0, "a denominator is positive");
        Numerator = numerator;
        _denominatorLessOne = denominator - 1;
    }

    public Int128 Numerator { get; }
    public Int128 Denominator => _denominatorLessOne + 1;

    public static Fraction Zero => default;
    public static Fraction Whole(long value) => new(value, 1);
    public static Fraction OfPoints(Points points) => new(points.Hundredths, 100);
    public static Fraction OfUnits(Int128 units) => new(units, UnitsPerOne);

    public bool IsZero => Numerator == 0;

    public static Fraction operator +(Fraction a, Fraction b) =>
        a.Denominator == b.Denominator
            ? new Fraction(checked(a.Numerator + b.Numerator), a.Denominator)
            : Reduce((BigInteger)a.Numerator * b.Denominator + (BigInteger)b.Numerator * a.Denominator,
                (BigInteger)a.Denominator * b.Denominator);

    public static Fraction operator -(Fraction a) => new(checked(-a.Numerator), a.Denominator);
    public static Fraction operator -(Fraction a, Fraction b) => a + -b;

    public static Fraction operator *(Fraction a, Fraction b) =>
        Reduce((BigInteger)a.Numerator * b.Numerator, (BigInteger)a.Denominator * b.Denominator);

    public static Fraction operator /(Fraction a, Fraction b)
    {
        Invariant.Holds(!b.IsZero, "a divisor is not zero");
        var n = (BigInteger)a.Numerator * b.Denominator;
        var d = (BigInteger)a.Denominator * b.Numerator;
        return d.Sign < 0 ? Reduce(-n, -d) : Reduce(n, d);
    }

    public static bool operator <(Fraction a, Fraction b) => a.CompareTo(b) < 0;
    public static bool operator >(Fraction a, Fraction b) => a.CompareTo(b) > 0;
    public static bool operator <=(Fraction a, Fraction b) => a.CompareTo(b) <= 0;
    public static bool operator >=(Fraction a, Fraction b) => a.CompareTo(b) >= 0;
    public static bool operator ==(Fraction a, Fraction b) => a.CompareTo(b) == 0;
    public static bool operator !=(Fraction a, Fraction b) => a.CompareTo(b) != 0;

    public static Fraction Max(Fraction a, Fraction b) => a > b ? a : b;
    public static Fraction Min(Fraction a, Fraction b) => a < b ? a : b;

    /// <summary>The nearest hundredth, halves away from zero; at most <see cref="Limits.RawMax"/> either way.</summary>
    public Points ToPoints()
    {
        var rounded = RoundToWhole((BigInteger)Numerator * 100, Denominator, Rounding.HalfUp);
        return new Points((long)BigInteger.Clamp(rounded, -Limits.RawMax, Limits.RawMax));
    }

    /// <summary>A whole number by the named rounding.</summary>
    public Fraction ToWhole(Rounding rounding) =>
        new((Int128)RoundToWhole(Numerator, Denominator, rounding), 1);

    public int CompareTo(Fraction other) =>
        Denominator == other.Denominator
            ? Numerator.CompareTo(other.Numerator)
            : ((BigInteger)Numerator * other.Denominator).CompareTo((BigInteger)other.Numerator * Denominator);

    public bool Equals(Fraction other) => CompareTo(other) == 0;
    public override bool Equals(object? obj) => obj is Fraction other && Equals(other);
    public override int GetHashCode()
    {
        var reduced = Reduce(Numerator, Denominator);
        return HashCode.Combine(reduced.Numerator, reduced.Denominator);
    }

    /// <summary>A whole number, a number of at most two decimals, or <c>n/d</c> in lowest terms.</summary>
    public override string ToString()
    {
        var r = Reduce(Numerator, Denominator);
        if (100 % r.Denominator == 0) return new Points(checked((long)(r.Numerator * (100 / r.Denominator)))).ToString();
        return string.Create(CultureInfo.InvariantCulture, $"{r.Numerator}/{r.Denominator}");
    }

    private static BigInteger RoundToWhole(BigInteger numerator, BigInteger denominator, Rounding rounding)
    {
        var magnitude = BigInteger.Abs(numerator);
        var whole = rounding switch
        {
            Rounding.HalfUp => (2 * magnitude + denominator) / (2 * denominator),
            Rounding.Down => magnitude / denominator,
            Rounding.Up => (magnitude + denominator - 1) / denominator,
            _ => throw new InvalidOperationException("unknown rounding"),
        };
        return numerator.Sign < 0 ? -whole : whole;
    }

    private static Fraction Reduce(BigInteger numerator, BigInteger denominator)
    {
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        if (divisor > 1) { numerator /= divisor; denominator /= divisor; }
        return new Fraction((Int128)numerator, (Int128)denominator);
    }
}
