using MicroPoints.Contracts;

namespace MicroPoints.Client;

/// <summary>What is asked of scorecards; what is left out is the server's usual.</summary>
/// <param name="Ruleset">The adopted ruleset's id; <c>micro-points</c> where left out.</param>
/// <param name="Period"><c>2026</c>, <c>2026Q3</c> or <c>2025-2026</c>; the one that AsOf lies in where left out.</param>
/// <param name="AsOf">Facts and parameters up to this day; today where left out.</param>
/// <param name="KnownAt">Entries recorded by this instant; now where left out.</param>
public sealed record ScorecardQuestion(
    string? Ruleset = null, string? Period = null, DateOnly? AsOf = null, DateTimeOffset? KnownAt = null)
{
    internal Address On(Address address) =>
        address.With("ruleset", Ruleset).With("period", Period).With("asOf", AsOf).With("knownAt", KnownAt);
}

public sealed partial class MicroPointsClient
{
    /// <summary>One chamber's scorecard: points per line, grade, and why; provisional until a round seals it.</summary>
    /// <param name="known">The ETag of what the caller has.</param>
    /// <exception cref="ProblemException"><c>chamber-unknown</c>, <c>nothing-adopted</c>, <c>period-not-of-ruleset</c>.</exception>
    public Task<Fetched<ScorecardDetails>> GetScorecard(
        string chamber, ScorecardQuestion? question = null, string? known = null, CancellationToken cancel = default) =>
        _sending.Fetch(Outgoing.Get((question ?? new()).On(Address.Of("chambers", chamber, "scorecard")), known),
            Json.Wire.ScorecardDetails, cancel);

    /// <summary>Everything by which one chamber came to its scorecard: facts, values with their days, cuts, operands, quotas.</summary>
    /// <param name="known">The ETag of what the caller has.</param>
    /// <exception cref="ProblemException"><c>chamber-unknown</c>, <c>nothing-adopted</c>, <c>period-not-of-ruleset</c>.</exception>
    public Task<Fetched<ScorecardExplanation>> ExplainScorecard(
        string chamber, ScorecardQuestion? question = null, string? known = null, CancellationToken cancel = default) =>
        _sending.Fetch(Outgoing.Get((question ?? new()).On(Address.Of("chambers", chamber, "explain")), known),
            Json.Wire.ScorecardExplanation, cancel);

    /// <summary>The fewest activities by which a chamber gets further today, and the lines that are never advised, and why.</summary>
    /// <param name="ruleset">The adopted ruleset's id; <c>micro-points</c> where left out.</param>
    /// <param name="period">One that today lies in; the ruleset's current one where left out.</param>
    /// <param name="known">The ETag of what the caller has.</param>
    /// <exception cref="ProblemException"><c>advice-period-over</c>, <c>chamber-unknown</c>, <c>nothing-adopted</c>.</exception>
    public Task<Fetched<AdviceDetails>> GetAdvice(string chamber, string? ruleset = null, string? period = null,
        string? known = null, CancellationToken cancel = default) => _sending.Fetch(
        Outgoing.Get(Address.Of("chambers", chamber, "advice").With("ruleset", ruleset).With("period", period), known),
        Json.Wire.AdviceDetails, cancel);

    /// <summary>What a scorecard would be with some more activities; nothing is written.</summary>
    /// <param name="supposed">As <see cref="RecordActivities"/> takes them.</param>
    /// <exception cref="ProblemException"><c>batch-refused</c>, with every bad line and its index in
    /// <see cref="Problem.Lines"/>.</exception>
    public Task<WhatIfAnswer> Suppose(
        string chamber, ActivityBatch supposed, string? ruleset = null, string? period = null, CancellationToken cancel = default) =>
        _sending.Read(Outgoing.Post(Address.Of("chambers", chamber, "what-if").With("ruleset", ruleset).With("period", period), supposed,
            Json.Wire.ActivityBatch), Json.Wire.WhatIfAnswer, cancel);

    /// <summary>One page of where the chambers of a scope stand, in order of place.</summary>
    /// <param name="scope">A region; null: the key's own.</param>
    /// <param name="peerGroup">Only this kind of chamber.</param>
    /// <param name="chamber">Also the place of this chamber, wherever in the list it is.</param>
    /// <param name="cursor">The <c>Next</c> of the page before.</param>
    /// <param name="limit">1–500.</param>
    /// <param name="known">The ETag of what the caller has.</param>
    public Task<Fetched<StandingsPage>> GetStandings(string? scope = null, ScorecardQuestion? question = null,
        string? peerGroup = null, string? chamber = null, string? cursor = null, int? limit = null, string? known = null,
        CancellationToken cancel = default) => _sending.Fetch(Outgoing.Get((question ?? new()).On(Address.Of("standings"))
            .With("scope", scope).With("peerGroup", peerGroup).With("chamber", chamber).With("cursor", cursor)
            .With("limit", limit), known), Json.Wire.StandingsPage, cancel);

    /// <summary>Every standing of a scope, page by page as it is read.</summary>
    public IAsyncEnumerable<StandingRow> ListStandings(string? scope = null, ScorecardQuestion? question = null,
        string? peerGroup = null, CancellationToken cancel = default) => Paging.Walk(
            async (cursor, c) => (await GetStandings(
                scope, question, peerGroup, null, cursor, Paging.All, null, c).ConfigureAwait(false)).Value!,
            p => p.Standings, p => p.Next, cancel);
}
