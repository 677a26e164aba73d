namespace MicroPoints.Store.Embedded.Tests;

/// <summary>The journal in a temporary directory.</summary>
internal sealed class JournalFixture : LogFixture
{
    private readonly TempStore _store = new();
    private JournalEventLog _log;

    private JournalFixture() => _log = _store.Open();

    public override IEventLog Log => _log;

    public static ValueTask<LogFixture> Start() => new(new JournalFixture());

    public override async ValueTask Reopen()
    {
        await _log.DisposeAsync();
        _log = _store.Open();
    }

    public override async ValueTask DisposeAsync()
    {
        await _log.DisposeAsync();
        Assert.True(JournalVerify.Run(_store.Root).IsSound);
        _store.Dispose();
    }
}

public sealed class JournalEventLogTests : EventLogSuite
{
    protected override ValueTask<LogFixture> Start() => JournalFixture.Start();
}

public sealed class JournalCutTests : CutSuite
{
    protected override ValueTask<LogFixture> Start() => JournalFixture.Start();
}

public sealed class JournalRecordingTests : RecordingSuite
{
    protected override ValueTask<LogFixture> Start() => JournalFixture.Start();
}

public sealed class JournalDifferenceTests : DifferenceSuite
{
    protected override ValueTask<LogFixture> Start() => JournalFixture.Start();
}

public sealed class JournalReversalTests : ReversalSuite
{
    protected override ValueTask<LogFixture> Start() => JournalFixture.Start();
}

public sealed class JournalBatchTests : BatchSuite
{
    protected override ValueTask<LogFixture> Start() => JournalFixture.Start();
}

public sealed class JournalConcurrencyTests : ConcurrencySuite
{
    protected override ValueTask<LogFixture> Start() => JournalFixture.Start();
}

public sealed class JournalPeriodTests : PeriodSuite
{
    protected override ValueTask<LogFixture> Start() => JournalFixture.Start();
}

public sealed class JournalViewTests : ViewSuite
{
    protected override ValueTask<LogFixture> Start() => JournalFixture.Start();
}

public sealed class JournalMergerTests : MergerSuite
{
    protected override ValueTask<LogFixture> Start() => JournalFixture.Start();
}

public sealed class JournalSplitTests : SplitSuite
{
    protected override ValueTask<LogFixture> Start() => JournalFixture.Start();
}

public sealed class JournalTallySourceTests : TallySourceSuite
{
    protected override ValueTask<LogFixture> Start() => JournalFixture.Start();
}
