namespace MicroPoints.Orleans.Tests;

/// <summary>The host suites through grains: a gateway client calls them, and their storage is Azurite.</summary>
internal static class Grains
{
    public static ValueTask<LogFixture> Start() => StorageFixture.Start(Cluster.Blob);

    public static IChamberHost HostOver(IEventLog log, TimeProvider clock, IRulesInForce rules) => Cluster.Get().Result.HostOver(
        log, clock, new SeededSalts("conformance"), rules);
}

public sealed class GrainRecordingTests : RecordingSuite
{
    protected override ValueTask<LogFixture> Start() => Grains.Start();
    protected override IChamberHost HostOver(IEventLog log, IRulesInForce rules) => Grains.HostOver(log, Clock, rules);
}

public sealed class GrainDifferenceTests : DifferenceSuite
{
    protected override ValueTask<LogFixture> Start() => Grains.Start();
    protected override IChamberHost HostOver(IEventLog log, IRulesInForce rules) => Grains.HostOver(log, Clock, rules);
}

public sealed class GrainReversalTests : ReversalSuite
{
    protected override ValueTask<LogFixture> Start() => Grains.Start();
    protected override IChamberHost HostOver(IEventLog log, IRulesInForce rules) => Grains.HostOver(log, Clock, rules);
}

public sealed class GrainBatchTests : BatchSuite
{
    protected override ValueTask<LogFixture> Start() => Grains.Start();
    protected override IChamberHost HostOver(IEventLog log, IRulesInForce rules) => Grains.HostOver(log, Clock, rules);
}

public sealed class GrainConcurrencyTests : ConcurrencySuite
{
    protected override ValueTask<LogFixture> Start() => Grains.Start();
    protected override IChamberHost HostOver(IEventLog log, IRulesInForce rules) => Grains.HostOver(log, Clock, rules);
}

public sealed class GrainPeriodTests : PeriodSuite
{
    protected override ValueTask<LogFixture> Start() => Grains.Start();
    protected override IChamberHost HostOver(IEventLog log, IRulesInForce rules) => Grains.HostOver(log, Clock, rules);
}

public sealed class GrainViewTests : ViewSuite
{
    protected override ValueTask<LogFixture> Start() => Grains.Start();
    protected override IChamberHost HostOver(IEventLog log, IRulesInForce rules) => Grains.HostOver(log, Clock, rules);
}

public sealed class GrainMergerTests : MergerSuite
{
    protected override ValueTask<LogFixture> Start() => Grains.Start();
    protected override IChamberHost HostOver(IEventLog log, IRulesInForce rules) => Grains.HostOver(log, Clock, rules);
}

public sealed class GrainSplitTests : SplitSuite
{
    protected override ValueTask<LogFixture> Start() => Grains.Start();
    protected override IChamberHost HostOver(IEventLog log, IRulesInForce rules) => Grains.HostOver(log, Clock, rules);
}

public sealed class GrainTallySourceTests : TallySourceSuite
{
    protected override ValueTask<LogFixture> Start() => Grains.Start();
    protected override IChamberHost HostOver(IEventLog log, IRulesInForce rules) => Grains.HostOver(log, Clock, rules);
}
