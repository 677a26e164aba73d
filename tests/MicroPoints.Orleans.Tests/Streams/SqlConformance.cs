namespace MicroPoints.Orleans.Tests;

public sealed class SqlEventLogTests : EventLogSuite
{
    protected override ValueTask<LogFixture> Start() => StorageFixture.Start(Cluster.Sql);
}

public sealed class SqlCutTests : CutSuite
{
    protected override ValueTask<LogFixture> Start() => StorageFixture.Start(Cluster.Sql);
}

public sealed class SqlRecordingTests : RecordingSuite
{
    protected override ValueTask<LogFixture> Start() => StorageFixture.Start(Cluster.Sql);
}

public sealed class SqlDifferenceTests : DifferenceSuite
{
    protected override ValueTask<LogFixture> Start() => StorageFixture.Start(Cluster.Sql);
}

public sealed class SqlReversalTests : ReversalSuite
{
    protected override ValueTask<LogFixture> Start() => StorageFixture.Start(Cluster.Sql);
}

public sealed class SqlBatchTests : BatchSuite
{
    protected override ValueTask<LogFixture> Start() => StorageFixture.Start(Cluster.Sql);
}

public sealed class SqlConcurrencyTests : ConcurrencySuite
{
    protected override ValueTask<LogFixture> Start() => StorageFixture.Start(Cluster.Sql);
}

public sealed class SqlPeriodTests : PeriodSuite
{
    protected override ValueTask<LogFixture> Start() => StorageFixture.Start(Cluster.Sql);
}

public sealed class SqlViewTests : ViewSuite
{
    protected override ValueTask<LogFixture> Start() => StorageFixture.Start(Cluster.Sql);
}

public sealed class SqlMergerTests : MergerSuite
{
    protected override ValueTask<LogFixture> Start() => StorageFixture.Start(Cluster.Sql);
}

public sealed class SqlSplitTests : SplitSuite
{
    protected override ValueTask<LogFixture> Start() => StorageFixture.Start(Cluster.Sql);
}

public sealed class SqlTallySourceTests : TallySourceSuite
{
    protected override ValueTask<LogFixture> Start() => StorageFixture.Start(Cluster.Sql);
}
