namespace MicroPoints.Store.Postgres.Tests;

/// <summary>A database of one test, deleted afterwards.</summary>
internal sealed class TestDatabase(PostgresServer server, string connection) : IAsyncDisposable
{
    public string Connection => connection;
    public string Name => new Npgsql.NpgsqlConnectionStringBuilder(connection).Database!;

    public static async Task<TestDatabase> New(PostgresServer? server = null)
    {
        server ??= await PostgresServer.Shared;
        return new TestDatabase(server, await server.NewDatabase());
    }

    public Task<PostgresEventLog> Open(PostgresOptions? options = null) => PostgresEventLog.Open(connection, options);

    /// <summary>Runs SQL behind the store's back.</summary>
    public Task<object?> Sql(string sql) => server.Sql(Name, sql);

    /// <summary>Appends entries where their own first one says.</summary>
    public static Task<AppendResult> Append(IEventLog log, params SealedEntry[] entries)
    {
        var expected = new Head(entries[0].Sequence - 1, entries[0].Previous);
        return log.Append(entries[0].Stream, expected, entries, CancellationToken.None).AsTask();
    }

    public async ValueTask DisposeAsync() => await server.Sql("postgres", $"drop database {Name} with (force)");
}
