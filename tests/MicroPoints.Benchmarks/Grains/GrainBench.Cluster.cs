#if CLUSTER
using System.Diagnostics;
using MicroPoints.Activities;
using MicroPoints.Chambers;
using MicroPoints.Ledger;
using MicroPoints.Orleans;
using MicroPoints.Runtime;
using MicroPoints.Server;
using MicroPoints.Silo;
using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;

namespace MicroPoints.Benchmarks;

/// <summary>The measuring itself, where the packages are.</summary>
public static partial class GrainBench
{
    internal const string Storage = GrainHosting.Storage, BareStorage = "bare";
    private const int Filled = 250, BatchMax = 250;

    private static readonly KindId Visited = new("member.visited");

    internal static BareEntry Bare(string id) =>
        new(id, Visited.Value, "2026-04-12", 3, "clerk-1", DateTimeOffset.UnixEpoch, "走访会员企业，了解用工");

    private static RecordActivity Ours(string id) => new(
        new EntryId(id), Visited, On.Parse("2026-04-12"), new Measured.Count(3), Reason: "走访会员企业，了解用工");

    private static async Task Measure(Bench bench)
    {
        var country = bench.Options.Short ? 200 : Math.Min(bench.Country.Chambers, 41_352);
        await Memory(bench, bench.Options.Short ? 500 : 100_000);
        await Rounds(bench, country);
        await WholeRound(bench, country);
        var postgres = await bench.Peer(bench.StartedPostgres, (What, "Orleans WriteStateAsync, 250 entries in the state", 2));
        if (postgres is not null) await Recording(bench, postgres, bench.Options.Short ? 20 : 1_000);
    }

    /// <summary>Both kinds of grain keep their states in one PostgreSQL through Orleans' ADO.NET storage, each commit flushed.</summary>
    private static async Task Recording(Bench bench, Postgres postgres, int chambers)
    {
        var connection = new ConnectionText(postgres.ConnectionString);
        await GrainTables.Prepare(connection.Reveal(), "the database", CancellationToken.None);
        await using var cluster = await Cluster(1, silo => silo.KeepGrains(new GrainStorageChoice(GrainStorageKind.Postgres, connection))
            .AddAdoNetGrainStorage(BareStorage,
                o => (o.Invariant, o.ConnectionString) = (GrainTables.Invariant, GrainConnection.Of(connection))));
        var (host, ids, callers) = (Host(cluster), 0, bench.Options.Callers);
        await Fill(host, chambers, Filled);
        foreach (var bare in (Func<int, IBareGrain>[])[Json, Binary])
            await Parallel.ForAsync(0, chambers, async (i, _) => await bare(i).Fill(Filled));
        await using var desk = await Desk.Open(bench.NewFolder("grains"), BenchRules.Shipped());
        await Fill(desk.Chambers, chambers, Filled);

        var medians = await bench.Alternate(
        [
            new Contender("ours, a grain a chamber", turn => Load.Run(callers, turn, 1, async _ =>
            {
                var id = Interlocked.Increment(ref ids);
                Desk.Demand(await host.Run(Chamber(id % chambers), Country.Clerk, Ours($"grain-{id}"), CancellationToken.None));
            })),
            Whole($"Orleans WriteStateAsync, {Filled} entries in the state, as it comes (JSON)", Json),
            Whole($"Orleans WriteStateAsync, {Filled} entries in the state, binary", Binary),
            new Contender("the embedded host", turn => Load.Run(callers, turn, 1, async _ =>
            {
                var id = Interlocked.Increment(ref ids);
                Desk.Demand(await desk.Chambers.Run(Chamber(id % chambers), Country.Clerk, Ours($"embedded-{id}"), CancellationToken.None));
            })),
        ]);
        var what = $"{What}, {bench.Options.Callers} callers, {chambers} chambers of {Filled} entries, PostgreSQL";
        bench.Add(Line.Of(what, medians[0], medians[1], 2));
        foreach (var other in medians.Skip(2)) bench.Add(Line.Of(what, medians[0], other, null));
        bench.Used($"Orleans {typeof(Grain).Assembly.GetName().Version!.ToString(3)}");

        IBareGrain Json(int chamber) => cluster.Client.GetGrain<IBareGrain>($"bare-{chamber}", typeof(BareGrain).FullName);
        IBareGrain Binary(int chamber) => cluster.Client.GetGrain<IBareBinaryGrain>($"bare-{chamber}");
        Contender Whole(string name, Func<int, IBareGrain> grain) => new(name, turn => Load.Run(callers, turn, 1, async _ =>
        {
            var id = Interlocked.Increment(ref ids);
            await grain(id % chambers).Record(Bare($"bare-{id}"));
        }));
    }

    /// <summary>Every chamber's tally, gathered by the counties' grains; five entries in each, in the silos' memory.</summary>
    private static async Task Rounds(Bench bench, int chambers)
    {
        var times = new List<Median>();
        foreach (short silos in (short[])[1, 2])
        {
            await using var cluster = await Cluster(silos, silo => silo.AddMemoryGrainStorage(Storage));
            var log = new GrainStorageLog(GrainHosting.Store(cluster.GetSiloServiceProvider()), TimeProvider.System);
            var host = new GrainChamberHost(cluster.Client, log);
            await Fill(host, chambers, 4, new Country(chambers));
            var all = (await log.Cut(RegionCode.Nation, StreamType.Chamber, default)).Select(h => new ChamberId(h.Stream.Name)).ToList();
            times.AddRange(await bench.Alternate([new Contender(silos == 1 ? "1 silo" : "2 silos", async _ =>
            {
                var (began, seen) = (Stopwatch.GetTimestamp(), 0);
                await foreach (var view in ((IChamberHost)host).Views(all, Period.Year(2026), AsOf.On(new DateOnly(2026, 12, 31)), default))
                    if (view.Head.Sequence == 5) seen++;
                if (seen != chambers) throw new InvalidOperationException($"{seen} of {chambers} chambers were gathered");
                var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
                return new Turn(1 / seconds, seconds * 1e6, seconds * 1e6);
            })]));
        }
        bench.Add(Line.OfTimes(
            $"tallies of {chambers} chambers gathered, 2 silos in one process, states in memory", times[1], times[0], null));
    }

    /// <summary>What active grains hold beside the states in the storage, which stands in the same memory before and after.</summary>
    private static async Task Memory(Bench bench, int grains)
    {
        await using var cluster = await Cluster(1, silo => silo.AddMemoryGrainStorage(Storage));
        var (host, country) = (Host(cluster), new Country(grains));
        await Fill(host, grains, 0, country);
        await Each(grains, i => cluster.Client.GetGrain<IBareBinaryGrain>($"bare-{i}").Fill(1));
        var ours = await Held(cluster, grains, async i =>
            await host.View(Chamber(i), Period.Year(2026), AsOf.On(new DateOnly(2026, 12, 31)), default));
        var bare = await Held(cluster, grains, i => cluster.Client.GetGrain<IBareBinaryGrain>($"bare-{i}").Touch());
        bench.Add(new Line($"memory of {grains} active chambers' grains with an entry each", $"{Shown.Number(ours)} MiB per 100,000",
            $"as many bare grains with the same state {Shown.Number(bare)} MiB", bare / ours, null));
    }

    /// <returns>MiB per 100,000.</returns>
    private static async Task<double> Held(InProcessTestCluster cluster, int grains, Func<int, Task> touch)
    {
        await cluster.Client.GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await Each(grains, touch);
        return (GC.GetTotalMemory(forceFullCollection: true) - before) / 1048576.0 * 100_000 / grains;
    }

    private static Task Each(int count, Func<int, Task> act) => Parallel.ForAsync(0, count,
        new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (i, _) => await act(i));

    private static ChamberId Chamber(int number) => new($"chamber-{number}");

    /// <param name="country">Spreads the chambers over its counties; null seats all in one.</param>
    private static async Task Fill(IChamberHost host, int chambers, int entries, Country? country = null) =>
        await Parallel.ForAsync(0, chambers, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (i, cancel) =>
        {
            var seat = country?.SeatOf(i) ?? new RegionCode("110101001");
            Desk.Demand(await host.Run(Chamber(i), Country.Clerk, new ChangeChamber(
                new RegisterChamber(new EntryId("register"), $"商会 {i}", "township", seat, [], null)), cancel));
            for (var from = 0; from < entries; from += BatchMax)
            {
                var visits = Enumerable.Range(from, Math.Min(BatchMax, entries - from)).Select(e => Ours($"filled-{e}"));
                if (await host.RunAll(Chamber(i), Country.Clerk, [.. visits], cancel) is BatchAnswer.Refused no)
                    throw new InvalidOperationException(no.Lines[0].Detail);
            }
        });

    private static GrainChamberHost Host(InProcessTestCluster cluster) => new(cluster.Client, new MemoryEventLog());

    /// <param name="compose">What each silo does as it starts; null gives its grains the shipped kinds and no ruleset.</param>
    private static async Task<InProcessTestCluster> Cluster(
        short silos, Action<ISiloBuilder> store, Func<IServiceProvider, Task>? compose = null)
    {
        compose ??= Alone;
        var builder = new InProcessTestClusterBuilder(silos);
        builder.Options.ConfigureFileLogging = false;
        builder.ConfigureSilo((_, silo) =>
        {
            store(silo.AddMicroPoints());
            silo.AddStartupTask((services, _) => compose(services));
        });
        builder.ConfigureClient(client => client.Services.AddMicroPointsWire());
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return cluster;
    }

    private static Task Alone(IServiceProvider services)
    {
        services.GetRequiredService<ChamberPartsHolder>().Put(ChamberParts.Over(
            new GrainStorageLog(GrainHosting.Store(services), TimeProvider.System),
            new KindsInForce(Rulesets.Yaml.YamlRules.Instance.ReadKinds(BenchRules.Shipped().Activities)),
            TimeProvider.System, new RandomSalts(), new NoRulesInForce(), null));
        return Task.CompletedTask;
    }
}
#endif
