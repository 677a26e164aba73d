namespace MicroPoints.Benchmarks;

/// <summary>Batches of 100 activities of one chamber, each batch all or nothing, against Redis.</summary>
/// <remarks>Redis is shown twice: one activity a call, which is what is judged, and 100 scripts in one write.</remarks>
public static class BatchBench
{
    private const int Batch = 100;
    private const string InProcess = "batches of 100 in process, 64 callers", OverHttp = "batches of 100 over HTTP, 64 connections";

    public static async Task Run(Bench bench)
    {
        var callers = bench.Options.Callers;
        var prepared = await HttpBench.Prepare(bench);
        await using var desk = await Desk.Open(bench.NewFolder("batch"), BenchRules.Shipped());
        await Desk.Register(desk.Workspace, bench.Country);
        var contenders = new List<Contender>
        {
            new(InProcess, turn => Load.Run(callers, turn, Batch, async _ =>
            {
                var (chamber, activities) = prepared.Recordings.DrawBatch(Batch);
                if (await desk.Chambers.RunAll(chamber, Country.Clerk, activities, default) is not Runtime.BatchAnswer.Accepted)
                    throw new InvalidOperationException("a batch was refused");
            })),
        };
        using var server = await bench.Peer(() => ProductServer.Start(bench.Options, prepared.Data), (OverHttp, "Redis", 5));
        if (server is not null) contenders.Add(await Posting(bench, server, prepared.Recordings));
        var ours = contenders.Count;
        var redis = await bench.Peer(async () => await RedisLedger.Open(await bench.StartedRedis(), callers, bench.Country.Chambers),
            (InProcess, "Redis", 5));
        if (redis is not null)
        {
            contenders.Add(new Contender("Redis, one a call", turn => redis.Run(callers, turn)));
            contenders.Add(new Contender("Redis, 100 in a write", turn => redis.RunPipelined(callers, Batch, turn)));
        }

        var medians = await bench.Alternate(contenders);
        foreach (var own in medians.Take(ours))
            foreach (var peer in medians.Skip(ours)) bench.Add(Line.Of(own.Name, own, peer, peer == medians[ours] ? 5 : null));
        if (redis is null) bench.Add(Line.Informs(InProcess, medians[0]));
    }

    private static async Task<Contender> Posting(Bench bench, ProductServer server, Recordings recordings)
    {
        var connections = await WireConnection.Open(server.Port, Http1.Protocol, bench.Options.Callers);
        return new Contender(OverHttp, turn => Load.Run(bench.Options.Callers, turn, Batch, caller =>
        {
            var random = Random.Shared;
            var chamber = bench.Country[random.Next(bench.Country.Chambers)];
            var lines = string.Join(',', Enumerable.Range(0, Batch).Select(_ => recordings.DrawJson(random)));
            return connections[caller].Ask(Http1.Request("POST", $"/api/v1/chambers/{chamber}/activities/batch",
                $$"""{"activities":[{{lines}}]}""", server.Headers));
        }));
    }
}
