using System.Collections.Concurrent;
using MicroPoints.Silo;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;
using Orleans.TestingHost;

namespace MicroPoints.Orleans.Tests;

/// <summary>Three silos over one Azurite; one is killed while gateway clients record.</summary>
public sealed class KilledSiloTests : IAsyncLifetime
{
    private const int Chambers = 40, Senders = 16;
    private const string Steered = "steered";

    private readonly ConcurrentDictionary<string, SteeredStorage> _storages = [];
    private readonly ConcurrentDictionary<string, string> _acknowledged = [];
    private readonly string _place = $"killed-{Guid.NewGuid():n}";
    private InProcessTestCluster _cluster = null!;

    public async Task InitializeAsync()
    {
        var azurite = await Azurite.Get();
        var builder = new InProcessTestClusterBuilder(3);
        builder.Options.ConfigureFileLogging = false;
        builder.ConfigureSilo((options, silo) =>
        {
            silo.AddMicroPoints().KeepGrains(azurite.Storage);
            silo.AddStartupTask((services, _) =>
            {
                var storage = new SteeredStorage(services.GetRequiredKeyedService<IGrainStorage>(GrainHosting.Storage));
                _storages[options.SiloName] = storage;
                services.GetRequiredService<ChamberPartsHolder>().Put(ChamberParts.Over(
                    new GrainStorageLog(new GrainStore(storage, _place), TimeProvider.System), new KindsInForce(Sample.Kinds),
                    new ManualClock(Sample.Now), new SeededSalts(Steered), new NoRulesInForce(), null));
                return Task.CompletedTask;
            });
        });
        builder.ConfigureClient(client => client.Services.AddMicroPointsWire());
        _cluster = builder.Build();
        await _cluster.DeployAsync();
        for (var i = 0; i < Chambers; i++)
            Assert.IsType<Answer.Recorded>(await Host.Run(Chamber(i), Sample.Clerk,
                new ChangeChamber(Sample.Registration($"Chamber {i}", Sample.County)), default));
    }

    public async Task DisposeAsync()
    {
        await _cluster.StopAllSilosAsync();
        await _cluster.DisposeAsync();
    }

    private GrainStorageLog Log => new(GrainHosting.Store(_cluster.GetSiloServiceProvider(), _place), TimeProvider.System);
    private GrainChamberHost Host => new(_cluster.Client, Log);
    private static ChamberId Chamber(int number) => new($"chamber-{number}");

    /// <summary>Sends one id until it is answered, as any client does whose answer did not come.</summary>
    private async Task Send(GrainChamberHost host, int chamber, string id, CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
            try
            {
                var answer = await host.Run(Chamber(chamber), Sample.Clerk, Sample.Visit(id), cancel);
                var entry = answer is Answer.Recorded recorded ? recorded.Entries[0] : Assert.IsType<Answer.Exists>(answer).First;
                Assert.True(_acknowledged.TryAdd($"{chamber}/{id}", entry.Hash.ToString()));
                return;
            }
            catch (StoreException) { await Task.Delay(50, cancel); }
    }

    private async Task Verify()
    {
        var (log, found) = (Log, new Dictionary<string, string>());
        for (var i = 0; i < Chambers; i++)
        {
            var previous = Head.Empty;
            await foreach (var entry in log.Read(MicroPoints.StreamId.Of(Chamber(i)), 0, default))
            {
                Assert.Equal((previous.Sequence + 1, previous.Hash), (entry.Sequence, entry.Previous));
                previous = entry.Head;
                Assert.True(found.TryAdd($"{i}/{entry.Id}", entry.Hash.ToString()), $"{entry.Id} stands twice in {Chamber(i)}");
            }
        }
        Assert.All(_acknowledged, a => Assert.Equal(a.Value, found[a.Key]));
    }

    [Fact]
    public async Task A_silo_that_is_killed_under_load_loses_nothing_acknowledged_and_repeats_nothing()
    {
        using var stop = new CancellationTokenSource();
        var host = Host;
        var senders = Enumerable.Range(0, Senders).Select(s => Task.Run(async () =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++) await Send(host, (s * 7 + i) % Chambers, $"s{s}-{i}", default);
        })).ToList();
        await Until(() => _acknowledged.Count > 500);
        var killed = _cluster.Silos[1];
        await _cluster.KillSiloAsync(killed);
        var then = _acknowledged.Count;
        await Until(() => _acknowledged.Count > then + 1_000);
        stop.Cancel();
        await Task.WhenAll(senders);
        Assert.DoesNotContain(killed, _cluster.GetActiveSilos());
        await Verify();
        // Every chamber answers again, also those whose grain was there.
        for (var i = 0; i < Chambers; i++) await Send(host, i, "afterwards", default);
        await Verify();
    }

    [Fact]
    public async Task A_silo_that_is_killed_between_segment_and_head_leaves_the_chamber_as_it_was()
    {
        var host = Host;
        for (var i = 0; i < 31; i++) await Send(host, 0, $"visit-{i}", default);
        var reached = new TaskCompletionSource<string>();
        var never = new TaskCompletionSource();
        foreach (var (silo, storage) in _storages)
            storage.Before = kind => kind == StoredStream.HeadKind && storage.Written.Any(w => w.Kind == StoredStream.SegmentKind)
                && reached.TrySetResult(silo) ? never.Task : Task.CompletedTask;
        var pending = Send(host, 0, "visit-31", default);
        var dying = await reached.Task.WaitAsync(TimeSpan.FromSeconds(30));
        foreach (var (_, storage) in _storages) storage.Before = null;
        Assert.False(pending.IsCompleted);
        await _cluster.KillSiloAsync(_cluster.Silos.Single(s => s.Name == dying));
        // The sender, whose call was never answered, sends again and is recorded once, on another silo.
        await pending.WaitAsync(TimeSpan.FromSeconds(120));
        for (var i = 32; i < 70; i++) await Send(host, 0, $"visit-{i}", default);
        await Verify();
    }

    private static async Task Until(Func<bool> reached)
    {
        for (var waited = 0; !reached(); waited++)
        {
            Assert.True(waited < 1_200, "it did not come to that within two minutes");
            await Task.Delay(100);
        }
    }
}
