namespace MicroPoints.Benchmarks;

/// <summary>Durable recording: a caller has its answer once the entry is on the disk.</summary>
/// <remarks>Ours judges, authorises, seals, chains and folds each activity; the peers' work is in <c>Peers/Work</c>.</remarks>
public static class RecordBench
{
    public static async Task Run(Bench bench, int callers)
    {
        var what = callers == 1 ? "durable recording in process, one caller" : $"durable recording in process, {callers} callers";
        await using var desk = await Desk.Open(bench.NewFolder("record"), BenchRules.Shipped());
        await Desk.Register(desk.Workspace, bench.Country);
        var recordings = new Recordings(bench.Country, desk.Workspace, "micro-points");

        var contenders = new List<Contender>
        {
            new("ours", turn => Load.Run(callers, turn, 1, async _ =>
            {
                var (chamber, activity) = recordings.Draw();
                Desk.Demand(await desk.Chambers.Run(chamber, Country.Clerk, activity, CancellationToken.None));
            })),
        };
        contenders.AddRange(await Postgres(bench, what, callers));
        contenders.AddRange(await Redis(bench, what, callers));
        using var sqlite = new SqliteLedger(bench.NewFolder("sqlite"), bench.Country.Chambers);
        bench.Used(sqlite.Version);
        contenders.Add(new Contender($"SQLite, a transaction each, {callers}", turn => sqlite.Run(callers, turn)));

        var medians = await bench.Alternate(contenders);
        bench.Condition($"{what}: ours takes {Shown.Time(medians[0].Cpu)} of processor time for each, drawing it included");
        foreach (var peer in medians.Skip(1)) bench.Add(Line.Of(what, medians[0], peer, Wanted(callers, peer, medians)));
    }

    private static async Task<IEnumerable<Contender>> Postgres(Bench bench, string what, int callers)
    {
        var ledger = await bench.Peer(async () => await PostgresLedger.Open(await bench.StartedPostgres(), bench.NewFolder("pgbench"),
            bench.Country.Chambers), (what, PostgresName, callers == 1 ? 1 : 15));
        // On two cores 8 clients are PostgreSQL's best point, so that is shown too.
        int[] clients = callers == 1 || bench.Options.Short ? [callers] : [callers, 8];
        return ledger is null ? []
            : clients.Select(c => new Contender($"{PostgresName}, {c} clients", turn => ledger.Run(c, turn)));
    }

    private static async Task<IEnumerable<Contender>> Redis(Bench bench, string what, int callers)
    {
        var ledger = await bench.Peer(async () => await RedisLedger.Open(await bench.StartedRedis(), callers, bench.Country.Chambers),
            (what, RedisName, callers == 1 ? 1 : 4));
        return ledger is null ? [] : [new Contender($"{RedisName}, {callers} connections", turn => ledger.Run(callers, turn))];
    }

    /// <summary>Many callers: 15 × PostgreSQL, 4 × Redis. One caller: the faster of the two. SQLite only informs.</summary>
    private static double? Wanted(int callers, Median peer, IReadOnlyList<Median> all) => peer.Name switch
    {
        _ when peer.Name.StartsWith("SQLite", StringComparison.Ordinal) => null,
        _ when callers == 1 => peer == all.Where(m => IsServer(m.Name)).MaxBy(m => m.PerSecond) ? 1 : null,
        _ when peer.Name.StartsWith(RedisName, StringComparison.Ordinal) => 4,
        _ => peer.Name.EndsWith($" {callers} clients", StringComparison.Ordinal) ? 15 : null,
    };

    private static bool IsServer(string name) =>
        name.StartsWith(PostgresName, StringComparison.Ordinal) || name.StartsWith(RedisName, StringComparison.Ordinal);

    private const string PostgresName = "PostgreSQL", RedisName = "Redis";
}
