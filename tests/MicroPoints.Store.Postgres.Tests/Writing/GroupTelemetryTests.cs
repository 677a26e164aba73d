using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace MicroPoints.Store.Postgres.Tests.Writing;

/// <summary>Alone: whoever listens hears every store of the process.</summary>
[CollectionDefinition(nameof(GroupTelemetryTests), DisableParallelization = true)]
public sealed class TelemetryCollection;

[Collection(nameof(GroupTelemetryTests))]
public sealed class GroupTelemetryTests
{
    [Fact]
    public async Task Every_committed_group_is_counted_with_its_appends_its_bytes_and_the_time_of_its_commit()
    {
        await using var database = await TestDatabase.New();
        await using var log = await database.Open();
        var heard = new ConcurrentQueue<(string Name, double Value)>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Meter.Name == Telemetry.Name) l.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => heard.Enqueue((instrument.Name, value)));
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => heard.Enqueue((instrument.Name, value)));
        listener.Start();

        var (held, chain) = await HeldStream.Begin(database, log);
        await using var _ = held;
        var first = TestDatabase.Append(log, chain.Visit("visit-1"));
        await held.Entered();
        var moved = TestDatabase.Append(log, new Chain(new ChamberId("held"), Sample.Elsewhere).Registration());
        var waiting = Enumerable.Range(0, 20).Select(i => TestDatabase.Append(log,
            new Chain(new ChamberId($"c{i}"), Sample.County).Start(visits: 1))).ToList();
        await held.LetGo();
        await Task.WhenAll([first, moved, .. waiting]);

        Assert.Equal([1, 1, 20], Heard("micropoints.group.size"));
        Assert.Equal(await database.Sql("select sum(length(bytes)) from mp_entry"), (long)Heard("micropoints.group.bytes").Sum());
        Assert.All(Heard("micropoints.group.flush.duration"), seconds => Assert.InRange(seconds, 0.000_000_1, 60));

        List<double> Heard(string name) => [.. heard.Where(h => h.Name == name).Select(h => h.Value)];
    }
}
