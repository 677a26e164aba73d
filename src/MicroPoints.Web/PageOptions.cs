namespace MicroPoints.Web;

/// <summary>What the first page shows.</summary>
/// <param name="IsPublic">False: the product's name and that it runs, nothing else.</param>
/// <param name="Scope">Whose chambers.</param>
/// <param name="Period">Null: the one that today lies in.</param>
public sealed record PageOptions(bool IsPublic, RegionCode Scope, Period? Period = null);
