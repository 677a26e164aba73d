using System.Globalization;
using MicroPoints.Runtime;

namespace MicroPoints.Benchmarks;

/// <summary>A county's standings, against one chamber's rank and the first ten of a sorted set in Redis.</summary>
/// <remarks>Ours answers with every chamber's place; Redis with one rank and ten names, over a set of all chambers.</remarks>
public static class StandingsBench
{
    private const int ActivitiesPerChamber = 20;
    private const string OverHttp = "standings of a county over HTTP, 64 connections", RedisName = "Redis rank + top 10";

    public static async Task Run(Bench bench)
    {
        var callers = bench.Options.Callers;
        var prepared = await HttpBench.Prepare(bench, ActivitiesPerChamber);
        bench.Condition($"standings: {ActivitiesPerChamber} activities in each chamber");
        var contenders = new List<Contender>();
        using var server = await bench.Peer(() => ProductServer.Start(bench.Options, prepared.Data), (OverHttp, RedisName, 1));
        await using var desk = server is null ? await Desk.Open(prepared.Data, BenchRules.Shipped()) : null;
        contenders.Add(desk is null ? await Getting(bench, server!) : InProcess(bench, desk));
        if (await bench.Peer(async () => await Board(await bench.StartedRedis(), bench.Country.Chambers, callers),
            (OverHttp, RedisName, 1)) is { } board) contenders.Add(board);

        var medians = await bench.Alternate(contenders);
        if (server is null || medians.Count == 1) bench.Add(Line.Informs(medians[0].Name, medians[0]));
        else bench.Add(Line.Of(OverHttp, medians[0], medians[1], 1));
    }

    private static async Task<Contender> Getting(Bench bench, ProductServer server)
    {
        var connections = await WireConnection.Open(server.Port, Http1.Protocol, bench.Options.Callers);
        return new Contender("ours", turn => Load.Run(bench.Options.Callers, turn, 1, caller => connections[caller].Ask(
            Http1.Request("GET", $"/api/v1/standings?ruleset=micro-points&period={DateTime.Now.Year}&scope={County(bench)}", "",
                server.Headers))));
    }

    private static Contender InProcess(Bench bench, Desk desk)
    {
        var period = Period.Containing(desk.Workspace.Today, PeriodLength.Year);
        return new Contender("standings of a county in process, one caller", turn => Load.Run(1, turn, 1, async _ =>
            await desk.Workspace.Standings.Ask(
                new StandingsQuery("micro-points", period, County(bench), null, null, []), null, CancellationToken.None)));
    }

    private static RegionCode County(Bench bench) =>
        bench.Country.SeatOf(Random.Shared.Next(bench.Country.Chambers)).Enclosing(RegionLevel.County);

    private static async Task<Contender> Board(Redis redis, int chambers, int callers)
    {
        var connections = await redis.Connect(callers);
        foreach (var some in Enumerable.Range(0, chambers).Chunk(500))
            await connections[0].Ask(Resp.Command(["ZADD", "standings",
                .. some.SelectMany(n => (string[])[Text(Random.Shared.Next(2000)), Text(n)])]));
        return new Contender(RedisName, turn => Load.Run(callers, turn, 1, caller =>
        {
            byte[] both = [.. Resp.Command("ZREVRANK", "standings", Text(Random.Shared.Next(chambers))),
                .. Resp.Command("ZREVRANGE", "standings", "0", "9", "WITHSCORES")];
            return connections[caller].Ask(both, 2);
        }));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
