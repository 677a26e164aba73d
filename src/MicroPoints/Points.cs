using System.Globalization;

namespace MicroPoints;

/// <summary>What a ruleset credits: two decimals, kept as whole hundredths in checked arithmetic.</summary>
/// <remarks>Equality and order are those of the number. The default is zero. Points are never money.</remarks>
/// <param name="Hundredths">The value times one hundred.</param>
public readonly record struct Points(long Hundredths) : IComparable<Points>
{
    public static readonly Points Zero = new(0);

    /// <summary>Reads <c>-?(0|[1-9]\d*)(\.\d{1,2})?</c>; anything else, or a value above
    /// <see cref="Limits.NumberMax"/>, is refused.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Points points)
    {
        points = Zero;
        var negative = text is ['-', ..];
        var digits = negative ? text[1..] : text;
        var dot = digits.IndexOf('.');
        var whole = dot < 0 ? digits : digits[..dot];
        var part = dot < 0 ? [] : digits[(dot + 1)..];
        if (whole.Length is 0 or > 10 || (dot >= 0 && part.Length is not (1 or 2))) return false;
        if (whole.Length > 1 && whole[0] == '0') return false;

        long value = 0;
        foreach (var c in whole) { if (!char.IsAsciiDigit(c)) return false; value = value * 10 + (c - '0'); }
        long hundredths = 0;
        foreach (var c in part) { if (!char.IsAsciiDigit(c)) return false; hundredths = hundredths * 10 + (c - '0'); }
        if (part.Length == 1) hundredths *= 10;

        value = value * 100 + hundredths;
        if (value > Limits.NumberMax) return false;
        points = new Points(negative ? -value : value);
        return true;
    }

    public static Points Parse(string text) =>
        TryParse(text, out var points) ? points : throw new FormatException($"'{text}' is not a number of points");

    public static Points operator +(Points a, Points b) => new(checked(a.Hundredths + b.Hundredths));
    public static Points operator -(Points a, Points b) => new(checked(a.Hundredths - b.Hundredths));
    public static Points operator -(Points a) => new(checked(-a.Hundredths));
    public static bool operator <(Points a, Points b) => a.Hundredths < b.Hundredths;
    public static bool operator >(Points a, Points b) => a.Hundredths > b.Hundredths;
    public static bool operator <=(Points a, Points b) => a.Hundredths <= b.Hundredths;
    public static bool operator >=(Points a, Points b) => a.Hundredths >= b.Hundredths;

    public static Points Min(Points a, Points b) => a < b ? a : b;
    public static Points Max(Points a, Points b) => a > b ? a : b;

    public int CompareTo(Points other) => Hundredths.CompareTo(other.Hundredths);

    /// <summary>Always two decimals, for columns of numbers: <c>82.35</c>, <c>0.50</c>.</summary>
    public string ToFixed()
    {
        var magnitude = Math.Abs(Hundredths);
        return string.Create(CultureInfo.InvariantCulture, $"{(Hundredths < 0 ? "-" : "")}{magnitude / 100}.{magnitude % 100:00}");
    }

    /// <summary>The shortest writing, in every culture: <c>82.35</c>, <c>0.5</c>, <c>-3</c>.</summary>
    public override string ToString()
    {
        var magnitude = Math.Abs(Hundredths);
        var text = (magnitude / 100).ToString(CultureInfo.InvariantCulture);
        var cents = magnitude % 100;
        if (cents != 0) text += cents % 10 == 0 ? $".{cents / 10}" : $".{cents:00}";
        return Hundredths < 0 ? "-" + text : text;
    }
}
