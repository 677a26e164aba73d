namespace MicroPoints.Api;

/// <summary>Hundredths as the shortest decimal number, and back.</summary>
internal static class WireNumber
{
    public static decimal Of(Points points) => Of(points.Hundredths);

    public static decimal Of(long hundredths) =>
        hundredths % 100 == 0 ? hundredths / 100
        : hundredths % 10 == 0 ? new decimal(hundredths / 10) / 10
        : new decimal(hundredths) / 100;

    /// <summary>False for a third decimal, even a zero, and beyond what any number may be.</summary>
    public static bool TryRead(decimal number, out long hundredths)
    {
        hundredths = 0;
        if (number.Scale > 2 || Math.Abs(number) > 1_000_000_000_000_000m) return false;
        hundredths = (long)(number * 100);
        return true;
    }
}
