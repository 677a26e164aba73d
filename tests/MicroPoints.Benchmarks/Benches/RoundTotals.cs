namespace MicroPoints.Benchmarks;

/// <summary>One row that a whole round adds up to: whoever computed another round has another row.</summary>
public sealed record RoundTotals(
    long Points, long InCounty, long InCity, long InProvince, long InCountry, long Eligible, long GradeA)
{
    /// <summary>In the order in which the peers' statements select them.</summary>
    public static RoundTotals Of(IReadOnlyList<long> row) => new(row[0], row[1], row[2], row[3], row[4], row[5], row[6]);
}
