using System.Globalization;

namespace MicroPoints.Web;

/// <summary>Numbers of drawings, the same in every culture.</summary>
internal static class Figure
{
    public static string Of(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>So much of a cap; nothing of none.</summary>
    public static double Share(Points points, Points? cap) =>
        cap is { Hundredths: > 0 } most ? (double)points.Hundredths / most.Hundredths : 0;

    public static string Percent(double share) => Math.Round(share * 100).ToString("0", CultureInfo.InvariantCulture) + "%";
}
