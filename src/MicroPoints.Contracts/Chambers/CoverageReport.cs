namespace MicroPoints.Contracts;

/// <summary>How far recording reaches, region by region; it says nothing about how well anyone does.</summary>
/// <param name="Whole">All regions together.</param>
/// <param name="Stamp">What stands on every output about these chambers; left out for real data.</param>
public sealed record CoverageReport(
    string Scope, string Period, DateOnly AsOf, CoverageRow Whole, IReadOnlyList<CoverageRow> Regions, string? Stamp = null);

/// <summary>One region, one level below the scope.</summary>
/// <param name="Chambers">On the register and alive.</param>
/// <param name="Active">Of those, with any activity in the period.</param>
/// <param name="Activities">Activities of the period that stand.</param>
/// <param name="NeverRecorded">Kinds that none of its chambers recorded: the blind spots.</param>
public sealed record CoverageRow(
    string Region, int Chambers, int Active, long Activities, IReadOnlyList<string> NeverRecorded);
