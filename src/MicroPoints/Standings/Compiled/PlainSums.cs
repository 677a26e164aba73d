namespace MicroPoints.Standings;

/// <summary>One chamber's sums, a slot each, in which whoever reads its facts adds them up.</summary>
/// <remarks>Almost all facts are whole hundredths; those split into parts are kept apart, in <see cref="Fraction.UnitsPerOne"/>.</remarks>
public sealed class PlainSums(int slots)
{
    private const int UnitsPerHundredth = Fraction.UnitsPerOne / 100;

    private readonly long[] _hundredths = new long[slots + 1];
    private Int128[]? _units;

    /// <summary>Whether every fact added was whole hundredths.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>One more slot, for facts that no plain line counts: adding them there costs less than leaving them out.</summary>
    public int Spill => slots;

    /// <summary>The sums of whole facts, for adding many at once in checked arithmetic.</summary>
    public Span<long> Hundredths => _hundredths;

    public void Clear()
    {
        Array.Clear(_hundredths);
        if (!IsWhole) Array.Clear(_units!);
        IsWhole = true;
    }

    /// <summary>Adds number × part, as a fact or a tally's sum counts it.</summary>
    public void AddUnits(int slot, Int128 units)
    {
        var (whole, rest) = Int128.DivRem(units, UnitsPerHundredth);
        if (rest == 0 && whole >= long.MinValue / 2 && whole <= long.MaxValue / 2) { _hundredths[slot] += (long)whole; return; }
        _units ??= new Int128[slots + 1];
        IsWhole = false;
        _units[slot] += units;
    }

    public Int128 Units(int slot)
    {
        var units = (Int128)_hundredths[slot] * UnitsPerHundredth;
        return IsWhole ? units : units + _units![slot];
    }
}
