namespace MicroPoints.Orleans.Tests;

public sealed class BlobEventLogTests : EventLogSuite
{
    protected override ValueTask<LogFixture> Start() => StorageFixture.Start(Cluster.Blob);
}

public sealed class BlobCutTests : CutSuite
{
    protected override ValueTask<LogFixture> Start() => StorageFixture.Start(Cluster.Blob);
}

public sealed class BlobRecordingTests : RecordingSuite
{
    protected override ValueTask<LogFixture> Start() => StorageFixture.Start(Cluster.Blob);
}

public sealed class BlobDifferenceTests : DifferenceSuite
{
    protected override ValueTask<LogFixture> Start() => StorageFixture.Start(Cluster.Blob);
}

public sealed class BlobReversalTests : ReversalSuite
{
    protected override ValueTask<LogFixture> Start() => StorageFixture.Start(Cluster.Blob);
}

public sealed class BlobBatchTests : BatchSuite
{
    protected override ValueTask<LogFixture> Start() => StorageFixture.Start(Cluster.Blob);
}

public sealed class BlobConcurrencyTests : ConcurrencySuite
{
    protected override ValueTask<LogFixture> Start() => StorageFixture.Start(Cluster.Blob);
}

public sealed class BlobPeriodTests : PeriodSuite
{
    protected override ValueTask<LogFixture> Start() => StorageFixture.Start(Cluster.Blob);
}

public sealed class BlobViewTests : ViewSuite
{
    protected override ValueTask<LogFixture> Start() => StorageFixture.Start(Cluster.Blob);
}

public sealed class BlobMergerTests : MergerSuite
{
    protected override ValueTask<LogFixture> Start() => StorageFixture.Start(Cluster.Blob);
}

public sealed class BlobSplitTests : SplitSuite
{
    protected override ValueTask<LogFixture> Start() => StorageFixture.Start(Cluster.Blob);
}

public sealed class BlobTallySourceTests : TallySourceSuite
{
    protected override ValueTask<LogFixture> Start() => StorageFixture.Start(Cluster.Blob);
}
