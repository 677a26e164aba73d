using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using MicroPoints.Activities;
using MicroPoints.Conformance;
using MicroPoints.Ledger;
using MicroPoints.Runtime.Tests.Rounds;

namespace MicroPoints.Runtime.Tests;

/// <summary>Alone: whoever listens hears everything that the process counts.</summary>
[CollectionDefinition(nameof(FigureTests), DisableParallelization = true)]
public sealed class TelemetryCollection;

/// <summary>What is counted and timed, and that nobody is named in it.</summary>
[Collection(nameof(FigureTests))]
public sealed class FigureTests : IDisposable
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<(string Name, double Value, KeyValuePair<string, object?>[] Tags)> _heard = [];

    public FigureTests()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == Telemetry.Name) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<int>((i, value, tags, _) => _heard.Enqueue((i.Name, value, tags.ToArray())));
        _listener.SetMeasurementEventCallback<long>((i, value, tags, _) => _heard.Enqueue((i.Name, value, tags.ToArray())));
        _listener.SetMeasurementEventCallback<double>((i, value, tags, _) => _heard.Enqueue((i.Name, value, tags.ToArray())));
        _listener.Start();
    }

    public void Dispose() => _listener.Dispose();

    [Fact]
    public async Task Batches_are_counted_by_their_commands_and_what_they_came_to()
    {
        var desk = await RoundDesk.Open(Sample.East);
        _heard.Clear();
        await desk.Workspace.Chambers.RunAll(Sample.East, Sample.Approver,
            [Sample.Visit("v-1"), Sample.Visit("v-2"), Sample.Visit("v-3")], Never);
        await desk.Workspace.Chambers.RunAll(Sample.East, Sample.Approver, [Sample.Visit("v-1"), Sample.Visit("v-4")], Never);
        await desk.Workspace.Chambers.Run(
            Sample.East, Sample.Approver, new ReverseActivity(Sample.Id("no"), Sample.Id("none"), "x"), Never);

        Assert.Equal([3, 2, 1], Values("micropoints.batch.size"));
        Assert.Equal([1, 1, 1, 1], Values("micropoints.entries.recorded"));
        Assert.Equal([1], Values("micropoints.entries.existed"));
        Assert.Equal(2, Values("micropoints.append.duration").Length);
        Assert.Equal("EntryNotFound", Assert.Single(Assert.Single(_heard, h => h.Name == "micropoints.refusals").Tags).Value);
    }

    [Fact]
    public async Task A_fold_is_counted_with_its_entries_when_it_is_loaded_and_not_while_it_is_kept()
    {
        var desk = await RoundDesk.Open(Sample.East);
        for (var i = 0; i < 5; i++) await desk.Record(Sample.East, Sample.Visit($"v-{i}"));
        _heard.Clear();
        var another = await desk.Another();
        for (var i = 0; i < 3; i++) await another.Chambers.View(Sample.East, Sample.Year2026, AsOf.On(new(2026, 12, 1)), Never);

        Assert.Equal([6], Values("micropoints.fold.entries"));
        Assert.InRange(Assert.Single(Values("micropoints.fold.duration")), 0.000_000_1, 60);
        await another.Chambers.View(new ChamberId("nobody"), Sample.Year2026, AsOf.On(new(2026, 12, 1)), Never);
        Assert.Single(Values("micropoints.fold.entries"));
    }

    [Fact]
    public async Task Every_phase_of_a_round_is_timed_by_its_name_and_no_figure_names_anybody()
    {
        var desk = await RoundDesk.Open(Sample.East, Sample.West);
        await desk.Lock();
        await desk.Record(Sample.East, Sample.Visit("late"));
        await desk.Rounds.Admit(RoundDesk.Round, Sample.Id("admit"), [(Sample.East, Sample.Id("late"))],
            "异议成立", Sample.Approver, Never);
        await desk.Decide();
        await desk.Seal();

        Assert.Equal(["lock", "admit", "evaluate", "compare engines", "decide", "evaluate", "compare engines", "seal"], _heard
            .Where(h => h.Name == "micropoints.round.duration").Select(h => Assert.Single(h.Tags)).Select(t => (string)t.Value!));
        Assert.All(Values("micropoints.round.duration"), v => Assert.InRange(v, 0.000_000_1, 60));
        Assert.All(_heard.SelectMany(h => h.Tags), t => Assert.True(t.Key is "phase"
            || t.Key is "refusal" && Enum.TryParse<Refusal>((string?)t.Value, out _), $"{t.Key} {t.Value}"));
    }

    private double[] Values(string name) => [.. _heard.Where(h => h.Name == name).Select(h => h.Value)];
}
