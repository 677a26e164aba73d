namespace MicroPoints.Runtime;

/// <summary>A township-level division.</summary>
/// <param name="Name">Its own, such as 南山街道; the county is not in it.</param>
public sealed record Township(RegionCode Code, string Name)
{
    /// <summary>The kind of chamber that it has: told by the code's seventh digit.</summary>
    public string ChamberKind => Code.Value[6] == '0' ? "street" : "township";

    /// <summary>Zones, farms and the like have codes of townships, and rarely a chamber.</summary>
    public bool IsZone => Code.Value[6] > '2';
}

/// <summary>The country's township-level divisions, as embedded.</summary>
public static class Townships
{
    private static readonly Lazy<IReadOnlyList<Township>> Known =
        new(() => [.. EmbeddedList.Read("townships.csv").Select(t => new Township(t.Code, t.Name))]);

    /// <summary>In order of code.</summary>
    public static IReadOnlyList<Township> All => Known.Value;

    /// <summary>
    /// Whether a code of nine digits is missing where the list knows the county's others: mistyped, or drawn since the list was made.
    /// </summary>
    public static bool IsUnlisted(RegionCode code) => code.Value.Length == (int)RegionLevel.Township
        && In(code.Enclosing(RegionLevel.County)) is { Count: > 0 } others && others.All(t => t.Code != code);

    /// <summary>Those of a region, in order of code; none where the list does not know it.</summary>
    public static IReadOnlyList<Township> In(RegionCode region) => [.. All.Where(t => region.Contains(t.Code))];
}
