using MicroPoints.Orleans;
using MicroPoints.Server;
using Orleans.Configuration;

namespace MicroPoints.Silo;

/// <summary>Composes a silo and the server over it.</summary>
internal static class SiloHosting
{
    private const string ClusterId = "micropoints";

    /// <summary>Of a silo without others, which listens to this machine alone.</summary>
    internal const int GatewayPortAlone = 30000;

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
        var settings = options.Silo ?? new SiloSettings(null, null, new(System.Net.IPAddress.Loopback, 11111), null);
        return Hosting.Start(options, output, async (clock, tell) =>
        {
            if (options.Silo?.Storage is null) tell("the grains' states are in memory and end with this process; --storage keeps them");
            StartErrors.Check(settings);
            foreach (var (setting, database) in Databases(settings)) await GrainTables.Prepare(database.Reveal(), setting, cancel);
            var silo = await StartErrors.Start(Build(options, settings), settings, cancel);
            return await ClusterStore.Open(silo, (NameOf(options.Silo?.Storage?.Kind), settings), clock, tell,
                options.Demo ? log => DemoGrains.Fill(options.Data, log, cancel) : null, cancel);
        }, cancel);
    }

    private static IEnumerable<(string Setting, ConnectionText Database)> Databases(SiloSettings settings)
    {
        if (settings.Storage is { Kind: GrainStorageKind.Postgres } storage) yield return ("--storage", storage.Connection);
        if (settings.Membership is { } membership) yield return ("--membership", membership);
    }

    /// <summary>What is built into this program.</summary>
    public static IReadOnlyList<string> Editions =>
        [.. Hosting.BuiltIn, NameOf(GrainStorageKind.Azure), NameOf(GrainStorageKind.Postgres), NameOf(null)];

    private static string NameOf(GrainStorageKind? storage) => "Orleans grains on " + storage switch
    {
        GrainStorageKind.Azure => "Azure Storage blobs",
        GrainStorageKind.Postgres => "PostgreSQL",
        _ => "memory",
    };

    private static IHost Build(ServerOptions options, SiloSettings settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        Logs.Add(builder.Logging, options);
        builder.Logging.AddFilter("Orleans", options.LogLevel > LogLevel.Warning ? options.LogLevel : LogLevel.Warning);
        if (options.Otlp is { } otlp) Exporting.AddLogs(builder.Logging, otlp);
        builder.UseOrleans(silo =>
        {
            silo.AddMicroPoints();
            // A span a call costs something, so only where somebody is to see it.
            if (options.Otlp is not null) silo.AddActivityPropagation();
            silo.Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = (ClusterId, ClusterId));
            silo.KeepGrains(settings.Storage);
            if (settings.Membership is { } membership)
                silo.UseAdoNetClustering(o => (o.Invariant, o.ConnectionString) = (GrainTables.Invariant, membership.Reveal()))
                    // Port 0 is no gateway: nothing of ours uses one, and whoever reaches it needs no key.
                    .ConfigureEndpoints(settings.Advertised.Address, settings.Advertised.Port, settings.GatewayPort ?? 0,
                        listenOnAnyHostAddress: true);
            else silo.UseLocalhostClustering(
                settings.Advertised.Port, settings.GatewayPort ?? GatewayPortAlone, null, ClusterId, ClusterId);
        });
        return builder.Build();
    }
}
