using System.Collections.Concurrent;

namespace MicroPoints.Store.Postgres.Tests.Servers;

/// <summary>The database dies under load: what was acknowledged is there once, on it or on its standby.</summary>
public sealed class ServerKillTests
{
    private const int Ids = 6000;

    /// <summary>Long enough for a slow machine to start a server.</summary>
    private static readonly PostgresOptions Patient = new() { RecoversWithin = TimeSpan.FromMinutes(2) };

    private readonly ConcurrentQueue<string> _acknowledged = [];

    [Fact]
    public async Task After_kill_9_of_the_server_nothing_acknowledged_is_lost_or_doubled_and_callers_go_on()
    {
        await using var server = await PostgresServer.Start();
        var name = await server.NewDatabase();
        await using var log = await PostgresEventLog.Open(name, Patient);
        var load = new Load(log, 1, _acknowledged.Enqueue);
        await load.Register();
        var recording = load.Record(Ids);
        foreach (var share in (int[])[1, 2, 3])
        {
            await Reached(recording, Ids / 4 * share);
            await server.Kill();
            await server.Run();
        }
        // Had a call failed otherwise than with an unknown result, it would end here.
        await recording;
        await Load.AllThere(name, log, _acknowledged, Ids);
        Assert.Equal(Ids, _acknowledged.Count);
    }

    [Fact]
    public async Task A_standby_that_takes_over_has_all_that_was_acknowledged_and_callers_go_on_with_it()
    {
        await using var primary = await PostgresServer.Start();
        await using var standby = await primary.Standby("second");
        await primary.Sql("postgres", "alter system set synchronous_standby_names = 'second'");
        await primary.Reload();
        var name = $"Host=127.0.0.1:{primary.Port},127.0.0.1:{standby.Port};Target Session Attributes=primary;"
            + "Username=postgres;Database=county";
        await primary.Sql("postgres", "create database county");
        await using var log = await PostgresEventLog.Open(name, Patient);
        while (await standby.Sql("postgres", "select count(*) from pg_database where datname = 'county'") is not 1L) await Task.Delay(5);
        var told = await Assert.ThrowsAsync<StoreException>(() => PostgresEventLog.Open(standby.Connection("county")));
        Assert.Contains("standby", told.Message, StringComparison.Ordinal);
        var load = new Load(log, 2, _acknowledged.Enqueue);
        await load.Register();
        var recording = load.Record(Ids);
        await Reached(recording, Ids / 2);
        await primary.Kill();
        await standby.Promote();
        await using (var reopened = await PostgresEventLog.Open(name))
            await Load.AllAcknowledged(reopened, [.. _acknowledged]);
        await recording;
        await Load.AllThere(standby.Connection("county"), log, _acknowledged, Ids);
    }

    [Fact]
    public async Task A_server_that_stays_away_is_waited_for_as_long_as_the_host_says_and_nothing_is_left_in_doubt()
    {
        await using var server = await PostgresServer.Start();
        await using var log = await PostgresEventLog.Open(server.Connection("postgres"),
            new PostgresOptions { RecoversWithin = TimeSpan.FromMilliseconds(300) });
        var chain = new Chain(Sample.East, Sample.County);
        await TestDatabase.Append(log, chain.Registration());
        var head = chain.Head;
        await server.Kill();
        var told = await Assert.ThrowsAsync<StoreException>(() => TestDatabase.Append(log, chain.Visit("visit-1")));
        Assert.Contains("took nothing", told.Message, StringComparison.Ordinal);
        var asked = await Assert.ThrowsAsync<StoreException>(async () => await log.Cut(RegionCode.Nation, CancellationToken.None));
        Assert.Contains("cannot be asked", asked.Message, StringComparison.Ordinal);
        await server.Run();
        Assert.Equal(head, (await log.Load(chain.Stream, 2026, [], CancellationToken.None)).Head);
    }

    private async Task Reached(Task recording, int acknowledged)
    {
        while (_acknowledged.Count < acknowledged)
        {
            Assert.False(recording.IsFaulted, recording.Exception?.ToString());
            await Task.Delay(5);
        }
        Assert.False(recording.IsCompleted, "the server must die under load");
    }
}
