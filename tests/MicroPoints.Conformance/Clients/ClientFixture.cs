using MicroPoints.Client;

namespace MicroPoints.Conformance.Clients;

/// <summary>What a server of one test is to be like.</summary>
/// <param name="RequestsPerSecond">Of one key; null: as many as it likes.</param>
/// <param name="LosesAnAnswer">The first append succeeds, and the store cannot say so.</param>
public sealed record ServerNeeds(int? RequestsPerSecond = null, bool LosesAnAnswer = false);

/// <summary>A real server with three chambers on a port of its own, and clients of the kind under test.</summary>
public abstract class ClientFixture : IAsyncDisposable
{
    public const string East = "c-01", West = "c-02", Street = "c-03";

    /// <summary>The server's root.</summary>
    public abstract Uri Address { get; }

    /// <summary>A clerk's key for the county of the three chambers.</summary>
    public abstract string Key { get; }

    /// <summary>An approver's key for the whole country.</summary>
    public abstract string Authority { get; }

    /// <summary>How many entries a chamber's ledger has, by the log itself.</summary>
    public abstract Task<long> Entries(string chamber);

    public abstract IApiClient Client(Uri address, ClientOptions options);

    public IApiClient Client() => ClientOf(Key);

    public IApiClient ClientOf(string key) => Client(Address, new ClientOptions { Key = key });

    public abstract ValueTask DisposeAsync();
}

/// <summary>What the suites of clients share: a server for one test.</summary>
public abstract class ClientServerSuite
{
    protected const string East = ClientFixture.East, West = ClientFixture.West, Street = ClientFixture.Street;

    protected abstract Task<ClientFixture> Start(ServerNeeds needs);

    protected Task<ClientFixture> Start() => Start(new ServerNeeds());

    protected static Contracts.ActivityToRecord Visit(string id, long times = 1) =>
        new() { Id = id, Kind = "member.visited", On = "2026-03-01", Count = times, Reason = "走访会员企业" };

    /// <summary>The value of a write that must be new.</summary>
    protected static T New<T>(Sent<T> sent) => Xunit.Assert.IsType<Sent<T>.Recorded>(sent).Value;

    /// <summary>The value of a write that must be a replay.</summary>
    protected static T Known<T>(Sent<T> sent) => Xunit.Assert.IsType<Sent<T>.Exists>(sent).Value;

    protected static async Task<List<T>> List<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items) list.Add(item);
        return list;
    }

    protected static Contracts.Problem Refused<T>(Sent<T> sent) => Xunit.Assert.IsType<Sent<T>.Refused>(sent).Problem;
}
