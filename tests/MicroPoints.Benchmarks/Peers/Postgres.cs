using System.Globalization;

namespace MicroPoints.Benchmarks;

/// <summary>A private PostgreSQL cluster on a free port, with settings that make every commit durable.</summary>
public sealed class Postgres : IAsyncDisposable
{
    private static readonly string[] Settings =
    [
        "fsync=on", "synchronous_commit=on", "jit=off", "max_wal_size=16GB", "checkpoint_timeout=30min",
        "listen_addresses=127.0.0.1", "max_connections=100",
    ];

    private readonly string _folder;
    private readonly string _binaries;
    private readonly int _port;

    private Postgres(string folder, string binaries, int port) => (_folder, _binaries, _port) = (folder, binaries, port);

    /// <summary>As a .NET client takes it.</summary>
    public string ConnectionString => $"Host=127.0.0.1;Port={_port};Username=postgres;Database=postgres";

    public string Version { get; private set; } = "";

    private string Data => Path.Combine(_folder, "data");

    /// <exception cref="PeerAbsentException">It is not installed, or does not start here.</exception>
    public static async Task<Postgres> Start(string parent)
    {
        var binaries = Binaries() ?? throw new PeerAbsentException("PostgreSQL is not installed (apt-get install postgresql)");
        var folder = Directory.CreateDirectory(Path.Combine(parent, "postgres")).FullName;
        var server = new Postgres(folder, binaries, Ports.Free());
        // PostgreSQL refuses to run as root; its packages come with a user of its own.
        if (Environment.IsPrivilegedProcess) await Child.Run("chown", ["postgres", folder]);
        await server.Tool("initdb", "-D", server.Data, "-U", "postgres", "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C");
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 20;
        var settings = string.Join(' ', Settings.Append($"shared_buffers={Math.Min(4096, memory / 5)}MB")
            .Append($"unix_socket_directories={folder}").Append($"port={server._port}").Select(s => $"-c {s}"));
        await server.Tool("pg_ctl", "-D", server.Data, "-l", Path.Combine(folder, "log"), "-w", "-o", settings, "start");
        server.Version = $"PostgreSQL {(await server.Query("show server_version")).Split(' ')[0].Trim()}";
        return server;
    }

    /// <summary>Runs SQL and gives unaligned rows.</summary>
    public Task<string> Query(string sql) => Child.Run(Path.Combine(_binaries, "psql"), [.. Connection, "-At", "-c", sql]);

    /// <summary>Runs a file of SQL or psql's own commands.</summary>
    public Task<string> Script(string file, params IReadOnlyList<string> more) =>
        Child.Run(Path.Combine(_binaries, "psql"), [.. Connection, "-At", "-v", "ON_ERROR_STOP=1", .. more, "-f", file]);

    /// <summary>One turn of pgbench, with every transaction's latency from its log.</summary>
    public async Task<Turn> Bench(string script, int clients, int chambers, TimeSpan duration)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(script)!, $"pgbench-{Guid.NewGuid():n}")).FullName;
        var seconds = Math.Max(1, (int)Math.Round(duration.TotalSeconds));
        var output = await Child.Run(Path.Combine(_binaries, "pgbench"),
            ["-n", "-h", "127.0.0.1", "-p", Text(_port), "-U", "postgres", "-f", script, "-D", $"chambers={chambers}", "-c", Text(clients),
                "-j", Text(Math.Min(clients, 2)), "-M", "prepared", "-T", Text(seconds), "-l", "postgres"], folder);
        var latencies = LatenciesIn(folder);
        Directory.Delete(folder, recursive: true);
        return new Turn(PerSecondIn(output), latencies.Percentile(0.5), latencies.Percentile(0.99));
    }

    public async ValueTask DisposeAsync()
    {
        try { await Tool("pg_ctl", "-D", Data, "-m", "immediate", "stop"); }
        catch (PeerAbsentException) { /* It never started, or is gone already. */ }
    }

    private string[] Connection => ["-X", "-q", "-h", "127.0.0.1", "-p", Text(_port), "-U", "postgres", "-d", "postgres"];

    private Task<string> Tool(string name, params IReadOnlyList<string> args) => Environment.IsPrivilegedProcess
        ? Child.Run("runuser", ["-u", "postgres", "--", Path.Combine(_binaries, name), .. args], _folder)
        : Child.Run(Path.Combine(_binaries, name), args, _folder);

    private static string? Binaries()
    {
        const string debian = "/usr/lib/postgresql";
        var folders = Directory.Exists(debian)
            ? Directory.GetDirectories(debian).OrderDescending().Select(d => Path.Combine(d, "bin")).ToList() : [];
        return Path.GetDirectoryName(Child.Find("initdb", folders));
    }

    /// <summary>The third field of each line is the transaction's latency in microseconds.</summary>
    private static Latencies LatenciesIn(string folder)
    {
        var latencies = new Latencies();
        var ticksPerMicrosecond = System.Diagnostics.Stopwatch.Frequency / 1_000_000.0;
        foreach (var line in Directory.GetFiles(folder, "pgbench_log.*").SelectMany(File.ReadLines))
            latencies.Add((long)(long.Parse(line.Split(' ')[2], CultureInfo.InvariantCulture) * ticksPerMicrosecond));
        return latencies;
    }

    private static double PerSecondIn(string output)
    {
        const string name = "tps = ";
        var line = output.Split('\n').LastOrDefault(l => l.StartsWith(name, StringComparison.Ordinal))
            ?? throw new PeerAbsentException($"pgbench printed no rate: {output}");
        return double.Parse(line[name.Length..].Split(' ')[0], CultureInfo.InvariantCulture);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
