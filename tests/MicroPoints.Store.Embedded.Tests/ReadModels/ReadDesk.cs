using System.Collections.Concurrent;
using MicroPoints.Chambers;
using MicroPoints.Ledger;
using Microsoft.Data.Sqlite;

namespace MicroPoints.Store.Embedded.Tests.ReadModels;

/// <summary>A journal with a read model that follows it, and people who record.</summary>
internal sealed class ReadDesk : IAsyncDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(60);

    private readonly TempStore _store = new();
    private JournalEventLog _journal;
    private WatchedLog _log;
    private ReadModel? _model;

    public ReadDesk() => (_journal, _log) = Opened();

    public ManualClock Clock { get; } = new(Sample.Now);
    public ConcurrentQueue<string> Told { get; } = [];
    public ReadModel Model => _model ??= ReadModel.Follow(_store.Root, _log, Clock, Told.Enqueue);
    public WatchedLog Log => _log;
    public TempStore Store => _store;
    public string File => Path.Combine(_store.Places.Derived, "read.sqlite");
    public IChamberHost Host { get; private set; } = null!;
    public Lineage Lineage { get; private set; } = null!;

    public async Task Register(ChamberId chamber, RegionCode seat) => await Run(chamber, new ChangeChamber(
        new RegisterChamber(Sample.Id("register"), $"{chamber} 商会", "township", seat, [], null)));

    public async Task Run(ChamberId chamber, params LedgerCommand[] commands)
    {
        var answer = await Host.RunAll(chamber, Sample.Province, commands, CancellationToken.None);
        Assert.True(answer is BatchAnswer.Accepted, (answer as BatchAnswer.Refused)?.Lines[0].Detail);
    }

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

    public async Task CaughtUp() => Assert.True(await Model.CatchUp(Long, CancellationToken.None), Model.Status.Trouble);

    /// <summary>All pages of a question, after all that is acknowledged is in.</summary>
    public async Task<List<FoundActivity>> Find(ActivityQuery query)
    {
        await CaughtUp();
        var all = new List<FoundActivity>();
        while (true)
        {
            var page = await Model.Find(query, CancellationToken.None);
            all.AddRange(page.Items);
            if (page.Next is not { } next) return all;
            Assert.Equal(query.Limit, page.Items.Count);
            query = query with { After = next };
        }
    }

    public async Task<List<FoundChamber>> Find(ChamberQuery query)
    {
        await CaughtUp();
        return [.. (await Model.Find(query, CancellationToken.None)).Items];
    }

    /// <summary>Every activity that can be found, and what a fold of the log says, are the same.</summary>
    public async Task EqualsTheLog()
    {
        var found = await Find(new ActivityQuery(RegionCode.Nation) { IncludeReversed = true });
        var folded = await Folded();
        Assert.NotEmpty(folded);
        Assert.Equal(folded, found);
        var chambers = await Find(new ChamberQuery(RegionCode.Nation));
        Assert.Equal(await FoldedChambers(), chambers);
    }

    /// <summary>What the log says, by another way: a fold of every ledger.</summary>
    public async Task<List<FoundActivity>> Folded() =>
    [
        .. from ledger in await Ledgers()
           from entry in ledger.Entries
           let fact = LedgerState.FactOf(entry)
           where fact is not null
           orderby entry.At, ledger.Id, entry.Sequence
           select new FoundActivity(ledger.Id, entry.Sequence, entry.Id, fact, entry.At, entry.By, ledger.ReversalOf(entry.Id),
               (entry.Body as ActivityCarried)?.Origin, entry.Body is ActivityRecorded { IsPostClose: true }),
    ];

    public async Task<List<FoundChamber>> FoldedChambers() =>
    [
        .. from ledger in await Ledgers()
           let c = ledger.Chamber!
           orderby c.Id
           select new FoundChamber(c.Id, c.Name, c.Kind, c.Seat, c.Founded, c.EndedOn),
    ];

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

    public async ValueTask DisposeAsync()
    {
        await Close();
        _store.Dispose();
    }

    private async Task<List<LedgerState>> Ledgers()
    {
        var ledgers = new List<LedgerState>();
        foreach (var (stream, _) in (await _log.Cut(RegionCode.Nation, CancellationToken.None)).Of(StreamType.Chamber))
            ledgers.Add(await _log.LoadWhole<LedgerState>(stream, CancellationToken.None));
        return ledgers;
    }

    private (JournalEventLog, WatchedLog) Opened()
    {
        var journal = _store.Open();
        var log = new WatchedLog(journal);
        Host = new ChamberHost(log, Sample.Kinds, Clock, new SeededSalts("read"), new NoRulesInForce());
        Lineage = new Lineage(Host, log);
        return (journal, log);
    }
}
