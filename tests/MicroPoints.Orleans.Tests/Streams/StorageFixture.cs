namespace MicroPoints.Orleans.Tests;

/// <summary>The log in a grain storage.</summary>
internal sealed class StorageFixture(GrainStorageLog log) : LogFixture
{
    public override IEventLog Log => log;

    public static async ValueTask<LogFixture> Start(string storage) =>
        new StorageFixture(new GrainStorageLog((await Cluster.Get()).NewStore(storage), TimeProvider.System));

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
