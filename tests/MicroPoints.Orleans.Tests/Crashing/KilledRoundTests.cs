using System.Collections.Concurrent;
using MicroPoints.Chambers;
using MicroPoints.Rounds;
using MicroPoints.Rulesets.Yaml;
using MicroPoints.Silo;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;
using Orleans.TestingHost;

namespace MicroPoints.Orleans.Tests;

/// <summary>Two silos over one Azurite; the one that locks a round is killed on the way.</summary>
public sealed class KilledRoundTests : IAsyncLifetime
{
    private const int Chambers = 40;
    private static readonly RoundId Round = new("killed");
    private static readonly Actor Founder = new(new ActorId("founder"), Role.Approver, RegionCode.Nation);

    private readonly ConcurrentDictionary<string, (SteeredStorage Storage, Workspace Workspace)> _silos = [];
    private readonly ManualClock _clock = new(new DateTimeOffset(2027, 1, 5, 2, 0, 0, TimeSpan.Zero));
    private readonly string _place = $"round-{Guid.NewGuid():n}";
    private InProcessTestCluster _cluster = null!;

    public async Task InitializeAsync()
    {
        var azurite = await Azurite.Get();
        var builder = new InProcessTestClusterBuilder(2);
        builder.Options.ConfigureFileLogging = false;
        builder.ConfigureSilo((options, silo) =>
        {
            silo.AddMicroPoints().KeepGrains(azurite.Storage);
            silo.AddStartupTask(async (services, cancel) =>
            {
                var storage = new SteeredStorage(services.GetRequiredKeyedService<IGrainStorage>(GrainHosting.Storage));
                _silos[options.SiloName] = (storage, await Open(services, storage, cancel));
            });
        });
        builder.ConfigureClient(client => client.Services.AddMicroPointsWire());
        _cluster = builder.Build();
        await _cluster.DeployAsync();
    }

    private async Task<Workspace> Open(IServiceProvider services, SteeredStorage storage, CancellationToken cancel)
    {
        var store = new GrainStore(storage, _place);
        var (log, grains) = (new GrainStorageLog(store, _clock), services.GetRequiredService<IGrainFactory>());
        return await Workspace.Open(new WorkspaceParts(log, YamlRules.Instance, _clock, new RandomSalts())
        {
            Proofs = new GrainProofs(store),
            Host = parts =>
            {
                services.GetRequiredService<ChamberPartsHolder>().Put(ChamberParts.Over(
                    log, parts.Kinds, parts.Clock, parts.Salts, parts.Rules, parts.Crediting));
                return new GrainChamberHost(grains, log, parts.Log.CountAppend);
            },
            Rounds = workspace =>
            {
                services.GetRequiredService<RoundPartsHolder>().Put(new RoundParts(store, new RoundService(workspace), workspace.Proofs));
                return new GrainRounds(workspace, grains);
            },
        }, ShippedFiles.Read(ShippedFiles.Folder), Founder, cancel);
    }

    public async Task DisposeAsync()
    {
        await _cluster.StopAllSilosAsync();
        await _cluster.DisposeAsync();
    }

    [Fact]
    public async Task Another_silo_goes_on_with_a_round_whose_silo_was_killed()
    {
        var anywhere = _silos.Values.First().Workspace;
        for (var i = 0; i < Chambers; i++)
            Assert.IsType<Answer.Recorded>(await anywhere.Chambers.Run(new ChamberId($"chamber-{i}"), Founder, new ChangeChamber(
                new RegisterChamber(new EntryId("register"), $"Chamber {i}", "township", new RegionCode("990101101"), [], null)), default));
        Assert.IsType<Answer.Recorded>(await anywhere.Rounds.Open(Round, new RoundOpened("micro-points", Period.Year(2026),
            new RegionCode("990101"), [], RoundPurpose.Rehearsal, "light", null), Founder, default));

        // Closing forty periods now takes long enough for somebody to die in the middle.
        foreach (var (storage, _) in _silos.Values)
            storage.Before = kind => kind.EndsWith(StoredStream.HeadKind, StringComparison.Ordinal) ? Task.Delay(500) : Task.CompletedTask;
        var rounds = new GrainRounds(anywhere, _cluster.Client);
        var locking = rounds.Lock(Round, new DateOnly(2026, 12, 31), closePeriod: true, Founder, null, default).AsTask();
        var management = _cluster.Client.GetGrain<IManagementGrain>(0);
        var grain = _cluster.Client.GetGrain<IRoundGrain>(Round.Value);
        RoundWork? work = null;
        while (work is not { Done: > 0 })
        {
            await Task.Delay(50);
            Assert.False(locking.IsCompleted, "the lock was over before anybody could die");
            work = await grain.Look(new RoundStep.Lock(Founder, new DateOnly(2026, 12, 31), true));
        }
        var address = await management.GetActivationAddress(grain);
        var dying = _cluster.Silos.Single(s => s.SiloAddress.Equals(address));
        await _cluster.KillSiloAsync(dying);
        foreach (var (storage, _) in _silos.Values) storage.Before = null;

        Assert.IsNotType<Answer.Refused>(await locking.WaitAsync(TimeSpan.FromMinutes(3)));
        var (_, survivor) = _silos.Single(s => s.Key != dying.Name).Value;
        var state = await survivor.Rounds.Load(Round, default);
        Assert.Equal(Chambers, state.Locked!.Snapshot.Heads.Count);
        for (var i = 0; i < Chambers; i++)
        {
            var closings = 0;
            await foreach (var entry in survivor.Log.Read(MicroPoints.StreamId.Of(new ChamberId($"chamber-{i}")), 0, default))
                if (entry.Body is PeriodClosed) closings++;
            Assert.Equal(1, closings);
        }
    }
}
