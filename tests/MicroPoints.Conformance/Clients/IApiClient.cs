using MicroPoints.Client;
using MicroPoints.Contracts;

namespace MicroPoints.Conformance.Clients;

/// <summary>A client of the HTTP API as the suites see it, whatever it is made of.</summary>
public interface IApiClient
{
    Task<Sent<RecordedActivity>> Record(
        string chamber, ActivityToRecord activity, string? expected = null, CancellationToken cancel = default);

    Task<Sent<PreviewedActivity>> Preview(string chamber, ActivityToRecord activity);
    Task<Sent<RecordedBatch>> RecordAll(string chamber, ActivityBatch batch);
    Task<Sent<RecordedReversal>> Reverse(string chamber, string target, ReversalToRecord reversal);
    Task<ActivityDetails> Activity(string chamber, string id);
    Task<Sent<ChamberDetails>> Put(string chamber, ChamberToPut wanted, string? expected = null);
    Task<Fetched<ChamberDetails>> Chamber(string chamber, string? known = null);
    Task<ChamberPage> ChamberPage(string? cursor, int limit);
    IAsyncEnumerable<LedgerEntry> Ledger(string chamber, long? after = null);
    Task<Fetched<ScorecardDetails>> Scorecard(string chamber, string? known = null);
    IAsyncEnumerable<StandingRow> Standings(string scope);
}
