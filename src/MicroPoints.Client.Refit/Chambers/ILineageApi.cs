using MicroPoints.Contracts;
using Refit;

namespace MicroPoints.Client.Refit;

/// <summary>What chambers become, and late windows into their closed periods.</summary>
[PathPrefix(Route.Api)]
public interface ILineageApi
{
    /// <inheritdoc cref="MicroPointsClient.DissolveChamber"/>
    [Post("/chambers/{chamber}/dissolution")]
    Task<Sent<RecordedEntry>> DissolveChamber(string chamber, [Body] DissolutionToRecord dissolution,
        [Header(Route.Expected)] string? expected = null, CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.MergeChamber"/>
    [Post("/chambers/{chamber}/merger")]
    Task<Sent<RecordedLineage>> MergeChamber(string chamber, [Body] MergerToRecord merger, CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.SplitChamber"/>
    [Post("/chambers/{chamber}/split")]
    Task<Sent<RecordedLineage>> SplitChamber(string chamber, [Body] SplitToRecord split, CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.OpenLateWindow"/>
    [Post("/chambers/{chamber}/late-windows")]
    Task<Sent<RecordedEntry>> OpenLateWindow(
        string chamber, [Body] LateWindowToOpen window, CancellationToken cancel = default);
}
