using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace MicroPoints.Store.Postgres.Tests;

/// <summary>A private PostgreSQL server on a free port that makes every commit durable.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private static readonly Lazy<Task<PostgresServer>> OfAssembly = new(() => Start());
    private static int _databases;

    private readonly DirectoryInfo _folder;
    private readonly Process _watch;

    private PostgresServer(DirectoryInfo folder, int port)
    {
        (_folder, Port) = (folder, port);
        _watch = Watch(folder.FullName);
    }

    /// <summary>The one that all tests share which do no harm to it.</summary>
    public static Task<PostgresServer> Shared => OfAssembly.Value;

    public int Port { get; }
    public string Data => Path.Combine(_folder.FullName, "data");

    public static async Task<PostgresServer> Start(params string[] settings)
    {
        var server = await Empty();
        await Tool.Run("initdb", "-D", server.Data, "-U", "postgres", "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C");
        await File.AppendAllLinesAsync(Path.Combine(server.Data, "postgresql.conf"),
            ["fsync = on", "synchronous_commit = on", "shared_buffers = 64MB", "max_connections = 200", .. server.Own, .. settings]);
        await server.Run();
        return server;
    }

    /// <summary>A standby that follows this server's log.</summary>
    public async Task<PostgresServer> Standby(string name)
    {
        var standby = await Empty();
        await Tool.Run("pg_basebackup", "-D", standby.Data, "-R", "-X", "stream", "-c", "fast", "--no-sync",
            "-d", $"host=127.0.0.1 port={Port} user=postgres application_name={name}");
        await File.AppendAllLinesAsync(Path.Combine(standby.Data, "postgresql.conf"), standby.Own);
        await standby.Run();
        return standby;
    }

    public async Task Run()
    {
        var log = Path.Combine(_folder.FullName, "log");
        try { await Tool.Run("pg_ctl", "-D", Data, "-l", log, "-w", "-t", "60", "start"); }
        catch (InvalidOperationException e) { throw new InvalidOperationException($"{e.Message}\n{await File.ReadAllTextAsync(log)}"); }
    }

    public Task Promote() => Tool.Run("pg_ctl", "-D", Data, "-w", "-t", "60", "promote");

    public Task Reload() => Tool.Run("pg_ctl", "-D", Data, "reload");

    /// <summary>Ends the postmaster and every process of it with signal 9, so that nothing can be written any more.</summary>
    public async Task Kill()
    {
        var master = int.Parse((await File.ReadAllLinesAsync(Path.Combine(Data, "postmaster.pid")))[0], CultureInfo.InvariantCulture);
        // A master that stands still starts no process more, so that none is overlooked.
        await Tool.Execute("kill", ["-STOP", $"{master}"]);
        List<int> all = [master, .. ChildrenOf(master)];
        foreach (var id in all)
            try { Process.GetProcessById(id).Kill(); }
            catch (Exception e) when (e is ArgumentException or InvalidOperationException) { /* It ended by itself. */ }
        while (all.Any(IsAlive)) await Task.Delay(5);
        // A dead process that nobody has buried yet looks alive to the next server.
        File.Delete(Path.Combine(Data, "postmaster.pid"));
    }

    /// <summary>Makes an empty database and gives its connection string.</summary>
    public async Task<string> NewDatabase()
    {
        var name = $"t{Interlocked.Increment(ref _databases)}";
        await Sql("postgres", $"create database {name}");
        return Connection(name);
    }

    public string Connection(string database) => $"Host=127.0.0.1;Port={Port};Username=postgres;Database={database}";

    public async Task<object?> Sql(string database, string sql)
    {
        await using var connection = new NpgsqlConnection($"{Connection(database)};Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _watch.StandardInput.Close();
        await _watch.WaitForExitAsync();
        _watch.Dispose();
    }

    private string[] Own => [$"port = {Port}", "listen_addresses = '127.0.0.1'", "unix_socket_directories = ''"];

    private static async Task<PostgresServer> Empty()
    {
        var folder = Directory.CreateTempSubdirectory("micropoints-postgres-");
        if (Environment.IsPrivilegedProcess) await Tool.Execute("chown", ["postgres", folder.FullName]);
        return new PostgresServer(folder, FreePort());
    }

    /// <summary>Ends the server and deletes its files when this process ends, however it ends: its end of the pipe closes then.</summary>
    private static Process Watch(string folder)
    {
        const string script = """
            trap '' TERM INT HUP
            cat >/dev/null
            if [ -f "$1/data/postmaster.pid" ]; then
              master=$(head -1 "$1/data/postmaster.pid")
              kill -QUIT "$master"
              while [ "$(cut -d ' ' -f 3 "/proc/$master/stat" || echo Z)" != Z ]; do sleep 0.05; done
            fi
            for again in 1 2 3 4 5 6 7 8 9; do rm -rf "$1" && break; sleep 0.2; done
            """;
        var start = new ProcessStartInfo("sh", ["-c", script, "watch", folder])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start) ?? throw new InvalidOperationException("sh does not start");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static IEnumerable<int> ChildrenOf(int parent) => Directory.GetDirectories("/proc")
        .Select(d => int.TryParse(Path.GetFileName(d), out var id) ? id : 0).Where(id => id > 0 && StatOf(id).Parent == parent);

    private static bool IsAlive(int id) => StatOf(id).State is not (' ' or 'Z');

    /// <summary>A blank where there is no such process.</summary>
    private static (char State, int Parent) StatOf(int id)
    {
        try
        {
            var fields = File.ReadAllText($"/proc/{id}/stat").Split(") ")[^1].Split(' ');
            return (fields[0][0], int.Parse(fields[1], CultureInfo.InvariantCulture));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { return (' ', 0); }
    }
}
