using Npgsql;

namespace MicroPoints.Store.Postgres;

/// <summary>Makes commands of fixed texts; whatever is asked or written is a parameter.</summary>
internal static class SqlText
{
    /// <summary>A statement of a batch.</summary>
    public static NpgsqlBatchCommand Statement(string sql, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters) command.Parameters.Add(parameter);
        return command;
    }

    public static NpgsqlCommand Command(this NpgsqlConnection connection, string sql, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var parameter in parameters) command.Parameters.Add(parameter);
        return command;
    }

    public static NpgsqlParameter P<T>(T value) => new NpgsqlParameter<T> { TypedValue = value };

    public static async Task<List<T>> All<T>(this NpgsqlCommand command, Func<NpgsqlDataReader, T> read, CancellationToken cancel)
    {
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var all = new List<T>();
        while (await rows.ReadAsync(cancel)) all.Add(read(rows));
        return all;
    }
}
