namespace MicroPoints.Orleans.Tests;

public sealed class MemoryEventLogTests : EventLogSuite
{
    protected override ValueTask<LogFixture> Start() => StorageFixture.Start(Cluster.Memory);
}

public sealed class MemoryCutTests : CutSuite
{
    protected override ValueTask<LogFixture> Start() => StorageFixture.Start(Cluster.Memory);
}

public sealed class MemoryRecordingTests : RecordingSuite
{
    protected override ValueTask<LogFixture> Start() => StorageFixture.Start(Cluster.Memory);
}

public sealed class MemoryDifferenceTests : DifferenceSuite
{
    protected override ValueTask<LogFixture> Start() => StorageFixture.Start(Cluster.Memory);
}

public sealed class MemoryReversalTests : ReversalSuite
{
    protected override ValueTask<LogFixture> Start() => StorageFixture.Start(Cluster.Memory);
}

public sealed class MemoryBatchTests : BatchSuite
{
    protected override ValueTask<LogFixture> Start() => StorageFixture.Start(Cluster.Memory);
}

public sealed class MemoryConcurrencyTests : ConcurrencySuite
{
    protected override ValueTask<LogFixture> Start() => StorageFixture.Start(Cluster.Memory);
}

public sealed class MemoryPeriodTests : PeriodSuite
{
    protected override ValueTask<LogFixture> Start() => StorageFixture.Start(Cluster.Memory);
}

public sealed class MemoryViewTests : ViewSuite
{
    protected override ValueTask<LogFixture> Start() => StorageFixture.Start(Cluster.Memory);
}

public sealed class MemoryMergerTests : MergerSuite
{
    protected override ValueTask<LogFixture> Start() => StorageFixture.Start(Cluster.Memory);
}

public sealed class MemorySplitTests : SplitSuite
{
    protected override ValueTask<LogFixture> Start() => StorageFixture.Start(Cluster.Memory);
}

public sealed class MemoryTallySourceTests : TallySourceSuite
{
    protected override ValueTask<LogFixture> Start() => StorageFixture.Start(Cluster.Memory);
}
