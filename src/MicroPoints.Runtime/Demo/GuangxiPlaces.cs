namespace MicroPoints.Runtime.Demo;

/// <summary>Guangxi's streets, towns and townships by code. The demo names no real place.</summary>
internal static class GuangxiPlaces
{
    /// <summary>In order of code, each with the kind of chamber it would have.</summary>
    public static readonly IReadOnlyList<(RegionCode Code, string Kind)> All =
        [.. Townships.In(new RegionCode("45")).Where(t => !t.IsZone).Select(t => (t.Code, t.ChamberKind))];
}
