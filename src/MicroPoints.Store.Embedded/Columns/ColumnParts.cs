using MicroPoints.Activities;

namespace MicroPoints.Store.Embedded;

/// <summary>Parts n/m as single bytes; zero is a whole fact.</summary>
internal static class ColumnParts
{
    private static readonly Int128[] UnitsPerHundredth = [.. Enumerable.Range(0, Limits.PartOfMax * Limits.PartOfMax + 1).Select(Units)];

    public static byte NumberOf(Part? part) =>
        part is { } some ? (byte)((some.Denominator - 1) * Limits.PartOfMax + some.Numerator) : (byte)0;

    /// <summary>What a fact of so many hundredths counts, in <see cref="Fraction.UnitsPerOne"/>.</summary>
    public static Int128 UnitsOf(long hundredths, byte part) => hundredths * UnitsPerHundredth[part];

    /// <summary>Exact: every m up to twelve divides the units of a hundredth.</summary>
    private static Int128 Units(int number)
    {
        const int hundredth = Fraction.UnitsPerOne / 100;
        return number == 0 ? hundredth : hundredth * ((number - 1) % Limits.PartOfMax + 1) / ((number - 1) / Limits.PartOfMax + 1);
    }
}
