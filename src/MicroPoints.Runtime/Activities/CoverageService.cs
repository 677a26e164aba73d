namespace MicroPoints.Runtime;

/// <summary>How far recording reaches in one region.</summary>
/// <param name="Region">One level below the question's scope, or the scope itself for chambers seated right there.</param>
/// <param name="Chambers">On the register and alive on the reading day.</param>
/// <param name="Active">Those of them with an activity in the period.</param>
/// <param name="Activities">Activities of the period that stand.</param>
/// <param name="NeverRecorded">Kinds that none of them recorded, in the catalogue's order.</param>
public sealed record RegionCoverage(
    RegionCode Region, int Chambers, int Active, long Activities, IReadOnlyList<KindId> NeverRecorded);

/// <summary>The coverage of a scope, its regions in order of code.</summary>
/// <param name="Whole">The scope itself, all regions together.</param>
/// <param name="Stamp">What stands on every output about these chambers; null for real data.</param>
public sealed record CoverageAnswer(
    Period Period, AsOf At, RegionCoverage Whole, IReadOnlyList<RegionCoverage> Regions, string? Stamp);

/// <summary>Counts from tallies where recording reaches and where it does not.</summary>
public sealed class CoverageService(Workspace workspace)
{
    /// <summary>Counts as of a day, as known at an instant; regions without a chamber are not listed.</summary>
    public ValueTask<CoverageAnswer> Of(RegionCode scope, Period period, AsOf at, CancellationToken cancel) =>
        throw new NotImplementedException(workspace.ToString());
}
