using MicroPoints.Contracts;
using Refit;

namespace MicroPoints.Client.Refit;

/// <summary>Whether the server runs, and what is in it.</summary>
public interface IHealthApi
{
    /// <inheritdoc cref="MicroPointsClient.GetHealth"/>
    [Get("/health/live")]
    Task<HealthReport> GetHealth(CancellationToken cancel = default);
}
