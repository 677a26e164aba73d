using System.Globalization;

namespace MicroPoints.Benchmarks;

/// <summary>Records activities in Redis: one script a call, over one connection for each caller.</summary>
public sealed class RedisLedger
{
    private readonly WireConnection[] _connections;
    private readonly string _script;
    private readonly int _chambers;

    private RedisLedger(WireConnection[] connections, string script, int chambers) =>
        (_connections, _script, _chambers) = (connections, script, chambers);

    public static async Task<RedisLedger> Open(Redis redis, int callers, int chambers) => new(
        await redis.Connect(callers), await redis.LoadScript(PeerWork.Text("record.lua")), chambers);

    public Task<Turn> Run(int callers, TimeSpan duration) => Load.Run(callers, duration, 1, c => _connections[c].Ask(Draw()));

    /// <summary>Several scripts in one write: what a client gains that has a batch in hand.</summary>
    public Task<Turn> RunPipelined(int callers, int batch, TimeSpan duration) => Load.Run(callers, duration, batch, c =>
    {
        var requests = new MemoryStream();
        for (var i = 0; i < batch; i++) requests.Write(Draw());
        return _connections[c].Ask(requests.ToArray(), batch);
    });

    private byte[] Draw()
    {
        var random = Random.Shared;
        var day = new DateOnly(2026, 1, 1).AddDays(random.Next(365));
        string[] words =
        [
            "EVALSHA", _script, "0", Recordings.NextId().Value, Text(random.Next(_chambers)), Text(random.Next(BenchRules.Indicators)),
            Text(1 + random.Next(20)), day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "clerk-0", "ev/0123456789abcdef",
        ];
        return Resp.Command(words);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
