using Azure.Storage.Blobs;
using MicroPoints.Orleans;
using MicroPoints.Runtime;
using MicroPoints.Server;
using Orleans.Configuration;
using Orleans.Serialization;
using Orleans.Storage;

namespace MicroPoints.Silo;

/// <summary>Composes a silo and the server over it.</summary>
internal static class SiloHosting
{
    private const string ClusterId = "micropoints";

    /// <summary>Serves until it is told to stop, lets requests finish and leaves the cluster.</summary>
    public static async Task Run(ServerOptions options, TextWriter output, CancellationToken cancel)
    {
        await using var server = await Start(options, output, cancel);
        await server.Stopped(cancel);
    }

    public static Task<RunningServer> Start(ServerOptions options, TextWriter output, CancellationToken cancel)
    {
        if (options.Database is not null) throw new ConfigurationException(
            ["database is a setting of MicroPoints.Server: a silo keeps its grains in --storage postgres:CONNECTION or azure:CONNECTION"]);
        if (options.Silo?.Storage is null && !options.Demo) throw new ConfigurationException(
            ["storage is missing: grains are kept in azure:CONNECTION or postgres:CONNECTION; only a demo may leave them in memory"]);
        return Hosting.Start(options, output, async (clock, tell) =>
        {
            if (options.Silo?.Storage is null) tell("the grains' states are in memory and end with this process; --storage keeps them");
            foreach (var database in Databases(options.Silo)) await GrainTables.Prepare(database.Reveal(), cancel);
            return await ClusterStore.Open(Build(options), (NameOf(options), options.Silo?.Place ?? "micropoints"), clock, tell,
                options.Demo ? log => DemoGrains.Fill(options.Data, log, cancel) : null, cancel);
        }, cancel);
    }

    private static IEnumerable<ConnectionText> Databases(SiloSettings? settings)
    {
        if (settings?.Storage is { Kind: GrainStorageKind.Postgres } storage) yield return storage.Connection;
        if (settings?.Membership is { } membership) yield return membership;
    }

    private static string NameOf(ServerOptions options) => "Orleans grains on " + options.Silo?.Storage?.Kind switch
    {
        GrainStorageKind.Azure => "Azure Storage blobs",
        GrainStorageKind.Postgres => "PostgreSQL",
        _ => "memory",
    };

    private static IHost Build(ServerOptions options)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddSimpleConsole();
        var settings = options.Silo ?? new SiloSettings(null, null, new(System.Net.IPAddress.Loopback, 11111), 30000);
        builder.UseOrleans(silo =>
        {
            silo.AddMicroPoints();
            // A span a call costs something, so only where somebody is to see it.
            if (options.Otlp is not null) silo.AddActivityPropagation();
            silo.Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = (ClusterId, ClusterId));
            Keep(silo, settings.Storage);
            if (settings.Membership is { } membership)
                silo.UseAdoNetClustering(o => (o.Invariant, o.ConnectionString) = (GrainTables.Invariant, membership.Reveal()))
                    .ConfigureEndpoints(settings.Advertised.Address, settings.Advertised.Port, settings.GatewayPort,
                        listenOnAnyHostAddress: true);
            else silo.UseLocalhostClustering(settings.Advertised.Port, settings.GatewayPort, null, ClusterId, ClusterId);
        });
        return builder.Build();
    }

    /// <summary>The grain storage that ledgers are kept in. Ours is binary: entries in a JSON text would take a third more.</summary>
    private static void Keep(ISiloBuilder silo, GrainStorageChoice? storage)
    {
        switch (storage)
        {
            case { Kind: GrainStorageKind.Azure }:
                silo.AddAzureBlobGrainStorage(GrainHosting.Storage, b => b.Configure<Serializer>((o, serializer) =>
                {
                    o.BlobServiceClient = new BlobServiceClient(storage.Connection.Reveal());
                    o.GrainStorageSerializer = new OrleansGrainStorageSerializer(serializer);
                }));
                break;
            case { Kind: GrainStorageKind.Postgres }:
                silo.AddAdoNetGrainStorage(GrainHosting.Storage, b => b.Configure<Serializer>((o, serializer) =>
                {
                    (o.Invariant, o.ConnectionString) = (GrainTables.Invariant, storage.Connection.Reveal());
                    o.GrainStorageSerializer = new OrleansGrainStorageSerializer(serializer);
                }));
                break;
            default:
                silo.AddMemoryGrainStorage(GrainHosting.Storage);
                break;
        }
    }
}
