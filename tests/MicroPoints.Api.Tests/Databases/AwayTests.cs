using MicroPoints.Runtime;
using MicroPoints.Server;
using MicroPoints.Store.Postgres.Tests;

namespace MicroPoints.Api.Tests;

/// <summary>A database that is away makes the process not ready, and nothing says its password.</summary>
public sealed class AwayTests
{
    [Fact]
    public async Task A_server_whose_database_goes_away_is_not_ready_until_it_comes_back()
    {
        await using var database = await PostgresServer.Start();
        var server = new DatabaseServer(await database.NewDatabase());
        await server.InitializeAsync();
        (await server.Get("/health/ready", null)).Is(200);
        await database.Kill();
        await TwoServers.Until(async () => (await server.Get("/health/ready", null)).Status == 503, "it is still ready");
        (await server.Get("/health/live", null)).Is(200);
        await database.Run();
        await TwoServers.Until(async () => (await server.Get("/health/ready", null)).Status == 200, "it is not ready again");
        await server.DisposeAsync();
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Database=x;Username=u;Password=geheim")]
    [InlineData("Host=127.0.0.1;Port=one;Password=geheim")]
    [InlineData("Password=geheim")]
    [InlineData("postgres://u:geheim@127.0.0.1/x")]
    public async Task A_database_that_cannot_be_opened_is_named_without_its_password(string connection)
    {
        var options = new ServerOptions { Database = new ConnectionText(connection) };
        var failed = await Assert.ThrowsAsync<StoreException>(() => Hosting.Start(options, TextWriter.Null, _ => { }, default));
        Assert.DoesNotContain("geheim", $"{failed}{options}", StringComparison.Ordinal);
    }
}
