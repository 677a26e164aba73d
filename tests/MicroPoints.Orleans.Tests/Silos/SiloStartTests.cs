using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using MicroPoints.Server;
using MicroPoints.Silo;
using MicroPoints.Store.Postgres.Tests;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace MicroPoints.Orleans.Tests;

/// <summary>What a silo refuses to start with, and the first key of a storage.</summary>
public sealed class SiloStartTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("micropoints-start-");

    public void Dispose() => _directory.Delete(recursive: true);

    private string KeyPath => Path.Combine(_directory.FullName, "first.key");

    private static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static GrainStorageChoice Postgres(string connection) => new(GrainStorageKind.Postgres, new ConnectionText(connection));

    private static async Task<string> NewDatabase() => await (await PostgresServer.Shared).NewDatabase();

    private ServerOptions Options(GrainStorageChoice storage, string? firstKey = null, int? port = null) => new()
    {
        Data = Path.Combine(_directory.FullName, "data"),
        Listen = new IPEndPoint(IPAddress.Loopback, 0),
        LogLevel = LogLevel.None,
        Silo = new SiloSettings(storage, null, new IPEndPoint(IPAddress.Loopback, port ?? Free()), Free()) { FirstKey = firstKey },
    };

    private static Task<RunningServer> Start(ServerOptions options) => SiloHosting.Start(options, TextWriter.Null, CancellationToken.None);

    private static async Task<string> Refused(ServerOptions options) =>
        (await Assert.ThrowsAsync<StoreException>(() => Start(options))).Message;

    [Fact]
    public async Task The_first_key_is_issued_once_into_a_file_of_its_own()
    {
        var storage = Postgres(await NewDatabase());
        await using (var server = await Start(Options(storage, KeyPath)))
        {
            using var http = new HttpClient { BaseAddress = new Uri($"{server.Address}/api/v1/") };
            var secret = (await File.ReadAllTextAsync(KeyPath)).Trim();
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
            Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("keys")).StatusCode);
            if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyPath));
        }
        Assert.Contains("without any key", await Refused(Options(storage, $"{KeyPath}.second")));
        Assert.False(File.Exists($"{KeyPath}.second"));
        await using var again = await Start(Options(storage));
    }

    [Fact]
    public async Task A_file_that_is_there_already_stays_and_no_key_is_issued()
    {
        var storage = Postgres(await NewDatabase());
        await File.WriteAllTextAsync(KeyPath, "mine");
        Assert.Contains("--first-key", await Refused(Options(storage, KeyPath)));
        Assert.Equal("mine", await File.ReadAllTextAsync(KeyPath));
        await using var server = await Start(Options(storage, $"{KeyPath}.other"));
        Assert.Single(server.Workspace.Keys.List(RegionCode.Nation));
    }

    [Theory]
    [InlineData(GrainStorageKind.Postgres, "Hst=x;Password=secret-1", "--storage")]
    [InlineData(GrainStorageKind.Postgres, "Host=x;Port=secret-1", "--storage")]
    [InlineData(GrainStorageKind.Postgres, "Database=county;Password=secret-1", "--storage")]
    [InlineData(GrainStorageKind.Postgres, "Host=127.0.0.1;Port=1;Username=a;Password=secret-1", "--storage")]
    [InlineData(GrainStorageKind.Azure, "secret-1", "--storage")]
    [InlineData(GrainStorageKind.Azure, "AccountName=x;AccountKey=secret-1", "--storage")]
    public async Task What_cannot_be_reached_is_told_by_its_setting_and_not_shown(GrainStorageKind kind, string connection, string named)
    {
        var told = await Refused(Options(new GrainStorageChoice(kind, new ConnectionText(connection))));
        Assert.Contains(named, told);
        Assert.DoesNotContain("secret", told);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_told()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var told = await Refused(Options(Postgres(await NewDatabase()), port: ((IPEndPoint)taken.LocalEndpoint).Port));
        Assert.Contains("--silo", told);
        Assert.Contains("cannot listen", told);
    }

    [Fact]
    public async Task A_demo_is_not_brought_into_a_storage_that_holds_something_else()
    {
        var storage = Postgres(await NewDatabase());
        await using (await Start(Options(storage))) { }
        Assert.Contains("other data than the demo's", await Refused(Options(storage) with
        {
            Demo = true,
            Data = Path.Combine(_directory.FullName, "demo"),
        }));
    }

    [Fact]
    public async Task Queries_of_another_application_stay_and_older_ones_of_ours_are_replaced()
    {
        var connection = await NewDatabase();
        await GrainTables.Prepare(connection, "--storage", CancellationToken.None);
        const string of = "where QueryKey = 'ClearStorageKey'";
        await Sql(connection, $"update OrleansQuery set QueryText = '/* micropoints */ select 1' {of}");
        await GrainTables.Prepare(connection, "--storage", CancellationToken.None);
        Assert.Contains("mp_grain_state", await Sql(connection, $"select QueryText from OrleansQuery {of}"));
        await Sql(connection, $"update OrleansQuery set QueryText = 'select 1' {of}");
        var told = await Assert.ThrowsAsync<StoreException>(() => GrainTables.Prepare(connection, "--storage", CancellationToken.None));
        Assert.Contains("another Orleans application", told.Message);
        Assert.Equal("select 1", await Sql(connection, $"select QueryText from OrleansQuery {of}"));
    }

    private static async Task<string?> Sql(string connection, string sql)
    {
        await using var database = new NpgsqlConnection(connection);
        await database.OpenAsync();
        await using var command = new NpgsqlCommand(sql, database);
        return await command.ExecuteScalarAsync() as string;
    }
}
