namespace MicroPoints.Store.Postgres;

/// <summary>Seats within a region are a range of texts: a colon follows the digits.</summary>
internal static class Seats
{
    public static string From(RegionCode scope) => scope.IsNation ? "0" : scope.Value;

    public static string Until(RegionCode scope) => scope.IsNation ? ":" : $"{scope.Value}:";
}
