using MicroPoints.Contracts;
using Refit;

namespace MicroPoints.Client.Refit;

/// <summary>Rounds from draft to their proof.</summary>
[PathPrefix(Route.Api)]
public interface IRoundsApi
{
    /// <inheritdoc cref="MicroPointsClient.OpenRound"/>
    [Post("/rounds")]
    Task<Sent<RecordedRoundStep>> OpenRound([Body] RoundToOpen round, CancellationToken cancel = default);

    /// <summary>Records that a chamber applied to take part, while the round is a draft.</summary>
    [Post("/rounds/{round}/applications")]
    Task<Sent<RecordedRoundStep>> ApplyToRound(
        string round, [Body] ApplicationToRecord application, CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.ApplyToRound"/>
    Task<Sent<RecordedRoundStep>> ApplyToRound(string round, string chamber, CancellationToken cancel = default) =>
        ApplyToRound(round, new ApplicationToRecord { Chamber = chamber }, cancel);

    /// <inheritdoc cref="MicroPointsClient.AbandonRound"/>
    [Post("/rounds/{round}/abandon")]
    Task<Sent<RecordedRoundStep>> AbandonRound(string round, [Body] RoundToAbandon why, CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.LockRound"/>
    [Post("/rounds/{round}/lock")]
    Task<Sent<RecordedRoundStep>> LockRound(string round, [Body] RoundToLock? how = null, CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.DecideRound"/>
    [Post("/rounds/{round}/decide")]
    Task<Sent<RecordedRoundStep>> DecideRound(
        string round, [Body] DecisionToRecord decision, CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.SealRound"/>
    [Post("/rounds/{round}/seal")]
    Task<Sent<RecordedRoundStep>> SealRound(string round, CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.GetRound"/>
    [Get("/rounds/{round}")]
    Task<Fetched<RoundDetails>> GetRound(
        string round, [Header(Route.Known)] string? known = null, CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.GetRoundPage"/>
    [Get("/rounds")]
    Task<RoundPage> GetRoundPage([Query] string? scope = null, [Query] string? cursor = null, [Query] int? limit = null,
        CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.ListRounds"/>
    IAsyncEnumerable<RoundSummary> ListRounds(string? scope = null, CancellationToken cancel = default) =>
        Paging.Walk((cursor, c) => GetRoundPage(scope, cursor, Paging.All, c), p => p.Rounds, p => p.Next, cancel);

    /// <inheritdoc cref="MicroPointsClient.GetRoundResults"/>
    [Get("/rounds/{round}/results")]
    Task<Fetched<RoundResultPage>> GetRoundResults(string round, [Query] string? cursor = null, [Query] int? limit = null,
        [Header(Route.Known)] string? known = null, CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.ExplainResult"/>
    [Get("/rounds/{round}/chambers/{chamber}/explain")]
    Task<Fetched<ScorecardExplanation>> ExplainResult(
        string round, string chamber, [Header(Route.Known)] string? known = null, CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.GetProof"/>
    [Get("/rounds/{round}/proof")]
    Task<Fetched<byte[]>> GetProof(
        string round, [Header(Route.Known)] string? known = null, CancellationToken cancel = default);

    /// <summary>A sealed round's proof as it comes, for proofs too large to hold. The stream is the caller's to dispose of.</summary>
    /// <remarks>A connection that breaks while it is read is the reader's to see: only what comes before the first byte is
    /// sent again.</remarks>
    /// <exception cref="ProblemException"><c>round-wrong-state</c> before it is sealed; <c>proof-not-kept</c>: seal it again.</exception>
    [Get("/rounds/{round}/proof")]
    Task<Stream> OpenProof(string round, CancellationToken cancel = default);
}
