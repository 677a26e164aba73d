using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace MicroPoints.Store.Embedded;

/// <summary>Connections for questions, as many as ask at once; all are let go before the file is deleted.</summary>
internal sealed class ReadQuestions(ReadFile file)
{
    private readonly ReaderWriterLockSlim _gate = new();
    private readonly ConcurrentBag<ReadQuestion> _idle = [];
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when there are tables to ask.</summary>
    public Task Opened => _opened.Task;

    public void Open() => _opened.TrySetResult();

    /// <summary>Asks on a connection of its own; each statement sees the tables as one commit left them.</summary>
    public T Ask<T>(Func<ReadQuestion, T> ask)
    {
        _gate.EnterReadLock();
        try
        {
            if (!_idle.TryTake(out var question)) question = new ReadQuestion(file.OpenForQuestions());
            try
            {
                var answer = ask(question);
                _idle.Add(question);
                return answer;
            }
            catch
            {
                question.Dispose();
                throw;
            }
        }
        finally { _gate.ExitReadLock(); }
    }

    /// <summary>Does something while nobody asks and no connection is open.</summary>
    public void Exclusively(Action action)
    {
        _gate.EnterWriteLock();
        try
        {
            while (_idle.TryTake(out var question)) question.Dispose();
            action();
        }
        finally { _gate.ExitWriteLock(); }
    }

    public void Close()
    {
        _opened.TrySetCanceled();
        Exclusively(() => { });
    }
}

/// <summary>One connection with the statements it has prepared.</summary>
internal sealed class ReadQuestion(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _commands = [];

    public List<T> All<T>(string sql, IReadOnlyDictionary<string, object?> parameters, Func<SqliteDataReader, T> read)
    {
        using var rows = Bound(sql, parameters).ExecuteReader();
        var all = new List<T>();
        while (rows.Read()) all.Add(read(rows));
        return all;
    }

    public void Dispose()
    {
        foreach (var command in _commands.Values) command.Dispose();
        connection.Dispose();
    }

    private SqliteCommand Bound(string sql, IReadOnlyDictionary<string, object?> parameters)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            foreach (var name in parameters.Keys) command.Parameters.AddWithValue(name, DBNull.Value);
            command.Prepare();
            _commands[sql] = command;
        }
        foreach (var (name, value) in parameters) command.Parameters[name].Value = value ?? DBNull.Value;
        return command;
    }
}
