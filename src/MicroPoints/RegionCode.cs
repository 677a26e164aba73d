using System.Diagnostics.CodeAnalysis;

namespace MicroPoints;

/// <summary>A region by its GB/T 2260 prefix: 2 digits a province, 4 a city, 6 a county, 9 a township; <c>00</c> is the
/// whole country.</summary>
public readonly record struct RegionCode : IComparable<RegionCode>
{
    private readonly string? _value;

    public RegionCode(string value) => _value = IsValid(value) ? value
        : throw new FormatException($"'{value}' is not a region: 2, 4, 6 or 9 digits (province, city, county, township)");

    /// <summary>Where settings and adoptions stand that every region inherits.</summary>
    public static readonly RegionCode Nation = new("00");

    public string Value => _value ?? "00";

    public static bool IsValid([NotNullWhen(true)] string? text)
    {
        if (text is null || text.Length is not (2 or 4 or 6 or 9)) return false;
        foreach (var c in text) if (!char.IsAsciiDigit(c)) return false;
        return true;
    }

    public bool IsNation => Value == "00";

    /// <summary>Whether it is a township or street, which has no settings and adoptions of its own.</summary>
    public bool IsBelowCounty => Value.Length > (int)RegionLevel.County;

    /// <summary>The region itself and everything below it.</summary>
    public bool Contains(RegionCode other) => IsNation || other.Value.StartsWith(Value, StringComparison.Ordinal);

    /// <summary>This region and its ancestors, nearest first, the whole country last.</summary>
    public IEnumerable<RegionCode> Upwards()
    {
        if (IsNation) { yield return Nation; yield break; }
        yield return this;
        foreach (var length in (int[])[6, 4, 2])
            if (length < Value.Length) yield return new RegionCode(Value[..length]);
        yield return Nation;
    }

    /// <summary>The enclosing region of a level, or this one where it is already larger.</summary>
    public RegionCode Enclosing(RegionLevel level) =>
        IsNation || Value.Length <= (int)level ? this : new RegionCode(Value[..(int)level]);

    public int CompareTo(RegionCode other) => string.CompareOrdinal(Value, other.Value);
    public override string ToString() => Value;
}

/// <summary>A level of region; the value is the number of digits in its code.</summary>
public enum RegionLevel
{
    Province = 2,
    City = 4,
    County = 6,
    Township = 9,
}
