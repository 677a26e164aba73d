using MicroPoints.Runtime;
using MicroPoints.Streams;

namespace MicroPoints.Store.Postgres;

/// <summary>
/// The log in a PostgreSQL database, for several processes at once. Nothing is acknowledged before its commit returned.
/// </summary>
public sealed class PostgresEventLog : ISharedLog, IAsyncDisposable
{
    private readonly GroupWriter _writer;
    private readonly StreamReading _reading;
    private bool _disposed;

    private PostgresEventLog(Database database, PostgresOptions options)
    {
        Database = database;
        _writer = new GroupWriter(database, options);
        _reading = new StreamReading(database);
    }

    internal Database Database { get; }

    /// <summary>Which database this is; without a password.</summary>
    public string Place => Database.Place;

    /// <summary>How many transactions with entries this process has committed; each holds one append or more.</summary>
    public long Groups => _writer.Groups;

    /// <summary>Opens a database, making the tables where there are none.</summary>
    /// <exception cref="StoreException">It cannot be reached, is another program's or a later version's, or does not keep
    /// what it acknowledges; the message says what to do.</exception>
    public static Task<PostgresEventLog> Open(
        string connectionString, PostgresOptions? options = null, CancellationToken cancel = default) =>
        Open(connectionString, options, forMigration: false, cancel);

    internal static async Task<PostgresEventLog> Open(
        string connectionString, PostgresOptions? options, bool forMigration, CancellationToken cancel)
    {
        options ??= new PostgresOptions();
        var database = Database.Of(connectionString, options);
        try
        {
            await Preparation.Run(database, cancel, forMigration);
            return new PostgresEventLog(database, options);
        }
        catch (Exception e)
        {
            await database.DisposeAsync();
            if (Fault.IsOfDatabase(e))
                throw new StoreException($"{database.Place} cannot be opened: {Fault.Text(e)}. "
                    + "See that it runs, and that the connection string names it with a user who may use it.", e);
            throw;
        }
    }

    /// <summary>Makes the tables where there are none, and refuses what is there otherwise.</summary>
    /// <remarks>Several processes may do so at once.</remarks>
    public static async Task Prepare(string connectionString, PostgresOptions? options = null, CancellationToken cancel = default) =>
        await (await Open(connectionString, options, cancel)).DisposeAsync();

    public async ValueTask<Loaded> Load(StreamId stream, int year, IReadOnlyList<EntryId> named, CancellationToken cancel)
    {
        var state = StreamStates.For(stream);
        await foreach (var entry in _reading.After(stream, 0, cancel)) state.Apply(entry);
        return new Loaded(state.Head, state);
    }

    public ValueTask<IReadOnlyList<SealedEntry>> Find(StreamId stream, IReadOnlyList<EntryId> ids, CancellationToken cancel) =>
        _reading.Find(stream, ids, cancel);

    public ValueTask<AppendResult> Append(
        StreamId stream, Head expected, IReadOnlyList<SealedEntry> entries, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        Appending.Check(stream, expected, entries);
        return _writer.Enqueue(new PendingAppend(expected, entries, cancel));
    }

    public IAsyncEnumerable<SealedEntry> Read(StreamId stream, long after, CancellationToken cancel) =>
        _reading.After(stream, after, cancel);

    public ValueTask<Heads> Cut(RegionCode scope, CancellationToken cancel) => _reading.Cut(scope, null, cancel);

    public ValueTask<Heads> Cut(RegionCode scope, StreamType type, CancellationToken cancel) => _reading.Cut(scope, type, cancel);

    public ValueTask<SharedChanges> ChangesAfter(long mark, CancellationToken cancel) => _reading.ChangesAfter(mark, cancel);

    /// <summary>Writes what waits and lets the connections go.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed) return;
        _disposed = true;
        await _writer.Close();
        await Database.DisposeAsync();
    }
}
