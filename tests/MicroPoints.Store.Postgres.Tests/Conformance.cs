namespace MicroPoints.Store.Postgres.Tests;

/// <summary>The log in a database of its own.</summary>
internal sealed class PostgresFixture(TestDatabase database, PostgresEventLog log) : LogFixture
{
    private PostgresEventLog _log = log;

    public override IEventLog Log => _log;

    public static async ValueTask<LogFixture> Start()
    {
        var database = await TestDatabase.New();
        return new PostgresFixture(database, await database.Open());
    }

    public override async ValueTask Reopen()
    {
        await _log.DisposeAsync();
        _log = await database.Open();
    }

    public override async ValueTask DisposeAsync()
    {
        await _log.DisposeAsync();
        await database.DisposeAsync();
    }
}

public sealed class PostgresEventLogTests : EventLogSuite
{
    protected override ValueTask<LogFixture> Start() => PostgresFixture.Start();
}

public sealed class PostgresCutTests : CutSuite
{
    protected override ValueTask<LogFixture> Start() => PostgresFixture.Start();
}

public sealed class PostgresRecordingTests : RecordingSuite
{
    protected override ValueTask<LogFixture> Start() => PostgresFixture.Start();
}

public sealed class PostgresDifferenceTests : DifferenceSuite
{
    protected override ValueTask<LogFixture> Start() => PostgresFixture.Start();
}

public sealed class PostgresReversalTests : ReversalSuite
{
    protected override ValueTask<LogFixture> Start() => PostgresFixture.Start();
}

public sealed class PostgresBatchTests : BatchSuite
{
    protected override ValueTask<LogFixture> Start() => PostgresFixture.Start();
}

public sealed class PostgresConcurrencyTests : ConcurrencySuite
{
    protected override ValueTask<LogFixture> Start() => PostgresFixture.Start();
}

public sealed class PostgresPeriodTests : PeriodSuite
{
    protected override ValueTask<LogFixture> Start() => PostgresFixture.Start();
}

public sealed class PostgresViewTests : ViewSuite
{
    protected override ValueTask<LogFixture> Start() => PostgresFixture.Start();
}

public sealed class PostgresMergerTests : MergerSuite
{
    protected override ValueTask<LogFixture> Start() => PostgresFixture.Start();
}

public sealed class PostgresSplitTests : SplitSuite
{
    protected override ValueTask<LogFixture> Start() => PostgresFixture.Start();
}

public sealed class PostgresTallySourceTests : TallySourceSuite
{
    protected override ValueTask<LogFixture> Start() => PostgresFixture.Start();
}
