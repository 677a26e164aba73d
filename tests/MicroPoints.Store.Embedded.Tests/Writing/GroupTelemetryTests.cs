using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace MicroPoints.Store.Embedded.Tests;

/// <summary>Alone: whoever listens hears every store of the process.</summary>
[CollectionDefinition(nameof(GroupTelemetryTests), DisableParallelization = true)]
public sealed class TelemetryCollection;

[Collection(nameof(GroupTelemetryTests))]
public sealed class GroupTelemetryTests : IDisposable
{
    private static readonly TimeSpan Held = TimeSpan.FromMilliseconds(30);
    private readonly TempStore _store = new();
    private readonly HeldDisk _disk = new();
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<(string Name, double Value)> _heard = [];

    public GroupTelemetryTests()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == Telemetry.Name) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => _heard.Enqueue((instrument.Name, value)));
        _listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => _heard.Enqueue((instrument.Name, value)));
        _listener.Start();
    }

    [Fact]
    public async Task Every_group_is_counted_with_its_appends_its_bytes_and_the_time_of_its_flush()
    {
        await using var log = _store.Open(new JournalOptions { Disk = _disk });
        _disk.Hold();
        var first = Append(log, "first");
        await _disk.Entered();
        var waiting = Enumerable.Range(0, 20).Select(i => Append(log, $"c{i}")).ToList();
        await Task.Delay(Held);
        _disk.LetGo();
        await Task.WhenAll([first, .. waiting]);

        Assert.Equal([1, 20], Heard("micropoints.group.size"));
        Assert.Equal(_store.Groups().Select(g => (double)(g.Until - g.From)), Heard("micropoints.group.bytes"));
        var flushes = Heard("micropoints.group.flush.duration");
        Assert.Equal(2, flushes.Count);
        Assert.InRange(flushes[0], Held.TotalSeconds * 0.9, 60);
        Assert.InRange(flushes[1], 0.000_000_1, 60);
    }

    [Fact]
    public async Task A_group_that_did_not_reach_the_disk_is_not_counted()
    {
        var disk = new FailingDisk();
        await using var log = _store.Open(new JournalOptions { Disk = disk });
        disk.FlushFails = true;
        await Assert.ThrowsAsync<AppendUnknownException>(() => Append(log, "lost"));
        Assert.Empty(_heard);
    }

    public void Dispose()
    {
        _listener.Dispose();
        _store.Dispose();
    }

    private List<double> Heard(string name) => [.. _heard.Where(h => h.Name == name).Select(h => h.Value)];

    private static Task<AppendResult> Append(JournalEventLog log, string chamber) =>
        TempStore.Append(log, new Chain(new ChamberId(chamber), Sample.County).Start(0));
}
