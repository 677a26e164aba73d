using MicroPoints.Conformance.Clients;
using MicroPoints.Contracts;

namespace MicroPoints.Client.Tests;

/// <summary>The client over HttpClient, as the suites see it.</summary>
internal sealed class HttpClients : ServedCounty
{
    private readonly List<HttpClient> _https = [];

    public override IApiClient Client(Uri address, ClientOptions options)
    {
        var http = new HttpClient { BaseAddress = address };
        _https.Add(http);
        return new Adapter(new MicroPointsClient(http, options));
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var http in _https) http.Dispose();
        await base.DisposeAsync();
    }

    private sealed class Adapter(MicroPointsClient client) : IApiClient
    {
        public Task<Sent<RecordedActivity>> Record(
            string chamber, ActivityToRecord activity, string? expected, CancellationToken cancel) =>
            client.RecordActivity(chamber, activity, expected, cancel);

        public Task<Sent<PreviewedActivity>> Preview(string chamber, ActivityToRecord activity) =>
            client.PreviewActivity(chamber, activity);

        public Task<Sent<RecordedBatch>> RecordAll(string chamber, ActivityBatch batch) => client.RecordActivities(chamber, batch);

        public Task<Sent<RecordedReversal>> Reverse(string chamber, string target, ReversalToRecord reversal) =>
            client.ReverseActivity(chamber, target, reversal);

        public Task<ActivityDetails> Activity(string chamber, string id) => client.GetActivity(chamber, id);
        public Task<Sent<ChamberDetails>> Put(string chamber, ChamberToPut wanted, string? expected) =>
            client.PutChamber(chamber, wanted, expected);

        public Task<Fetched<ChamberDetails>> Chamber(string chamber, string? known) => client.GetChamber(chamber, known);
        public Task<ChamberPage> ChamberPage(string? cursor, int limit) => client.GetChamberPage(null, null, cursor, limit);
        public IAsyncEnumerable<LedgerEntry> Ledger(string chamber, long? after) => client.ReadLedger(chamber, after);
        public Task<Fetched<ScorecardDetails>> Scorecard(string chamber, string? known) => client.GetScorecard(chamber, null, known);
        public IAsyncEnumerable<StandingRow> Standings(string scope) => client.ListStandings(scope);
    }
}
