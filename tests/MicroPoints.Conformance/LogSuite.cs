namespace MicroPoints.Conformance;

/// <summary>A log under test, opened for one test alone.</summary>
public abstract class LogFixture : IAsyncDisposable
{
    public abstract IEventLog Log { get; }

    /// <summary>Closes the log and opens it again; a log without a memory of its own stays as it is.</summary>
    public virtual ValueTask Reopen() => ValueTask.CompletedTask;

    public abstract ValueTask DisposeAsync();
}

/// <summary>What all suites share: a fresh log and a clock that stands still unless moved.</summary>
public abstract class LogSuite : IAsyncLifetime
{
    private LogFixture? _fixture;

    protected LogFixture Fixture => _fixture ?? throw new InvalidOperationException("the log is opened before a test");
    protected IEventLog Log => Fixture.Log;
    protected ManualClock Clock { get; } = new(Sample.Now);

    protected abstract ValueTask<LogFixture> Start();

    protected virtual IChamberHost HostOver(IEventLog log, IRulesInForce rules) =>
        new ChamberHost(log, new KindsInForce(Sample.Kinds), Clock, new SeededSalts("conformance"), rules);

    protected virtual ITallySource TalliesOver(IEventLog log) => new TallySource(log);

    protected IChamberHost HostOver(IEventLog log) => HostOver(log, new NoRulesInForce());

    protected async Task<Heads> Heads() => await Log.Cut(RegionCode.Nation, CancellationToken.None);

    protected async Task<List<SealedEntry>> Entries(ChamberId chamber)
    {
        var entries = new List<SealedEntry>();
        await foreach (var entry in Log.Read(StreamId.Of(chamber), 0, CancellationToken.None)) entries.Add(entry);
        return entries;
    }

    public virtual async Task InitializeAsync() => _fixture = await Start();

    public async Task DisposeAsync()
    {
        if (_fixture is not null) await _fixture.DisposeAsync();
    }
}

/// <summary>A clock that a test moves.</summary>
public sealed class ManualClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;
    public override DateTimeOffset GetUtcNow() => Now;
}
