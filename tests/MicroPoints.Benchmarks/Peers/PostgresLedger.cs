namespace MicroPoints.Benchmarks;

/// <summary>Records activities in PostgreSQL with pgbench, a transaction each.</summary>
public sealed class PostgresLedger
{
    private readonly Postgres _server;
    private readonly string _script;
    private readonly int _chambers;

    private PostgresLedger(Postgres server, string script, int chambers) => (_server, _script, _chambers) = (server, script, chambers);

    /// <summary>Makes the tables afresh.</summary>
    public static async Task<PostgresLedger> Open(Postgres server, string folder, int chambers)
    {
        await server.Query("drop schema public cascade; create schema public");
        await server.Script(PeerWork.File(folder, "record.postgres.sql"));
        return new PostgresLedger(server, PeerWork.File(folder, "record.pgbench"), chambers);
    }

    public Task<Turn> Run(int callers, TimeSpan duration) => _server.Bench(_script, callers, _chambers, duration);
}
