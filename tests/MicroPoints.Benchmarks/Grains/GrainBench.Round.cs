#if CLUSTER
using System.Collections.Concurrent;
using System.Diagnostics;
using MicroPoints.Activities;
using MicroPoints.Ledger;
using MicroPoints.Orleans;
using MicroPoints.Rounds;
using MicroPoints.Runtime;
using MicroPoints.Server;
using Microsoft.Extensions.DependencyInjection;

namespace MicroPoints.Benchmarks;

/// <summary>A whole round through its grain.</summary>
public static partial class GrainBench
{
    private const int ActivitiesEach = 4;
    private static readonly RoundId TheRound = new("national");

    /// <summary>Five entries in each chamber, in the silos' memory; every period is closed, and both engines must agree.</summary>
    private static async Task WholeRound(Bench bench, int chambers)
    {
        var lines = new List<List<double>>();
        foreach (short silos in (short[])[1, 2])
        {
            var workspaces = new ConcurrentBag<Workspace>();
            await using var cluster = await Cluster(silos, silo => silo.AddMemoryGrainStorage(Storage), async services =>
                workspaces.Add(await Open(services)));
            var workspace = workspaces.First();
            await FillYear(workspace, new Country(chambers));
            var rounds = new GrainRounds(workspace, cluster.Client);
            Desk.Demand(await rounds.Open(TheRound, new RoundOpened(BenchRules.Ruleset, Year.Period, RegionCode.Nation, [],
                RoundPurpose.Rehearsal, "light", null), Country.Clerk, default));
            var decided = new RoundDecided("主席办公会", workspace.Today, "1", "同意", []);
            List<double> times =
            [
                await Seconds(() => rounds.Lock(TheRound, null, true, Country.Clerk, null, default)),
                await Seconds(() => rounds.Decide(TheRound, decided, Country.Clerk, null, default)),
                await Seconds(async () => (await rounds.Seal(TheRound, Country.Clerk, _ => default, null, default)).Answer),
            ];
            bench.Say($"  {silos} silo(s): lock {Shown.Number(times[0])} s, "
                + $"decide {Shown.Number(times[1])} s, seal {Shown.Number(times[2])} s");
            lines.Add(times);
        }
        foreach (var (step, i) in ((string, int)[])[("locked, every period closed", 0), ("decided", 1), ("sealed, with its proof", 2)])
            bench.Add(new Line($"round over {chambers} chambers {step}, both engines, 2 silos in one process, states in memory",
                $"{Shown.Number(lines[1][i])} s", $"1 silo {Shown.Number(lines[0][i])} s", lines[0][i] / lines[1][i], null));
    }

    private static async Task<double> Seconds(Func<ValueTask<Answer>> step)
    {
        var began = Stopwatch.GetTimestamp();
        Desk.Demand(await step());
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static async Task FillYear(Workspace workspace, Country country)
    {
        await Desk.Register(workspace, country);
        var year = new Year(country, country.Chambers * ActivitiesEach);
        await Parallel.ForAsync(0, country.Chambers, new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (chamber, cancel) =>
        {
            var activities = Enumerable.Range(0, ActivitiesEach).Select(i => chamber + i * country.Chambers).Select(n => (n, year[n]))
                .Select(a => new RecordActivity(new EntryId($"a{a.n}"), BenchRules.KindOf(a.Item2.Indicator), On.Day(a.Item2.On),
                    new Measured.Count(a.Item2.Points)));
            if (await workspace.Chambers.RunAll(country[chamber], Country.Clerk, [.. activities], cancel) is BatchAnswer.Refused no)
                throw new InvalidOperationException(no.Lines[0].Detail);
        });
    }

    /// <summary>As the silo composes it.</summary>
    private static async Task<Workspace> Open(IServiceProvider services)
    {
        var (store, clock) = (GrainHosting.Store(services), new LateClock(Year.Number));
        var (log, grains) = (new GrainStorageLog(store, clock), services.GetRequiredService<IGrainFactory>());
        return await Workspace.Open(new WorkspaceParts(log, new YamlFormat(), clock, new RandomSalts())
        {
            Proofs = new GrainProofs(store),
            OtherEngines = Engines.Others,
            Host = parts =>
            {
                services.GetRequiredService<ChamberPartsHolder>().Put(ChamberParts.Over(
                    log, parts.Kinds, parts.Clock, parts.Salts, parts.Rules, parts.Crediting));
                return new GrainChamberHost(grains, log, parts.Log.CountAppend);
            },
            Rounds = workspace =>
            {
                services.GetRequiredService<RoundPartsHolder>().Put(
                    new RoundParts(store, new RoundService(workspace), workspace.Proofs));
                return new GrainRounds(workspace, grains);
            },
        }, BenchRules.Rules(), Country.Clerk, CancellationToken.None);
    }
}
#endif
