using MicroPoints.Server;
using MicroPoints.Silo;
using MicroPoints.Store.Postgres.Tests;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;
using Orleans.TestingHost;

namespace MicroPoints.Orleans.Tests;

/// <summary>One silo for all tests, with grain storages of every sort; each test has a place of its own in them.</summary>
internal sealed class Cluster
{
    public const string Memory = "memory", Blob = GrainHosting.Storage, Sql = "sql";

    private static readonly Lazy<Task<Cluster>> Only = new(() => Task.Run(Start));
    private static int _places;

    private readonly InProcessTestCluster _cluster;

    private Cluster(InProcessTestCluster cluster) => _cluster = cluster;

    public static Task<Cluster> Get() => Only.Value;

    public IGrainFactory Grains => _cluster.Client;
    public IServiceProvider Services => _cluster.GetSiloServiceProvider();

    /// <summary>An empty place in a storage.</summary>
    public GrainStore NewStore(string storage) => new(
        Services.GetRequiredKeyedService<IGrainStorage>(storage), $"test-{Environment.ProcessId}-{Interlocked.Increment(ref _places)}");

    /// <summary>The chambers' grains over a log; those that were active answer no more.</summary>
    public IChamberHost HostOver(IEventLog log, TimeProvider clock, ISaltSource salts, IRulesInForce rules)
    {
        Grains.GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero).GetAwaiter().GetResult();
        Services.GetRequiredService<ChamberPartsHolder>().Put(log is GrainStorageLog storage
            ? ChamberParts.Over(storage, new KindsInForce(Sample.Kinds), clock, salts, rules, null)
            : new ChamberParts(_ => log, new KindsInForce(Sample.Kinds), clock, salts, rules, null));
        return new GrainChamberHost(Grains, log);
    }

    private static async Task<Cluster> Start()
    {
        var azurite = await Azurite.Get();
        var database = await (await PostgresServer.Shared).NewDatabase();
        await GrainTables.Prepare(database, "--storage", CancellationToken.None);
        var builder = new InProcessTestClusterBuilder(1);
        builder.Options.ConfigureFileLogging = false;
        // As the product keeps grains, so that what is tested is what ships.
        builder.ConfigureSilo((_, silo) => silo.AddMicroPoints().KeepGrains(null, Memory)
            .KeepGrains(new GrainStorageChoice(GrainStorageKind.Postgres, new ConnectionText(database)), Sql)
            .KeepGrains(azurite.Storage, Blob));
        builder.ConfigureClient(client => client.Services.AddMicroPointsWire());
        var cluster = builder.Build();
        await cluster.DeployAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => cluster.StopAllSilos();
        return new Cluster(cluster);
    }
}
