using Microsoft.Data.Sqlite;

namespace MicroPoints.Store.Embedded;

/// <summary>A prepared statement with numbered parameters.</summary>
internal sealed class ReadStatement : IDisposable
{
    private readonly SqliteCommand _command;

    public ReadStatement(SqliteConnection connection, string sql, int parameters)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
        for (var i = 1; i <= parameters; i++) _command.Parameters.Add(new SqliteParameter($"?{i}", DBNull.Value));
        _command.Prepare();
    }

    /// <returns>How many rows it changed.</returns>
    public int Run(params object?[] values) => Bound(values).ExecuteNonQuery();

    public T? Value<T>(params object?[] values) where T : class => Bound(values).ExecuteScalar() as T;

    /// <summary>The first row; null where there is none.</summary>
    public T? One<T>(Func<SqliteDataReader, T> read, params object?[] values) where T : struct
    {
        using var rows = Bound(values).ExecuteReader();
        return rows.Read() ? read(rows) : null;
    }

    public List<T> All<T>(Func<SqliteDataReader, T> read, params object?[] values)
    {
        using var rows = Bound(values).ExecuteReader();
        var all = new List<T>();
        while (rows.Read()) all.Add(read(rows));
        return all;
    }

    public void Dispose() => _command.Dispose();

    private SqliteCommand Bound(object?[] values)
    {
        Invariant.Holds(values.Length == _command.Parameters.Count, "a statement is given all its parameters");
        for (var i = 0; i < values.Length; i++) _command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return _command;
    }
}
