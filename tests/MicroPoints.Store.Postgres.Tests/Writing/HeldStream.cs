using Npgsql;

namespace MicroPoints.Store.Postgres.Tests.Writing;

/// <summary>Another session that holds a stream's row, so that a group with this stream stands still before its commit.</summary>
internal sealed class HeldStream : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly NpgsqlConnection _connection;

    private HeldStream(TestDatabase database)
    {
        _database = database;
        _connection = new NpgsqlConnection($"{database.Connection};Pooling=false");
    }

    /// <summary>Begins a stream and holds it.</summary>
    public static async Task<(HeldStream Held, Chain Chain)> Begin(TestDatabase database, IEventLog log)
    {
        var chain = new Chain(new ChamberId("held"), Sample.County);
        Assert.IsType<AppendResult.Appended>(await TestDatabase.Append(log, chain.Registration()));
        var held = new HeldStream(database);
        await held._connection.OpenAsync();
        await held.Run("begin; select number from mp_stream where name = 'held' for update");
        return (held, chain);
    }

    /// <summary>Waits until a session of the store stands at the row.</summary>
    public async Task Entered()
    {
        while (await _database.Sql("select count(*) from pg_stat_activity where datname = current_database() "
            + "and wait_event_type = 'Lock'") is not 1L) await Task.Delay(5);
    }

    public Task LetGo() => Run("rollback");

    /// <summary>Ends the store's session from the server's side.</summary>
    public Task BreakTheOther() => _database.Sql("select pg_terminate_backend(pid) from pg_stat_activity "
        + "where datname = current_database() and wait_event_type = 'Lock'");

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private async Task Run(string sql)
    {
        await using var command = new NpgsqlCommand(sql, _connection);
        await command.ExecuteNonQueryAsync();
    }
}
