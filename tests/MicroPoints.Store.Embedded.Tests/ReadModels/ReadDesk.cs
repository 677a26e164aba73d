using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace MicroPoints.Store.Embedded.Tests.ReadModels;

/// <summary>A journal with a read model that follows it, and people who record.</summary>
internal sealed class ReadDesk : SearchDesk
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(60);

    private readonly TempStore _store = new();
    private JournalEventLog _journal;
    private WatchedLog _log;
    private ReadModel? _model;

    public ReadDesk() => (_journal, _log) = Opened();

    public ConcurrentQueue<string> Told { get; } = [];
    public ReadModel Model => _model ??= ReadModel.Follow(_store.Root, _log, Clock, Told.Enqueue);
    public new WatchedLog Log => _log;
    public override IActivitySearch Search => Model;
    public TempStore Store => _store;
    public string File => Path.Combine(_store.Places.Derived, "read.sqlite");

    /// <summary>A registered chamber with so many visits, in one append.</summary>
    public async Task Append(ChamberId chamber, int visits)
    {
        var chain = new Chain(chamber, Sample.County);
        await _log.Append(chain.Stream, Head.Empty, chain.Start(visits), CancellationToken.None);
    }

    /// <summary>A registered chamber with so many visits, recorded a second apart.</summary>
    public async Task Visits(ChamberId chamber, int count)
    {
        await Register(chamber, Sample.County);
        for (var i = 1; i <= count; i++)
        {
            Clock.Now += TimeSpan.FromSeconds(1);
            await Run(chamber, Sample.Visit($"visit-{i}"));
        }
    }

    public override async Task CaughtUp() => Assert.True(await Model.CatchUp(Long, CancellationToken.None), Model.Status.Trouble);

    /// <summary>Closes model and journal, does something to what is on the disk, and opens them again.</summary>
    public async Task Reopen(Action? meanwhile = null)
    {
        await Close();
        meanwhile?.Invoke();
        (_journal, _log) = Opened();
    }

    /// <summary>Changes the closed file behind the model's back.</summary>
    public int Sql(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }

    public async Task Close()
    {
        if (_model is not null) await _model.DisposeAsync();
        _model = null;
        await _journal.DisposeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await Close();
        _store.Dispose();
    }

    private (JournalEventLog, WatchedLog) Opened()
    {
        var journal = _store.Open();
        var log = new WatchedLog(journal);
        Over(log);
        return (journal, log);
    }
}
