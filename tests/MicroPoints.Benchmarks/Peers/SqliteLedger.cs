using Microsoft.Data.Sqlite;

namespace MicroPoints.Benchmarks;

/// <summary>Records activities in SQLite, a durable transaction each. It has one writer, so callers wait for one another.</summary>
public sealed class SqliteLedger : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _entry;
    private readonly SqliteCommand _total;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly int _chambers;

    public SqliteLedger(string folder, int chambers)
    {
        _chambers = chambers;
        _connection = new SqliteConnection($"Data Source={Path.Combine(folder, "ledger.sqlite")}");
        _connection.Open();
        using (var schema = Command(PeerWork.Text("record.sqlite.sql"))) schema.ExecuteNonQuery();
        _entry = Command("insert into entry(idem, chamber, indicator, points, occurred, actor, evidence) "
            + "values(@idem, @chamber, @indicator, @points, @occurred, 0, 'ev/0123456789abcdef')",
            "@idem", "@chamber", "@indicator", "@points", "@occurred");
        _total = Command("insert into total values(@chamber, @indicator, min(@points, @cap)) "
            + "on conflict do update set points = min(points + excluded.points, @cap)", "@chamber", "@indicator", "@points", "@cap");
    }

    public string Version => $"SQLite {_connection.ServerVersion}";

    public Task<Turn> Run(int callers, TimeSpan duration) => Load.Run(callers, duration, 1, async _ =>
    {
        await _gate.WaitAsync();
        try { Record(); }
        finally { _gate.Release(); }
    });

    public void Dispose()
    {
        _entry.Dispose();
        _total.Dispose();
        _connection.Dispose();
        _gate.Dispose();
    }

    private void Record()
    {
        var random = Random.Shared;
        var (chamber, indicator, points) = (random.Next(_chambers), random.Next(BenchRules.Indicators), 1 + random.Next(20));
        using var transaction = _connection.BeginTransaction();
        Execute(_entry, transaction, Recordings.NextId().Value, chamber, indicator, points, 20_000 + random.Next(365));
        Execute(_total, transaction, chamber, indicator, points, 20 + indicator * 37 % 61);
        transaction.Commit();
    }

    private static void Execute(SqliteCommand command, SqliteTransaction transaction, params ReadOnlySpan<object> values)
    {
        command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string text, params IReadOnlyList<string> parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = text;
        foreach (var parameter in parameters) command.Parameters.AddWithValue(parameter, 0);
        return command;
    }
}
