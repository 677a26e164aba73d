namespace MicroPoints.Conformance;

/// <summary>A log with something that finds activities in it, and people who record.</summary>
public abstract class SearchDesk : IAsyncDisposable
{
    public ManualClock Clock { get; } = new(Sample.Now);
    public IEventLog Log { get; private set; } = null!;
    public IChamberHost Host { get; private set; } = null!;
    public Lineage Lineage { get; private set; } = null!;
    public abstract IActivitySearch Search { get; }

    /// <summary>Waits until all that is acknowledged can be found.</summary>
    public abstract Task CaughtUp();

    public abstract ValueTask DisposeAsync();

    public async Task Register(ChamberId chamber, RegionCode seat) => await Run(chamber, new ChangeChamber(
        new RegisterChamber(Sample.Id("register"), $"{chamber} 商会", "township", seat, [], null)));

    public async Task Run(ChamberId chamber, params LedgerCommand[] commands)
    {
        var answer = await Host.RunAll(chamber, Sample.Province, commands, CancellationToken.None);
        Assert.True(answer is BatchAnswer.Accepted, (answer as BatchAnswer.Refused)?.Lines[0].Detail);
    }

    /// <summary>All pages of a question, after all that is acknowledged is in.</summary>
    public async Task<List<FoundActivity>> Find(ActivityQuery query)
    {
        await CaughtUp();
        var all = new List<FoundActivity>();
        while (true)
        {
            var page = await Search.Find(query, CancellationToken.None);
            all.AddRange(page.Items);
            if (page.Next is not { } next) return all;
            Assert.Equal(query.Limit, page.Items.Count);
            query = query with { After = next };
        }
    }

    public async Task<List<FoundChamber>> Find(ChamberQuery query)
    {
        await CaughtUp();
        return [.. (await Search.Find(query, CancellationToken.None)).Items];
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

    /// <summary>Sets the people to work over a log.</summary>
    protected void Over(IEventLog log)
    {
        Log = log;
        Host = new ChamberHost(log, new KindsInForce(Sample.Kinds), Clock, new SeededSalts("read"), new NoRulesInForce());
        Lineage = new Lineage(Host, log);
    }

    private async Task<List<LedgerState>> Ledgers()
    {
        var ledgers = new List<LedgerState>();
        foreach (var (stream, _) in (await Log.Cut(RegionCode.Nation, CancellationToken.None)).Of(StreamType.Chamber))
            ledgers.Add(await Log.LoadWhole<LedgerState>(stream, CancellationToken.None));
        return ledgers;
    }
}
