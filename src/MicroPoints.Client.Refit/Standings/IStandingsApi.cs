using MicroPoints.Contracts;
using Refit;

namespace MicroPoints.Client.Refit;

/// <summary>Scorecards, and where chambers stand.</summary>
[PathPrefix(Route.Api)]
public interface IStandingsApi
{
    /// <inheritdoc cref="MicroPointsClient.GetScorecard"/>
    [Get("/chambers/{chamber}/scorecard")]
    Task<Fetched<ScorecardDetails>> GetScorecard(string chamber, [Query] ScorecardQuestion? question = null,
        [Header(Route.Known)] string? known = null, CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.ExplainScorecard"/>
    [Get("/chambers/{chamber}/explain")]
    Task<Fetched<ScorecardExplanation>> ExplainScorecard(string chamber, [Query] ScorecardQuestion? question = null,
        [Header(Route.Known)] string? known = null, CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.GetAdvice"/>
    [Get("/chambers/{chamber}/advice")]
    Task<Fetched<AdviceDetails>> GetAdvice(string chamber, [Query] string? ruleset = null, [Query] string? period = null,
        [Header(Route.Known)] string? known = null, CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.Suppose"/>
    [Post("/chambers/{chamber}/what-if")]
    Task<WhatIfAnswer> Suppose(string chamber, [Body] ActivityBatch supposed, [Query] string? ruleset = null,
        [Query] string? period = null, CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.GetStandings"/>
    [Get("/standings")]
    Task<Fetched<StandingsPage>> GetStandings([Query] string? scope = null, [Query] ScorecardQuestion? question = null,
        [Query] string? peerGroup = null, [Query] string? chamber = null, [Query] string? cursor = null,
        [Query] int? limit = null, [Header(Route.Known)] string? known = null, CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.ListStandings"/>
    IAsyncEnumerable<StandingRow> ListStandings(string? scope = null, ScorecardQuestion? question = null,
        string? peerGroup = null, CancellationToken cancel = default) => Paging.Walk(
            async (cursor, c) => (await GetStandings(
                scope, question, peerGroup, null, cursor, Paging.All, null, c).ConfigureAwait(false)).Value!,
            p => p.Standings, p => p.Next, cancel);
}
