using MicroPoints.Contracts;

namespace MicroPoints.Client;

public sealed partial class MicroPointsClient
{
    /// <summary>Opens a round as a draft, under the ruleset that is adopted for its scope.</summary>
    /// <returns>Refused as <c>round-exists</c>, <c>nothing-adopted</c>, <c>period-not-of-ruleset</c>,
    /// <c>round-nothing-to-rank</c> …</returns>
    public Task<Sent<RecordedRoundStep>> OpenRound(RoundToOpen round, CancellationToken cancel = default) =>
        Step(Outgoing.Post(Address.Of("rounds"), round, Json.Wire.RoundToOpen), cancel);

    /// <summary>Records that a chamber applied to take part, while the round is a draft.</summary>
    public Task<Sent<RecordedRoundStep>> ApplyToRound(string round, string chamber, CancellationToken cancel = default) => Step(
        Outgoing.Post(Address.Of("rounds", round, "applications"), new ApplicationToRecord { Chamber = chamber },
            Json.Wire.ApplicationToRecord), cancel);

    /// <summary>Gives up a draft that was opened by mistake; it stays on record with the reason.</summary>
    /// <returns>Refused as <c>round-wrong-state</c> once it is locked, <c>reason-missing</c>; where it was abandoned for another
    /// reason as <c>exists-with-different-reason</c>.</returns>
    public Task<Sent<RecordedRoundStep>> AbandonRound(string round, RoundToAbandon why, CancellationToken cancel = default) =>
        Step(Outgoing.Post(Address.Of("rounds", round, "abandon"), why, Json.Wire.RoundToAbandon), cancel);

    /// <summary>Freezes a round's data: heads, rules, settings and both dates. A retry answers exists, whatever it asks for.</summary>
    public Task<Sent<RecordedRoundStep>> LockRound(string round, RoundToLock? how = null, CancellationToken cancel = default) =>
        Step(Outgoing.Post(Address.Of("rounds", round, "lock"), how ?? new(), Json.Wire.RoundToLock), cancel);

    /// <summary>Records a meeting's decision, with its reasons where it departs from the proposed list.</summary>
    /// <returns>Refused as <c>selection-ineligible</c>, <c>selection-reason-missing</c>, <c>selection-over-quota</c>,
    /// <c>round-wrong-state</c> …</returns>
    public Task<Sent<RecordedRoundStep>> DecideRound(string round, DecisionToRecord decision, CancellationToken cancel = default) =>
        Step(Outgoing.Post(Address.Of("rounds", round, "decide"), decision, Json.Wire.DecisionToRecord), cancel);

    /// <summary>Seals a decided round and keeps its proof. Sealing again answers exists and keeps the same proof again.</summary>
    public Task<Sent<RecordedRoundStep>> SealRound(string round, CancellationToken cancel = default) =>
        Step(new Outgoing(HttpMethod.Post, Address.Of("rounds", round, "seal")), cancel);

    /// <summary>Reads one round.</summary>
    /// <exception cref="ProblemException"><c>round-unknown</c>, also for a round that the key does not reach.</exception>
    public Task<Fetched<RoundDetails>> GetRound(string round, string? known = null, CancellationToken cancel = default) =>
        _sending.Fetch(Outgoing.Get(Address.Of("rounds", round), known), Json.Wire.RoundDetails, cancel);

    /// <summary>One page of the rounds of a scope, in order of id.</summary>
    /// <param name="limit">1–500.</param>
    public Task<RoundPage> GetRoundPage(
        string? scope = null, string? cursor = null, int? limit = null, CancellationToken cancel = default) =>
        _sending.Read(Outgoing.Get(Address.Of("rounds").With("scope", scope).With("cursor", cursor).With("limit", limit)),
            Json.Wire.RoundPage, cancel);

    /// <summary>The rounds of a scope, page by page as they are read.</summary>
    public IAsyncEnumerable<RoundSummary> ListRounds(string? scope = null, CancellationToken cancel = default) =>
        Paging.Walk((cursor, c) => GetRoundPage(scope, cursor, Paging.All, c), p => p.Rounds, p => p.Next, cancel);

    /// <summary>One page of a locked round's results, by place; final once it is sealed.</summary>
    /// <exception cref="ProblemException"><c>round-wrong-state</c> before it is locked.</exception>
    public Task<Fetched<RoundResultPage>> GetRoundResults(
        string round, string? cursor = null, int? limit = null, string? known = null, CancellationToken cancel = default) =>
        _sending.Fetch(Outgoing.Get(Address.Of("rounds", round, "results").With("cursor", cursor).With("limit", limit), known),
            Json.Wire.RoundResultPage, cancel);

    /// <summary>Everything by which a chamber came to its scorecard in a locked round, from what the round froze.</summary>
    /// <param name="known">The ETag of what the caller has.</param>
    /// <exception cref="ProblemException"><c>round-wrong-state</c> before it is locked; <c>chamber-unknown</c> where it is not among
    /// the round's.</exception>
    public Task<Fetched<ScorecardExplanation>> ExplainResult(
        string round, string chamber, string? known = null, CancellationToken cancel = default) => _sending.Fetch(
        Outgoing.Get(Address.Of("rounds", round, "chambers", chamber, "explain"), known), Json.Wire.ScorecardExplanation, cancel);

    /// <summary>A sealed round's proof: the zip from which anyone recomputes it. Its ETag is its SHA-256.</summary>
    /// <exception cref="ProblemException"><c>round-wrong-state</c> before it is sealed; <c>proof-not-kept</c>: seal it again.</exception>
    public Task<Fetched<byte[]>> GetProof(string round, string? known = null, CancellationToken cancel = default) =>
        _sending.FetchBytes(Outgoing.Get(Address.Of("rounds", round, "proof"), known), cancel);

    private Task<Sent<RecordedRoundStep>> Step(Outgoing request, CancellationToken cancel) =>
        _sending.Write(request, Json.Wire.RecordedRoundStep, s => s.Answer == SendingAnswer.Exists, cancel);
}
