namespace MicroPoints.Benchmarks;

/// <summary>Recording over HTTP: 64 kept connections, one activity a request, against HTTP alone and against pgbench.</summary>
public static class HttpBench
{
    private const string What = "recording over HTTP, 64 connections, one activity a request";
    private const string EmptyName = "empty Kestrel JSON POST";

    public static async Task Run(Bench bench)
    {
        var recordings = await Prepare(bench);
        using var empty = await ProductServer.StartEmpty();
        var contenders = new List<Contender> { await Posting(bench, EmptyName, empty.Port, c => $"/{c}", recordings, []) };
        using var server = await bench.Peer(() => ProductServer.Start(bench.Options, recordings.Data),
            (What, EmptyName, 0.4), (What, "PostgreSQL", 5));
        if (server is not null)
            contenders.Add(await Posting(bench, "ours", server.Port, c => $"/api/v1/chambers/{c}/activities", recordings,
                server.Headers));
        if (server is not null && await Postgres(bench) is { } postgres) contenders.Add(postgres);

        var medians = await bench.Alternate(contenders);
        var ours = medians.FirstOrDefault(m => m.Name == "ours");
        if (ours is null) bench.Add(Line.Informs(EmptyName, medians[0]));
        else
            foreach (var peer in medians.Where(m => m != ours))
                bench.Add(Line.Of(What, ours, peer, peer.Name == EmptyName ? 0.4 : 5));
    }

    /// <summary>A data directory with all chambers registered, closed, for a server to open.</summary>
    /// <param name="activities">Already recorded for each chamber.</param>
    public static async Task<Prepared> Prepare(Bench bench, int activities = 0)
    {
        var folder = bench.NewFolder("http");
        await using var desk = await Desk.Open(folder, BenchRules.Shipped());
        await Desk.Register(desk.Workspace, bench.Country);
        var recordings = new Recordings(bench.Country, desk.Workspace, "micro-points");
        if (activities > 0)
            await Parallel.ForEachAsync(Enumerable.Range(0, bench.Country.Chambers), new ParallelOptions { MaxDegreeOfParallelism = 64 },
                async (n, cancel) => await desk.Chambers.RunAll(bench.Country[n], Country.Clerk, recordings.DrawList(activities), cancel));
        return new Prepared(folder, recordings);
    }

    private static async Task<Contender> Posting(
        Bench bench, string name, int port, Func<ChamberId, string> path, Prepared prepared, IReadOnlyList<string> headers)
    {
        var connections = await WireConnection.Open(port, Http1.Protocol, bench.Options.Callers);
        return new Contender(name, turn => Load.Run(bench.Options.Callers, turn, 1, caller =>
        {
            var random = Random.Shared;
            var chamber = bench.Country[random.Next(bench.Country.Chambers)];
            return connections[caller].Ask(Http1.Request("POST", path(chamber), prepared.Recordings.DrawJson(random), headers));
        }));
    }

    private static async Task<Contender?> Postgres(Bench bench)
    {
        var ledger = await bench.Peer(async () => await PostgresLedger.Open(await bench.StartedPostgres(),
            bench.NewFolder("pgbench"), bench.Country.Chambers), (What, "PostgreSQL", 5));
        return ledger is null ? null
            : new Contender($"PostgreSQL, {bench.Options.Callers} clients", turn => ledger.Run(bench.Options.Callers, turn));
    }
}

/// <summary>A data directory ready to be served, and what to record into it.</summary>
public sealed record Prepared(string Data, Recordings Recordings);
