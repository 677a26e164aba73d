using System.Diagnostics;
using MicroPoints.Store.Postgres.Tests;

namespace MicroPoints.Api.Tests;

/// <summary>Two servers of one fresh database, as behind a balancer.</summary>
public sealed class TwoServers : IAsyncLifetime
{
    internal DatabaseServer A { get; private set; } = null!;
    internal DatabaseServer B { get; private set; } = null!;

    internal IReadOnlyList<DatabaseServer> Both => [A, B];

    public async Task InitializeAsync()
    {
        var connection = await (await PostgresServer.Shared).NewDatabase();
        (A, B) = (new DatabaseServer(connection), new DatabaseServer(connection));
        // At once, as machines that are started together do it.
        await Task.WhenAll(A.InitializeAsync(), B.InitializeAsync());
        // Each knows the keys that the other issued.
        await Task.WhenAll(A.Running.Workspace.CatchUp(default).AsTask(), B.Running.Workspace.CatchUp(default).AsTask());
    }

    public async Task DisposeAsync()
    {
        await A.DisposeAsync();
        await B.DisposeAsync();
    }

    /// <summary>Asks again until the answer holds; a second is what is promised.</summary>
    internal static async Task<TimeSpan> Until(Func<Task<bool>> holds, string what)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await holds())
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(20), what);
            await Task.Delay(10);
        }
        return Stopwatch.GetElapsedTime(started);
    }
}
