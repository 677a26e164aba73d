using System.Globalization;

namespace MicroPoints.Benchmarks;

/// <summary>A private Redis on a free port, that appends to its file and flushes it before every answer.</summary>
public sealed class Redis : IAsyncDisposable
{
    private readonly Child _server;
    private readonly List<WireConnection[]> _opened = [];

    private Redis(Child server, int port) => (_server, Port) = (server, port);

    private int Port { get; }
    public string Version { get; private set; } = "";

    /// <exception cref="PeerAbsentException">It is not installed, or does not start here.</exception>
    public static async Task<Redis> Start(string parent)
    {
        var program = Child.Find("redis-server") ?? throw new PeerAbsentException("Redis is not installed (apt-get install redis-server)");
        var folder = Directory.CreateDirectory(Path.Combine(parent, "redis")).FullName;
        var port = Ports.Free();
        var version = (await Child.Run(program, ["--version"])).Split(' ').First(w => w.StartsWith("v=", StringComparison.Ordinal));
        var server = Child.Keep(program, ["--port", port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--dir", folder,
            "--appendonly", "yes", "--appendfsync", "always", "--save", "", "--auto-aof-rewrite-percentage", "0"], folder);
        server.Ignore();
        var redis = new Redis(server, port) { Version = $"Redis {version[2..]}" };
        await redis.BecomeReady();
        return redis;
    }

    public async Task<WireConnection[]> Connect(int count)
    {
        _opened.Add(await WireConnection.Open(Port, Resp.Protocol, count));
        return _opened[^1];
    }

    /// <summary>Loads a script and gives the digest it is called by.</summary>
    public async Task<string> LoadScript(string script)
    {
        var answer = await (await Connect(1))[0].AskText(Resp.Command("SCRIPT", "LOAD", script));
        return answer.Split("\r\n")[1];
    }

    public ValueTask DisposeAsync()
    {
        foreach (var connection in _opened.SelectMany(c => c)) connection.Dispose();
        _server.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task BecomeReady()
    {
        for (var attempt = 0; ; attempt++)
        {
            try { await Connect(1); return; }
            catch (System.Net.Sockets.SocketException) when (attempt < 100 && !_server.HasEnded) { await Task.Delay(50); }
            catch (System.Net.Sockets.SocketException e) { throw new PeerAbsentException($"Redis does not answer: {e.Message}"); }
        }
    }
}
