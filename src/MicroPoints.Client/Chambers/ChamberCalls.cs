using MicroPoints.Contracts;

namespace MicroPoints.Client;

public sealed partial class MicroPointsClient
{
    /// <summary>Registers a chamber, or records what differs from the register as of today.</summary>
    /// <param name="expected">The chamber's ETag: where it moved on, the answer is refused as <c>head-moved</c>.</param>
    /// <returns>Recorded where it is new; exists where it was on the register, which now says what was sent. A kind, seat,
    /// served region or founding day that differs is refused: these never change.</returns>
    public Task<Sent<ChamberDetails>> PutChamber(
        string chamber, ChamberToPut wanted, string? expected = null, CancellationToken cancel = default) =>
        _sending.Write(Outgoing.Put(Address.Of("chambers", chamber), wanted, Json.Wire.ChamberToPut, expected),
            Json.Wire.ChamberDetails, null, cancel);

    /// <summary>Reads one chamber as the register has it today.</summary>
    /// <param name="known">The ETag of what the caller has.</param>
    /// <exception cref="ProblemException"><c>chamber-unknown</c>, also for a chamber that the key does not reach.</exception>
    public Task<Fetched<ChamberDetails>> GetChamber(string chamber, string? known = null, CancellationToken cancel = default) =>
        _sending.Fetch(Outgoing.Get(Address.Of("chambers", chamber), known), Json.Wire.ChamberDetails, cancel);

    /// <summary>One page of the register, in order of id.</summary>
    /// <param name="scope">A region; null: all that the key reaches.</param>
    /// <param name="asOf">The register on this day; today where left out.</param>
    /// <param name="cursor">The <c>Next</c> of the page before; null for the first.</param>
    /// <param name="limit">1–500.</param>
    public Task<ChamberPage> GetChamberPage(
        string? scope = null, DateOnly? asOf = null, string? cursor = null, int? limit = null, CancellationToken cancel = default) =>
        _sending.Read(Outgoing.Get(Address.Of("chambers").With("scope", scope).With("asOf", asOf).With("cursor", cursor)
            .With("limit", limit)), Json.Wire.ChamberPage, cancel);

    /// <summary>The whole register, page by page as it is read.</summary>
    public IAsyncEnumerable<ChamberSummary> ListChambers(
        string? scope = null, DateOnly? asOf = null, CancellationToken cancel = default) =>
        Paging.Walk((cursor, c) => GetChamberPage(scope, asOf, cursor, Paging.All, c), p => p.Chambers, p => p.Next, cancel);

    /// <summary>How far recording reaches, one level below a region; it says nothing about how well anyone does.</summary>
    /// <param name="period">Such as <c>2026</c>, <c>2026Q3</c>; null: the year that asOf lies in.</param>
    /// <param name="asOf">Facts up to this day; today where left out.</param>
    /// <param name="knownAt">Entries recorded by this instant; now where left out.</param>
    public Task<CoverageReport> GetCoverage(string? scope = null, string? period = null, DateOnly? asOf = null,
        DateTimeOffset? knownAt = null, CancellationToken cancel = default) => _sending.Read(Outgoing.Get(
            Address.Of("coverage").With("scope", scope).With("period", period).With("asOf", asOf).With("knownAt", knownAt)),
            Json.Wire.CoverageReport, cancel);
}
