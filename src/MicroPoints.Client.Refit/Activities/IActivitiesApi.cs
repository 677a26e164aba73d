using MicroPoints.Contracts;
using Refit;

namespace MicroPoints.Client.Refit;

/// <summary>Recording what chambers did, taking it back, and finding it again.</summary>
[PathPrefix(Route.Api)]
public interface IActivitiesApi
{
    /// <inheritdoc cref="MicroPointsClient.RecordActivity"/>
    [Post("/chambers/{chamber}/activities")]
    Task<Sent<RecordedActivity>> RecordActivity(string chamber, [Body] ActivityToRecord activity,
        [Header(Route.Expected)] string? expected = null, CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.PreviewActivity"/>
    [Post("/chambers/{chamber}/activities/preview")]
    Task<Sent<PreviewedActivity>> PreviewActivity(
        string chamber, [Body] ActivityToRecord activity, CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.RecordActivities"/>
    [Post("/chambers/{chamber}/activities/batch")]
    Task<Sent<RecordedBatch>> RecordActivities(string chamber, [Body] ActivityBatch batch,
        [Header(Route.Expected)] string? expected = null, CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.PreviewActivities"/>
    [Post("/chambers/{chamber}/activities/batch/preview")]
    Task<PreviewedBatch> PreviewActivities(string chamber, [Body] ActivityBatch batch, CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.GetActivity"/>
    [Get("/chambers/{chamber}/activities/{id}")]
    Task<ActivityDetails> GetActivity(string chamber, string id, CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.GetActivityPage"/>
    [Get("/activities")]
    Task<ActivityPage> GetActivityPage([Query] ActivityQuestion question, [Query] string? cursor = null,
        [Query] int? limit = null, CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.ReverseActivity"/>
    [Post("/chambers/{chamber}/activities/{target}/reversal")]
    Task<Sent<RecordedReversal>> ReverseActivity(string chamber, string target, [Body] ReversalToRecord reversal,
        [Header(Route.Expected)] string? expected = null, CancellationToken cancel = default);
}
