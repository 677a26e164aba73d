using MicroPoints.Conformance;

namespace MicroPoints.Runtime.Tests;

/// <summary>The log in memory; it never closes.</summary>
internal sealed class MemoryFixture : LogFixture
{
    public override IEventLog Log { get; } = new MemoryEventLog();
    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    public static ValueTask<LogFixture> Start() => new(new MemoryFixture());
}

public sealed class MemoryEventLogTests : EventLogSuite
{
    protected override ValueTask<LogFixture> Start() => MemoryFixture.Start();
}

public sealed class MemoryCutTests : CutSuite
{
    protected override ValueTask<LogFixture> Start() => MemoryFixture.Start();
}

public sealed class MemoryRecordingTests : RecordingSuite
{
    protected override ValueTask<LogFixture> Start() => MemoryFixture.Start();
}

public sealed class MemoryDifferenceTests : DifferenceSuite
{
    protected override ValueTask<LogFixture> Start() => MemoryFixture.Start();
}

public sealed class MemoryReversalTests : ReversalSuite
{
    protected override ValueTask<LogFixture> Start() => MemoryFixture.Start();
}

public sealed class MemoryBatchTests : BatchSuite
{
    protected override ValueTask<LogFixture> Start() => MemoryFixture.Start();
}

public sealed class MemoryConcurrencyTests : ConcurrencySuite
{
    protected override ValueTask<LogFixture> Start() => MemoryFixture.Start();
}

public sealed class MemoryPeriodTests : PeriodSuite
{
    protected override ValueTask<LogFixture> Start() => MemoryFixture.Start();
}

public sealed class MemoryViewTests : ViewSuite
{
    protected override ValueTask<LogFixture> Start() => MemoryFixture.Start();
}

public sealed class MemoryMergerTests : MergerSuite
{
    protected override ValueTask<LogFixture> Start() => MemoryFixture.Start();
}

public sealed class MemorySplitTests : SplitSuite
{
    protected override ValueTask<LogFixture> Start() => MemoryFixture.Start();
}

public sealed class MemoryTallySourceTests : TallySourceSuite
{
    protected override ValueTask<LogFixture> Start() => MemoryFixture.Start();
}
