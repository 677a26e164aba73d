namespace MicroPoints.Contracts;

/// <summary>How far recording reaches, region by region; it says nothing about how well anyone does.</summary>
public sealed record CoverageReport(string Scope, string Period, DateOnly AsOf, IReadOnlyList<RegionCoverage> Regions);

/// <summary>One region one level below the scope.</summary>
/// <param name="Chambers">On the register.</param>
/// <param name="Active">Of those, with any activity in the period.</param>
/// <param name="Activities">Activities in the period.</param>
/// <param name="NeverRecorded">Kinds that no chamber of the region ever recorded: the blind spots.</param>
public sealed record RegionCoverage(
    string Region, long Chambers, long Active, long Activities, IReadOnlyList<string> NeverRecorded);
