using MicroPoints.Contracts;
using Refit;

namespace MicroPoints.Client.Refit;

/// <summary>The register of chambers, and how far recording reaches.</summary>
[PathPrefix(Route.Api)]
public interface IChambersApi
{
    /// <inheritdoc cref="MicroPointsClient.PutChamber"/>
    [Put("/chambers/{chamber}")]
    Task<Sent<ChamberDetails>> PutChamber(string chamber, [Body] ChamberToPut wanted,
        [Header(Route.Expected)] string? expected = null, CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.GetChamber"/>
    [Get("/chambers/{chamber}")]
    Task<Fetched<ChamberDetails>> GetChamber(
        string chamber, [Header(Route.Known)] string? known = null, CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.GetChamberPage"/>
    [Get("/chambers")]
    Task<ChamberPage> GetChamberPage([Query] string? scope = null, [Query] DateOnly? asOf = null,
        [Query] string? cursor = null, [Query] int? limit = null, CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.ListChambers"/>
    IAsyncEnumerable<ChamberSummary> ListChambers(
        string? scope = null, DateOnly? asOf = null, CancellationToken cancel = default) =>
        Paging.Walk((cursor, c) => GetChamberPage(scope, asOf, cursor, Paging.All, c), p => p.Chambers, p => p.Next, cancel);

    /// <inheritdoc cref="MicroPointsClient.GetCoverage"/>
    [Get("/coverage")]
    Task<CoverageReport> GetCoverage([Query] string? scope = null, [Query] string? period = null,
        [Query] DateOnly? asOf = null, [Query] DateTimeOffset? knownAt = null, CancellationToken cancel = default);
}
