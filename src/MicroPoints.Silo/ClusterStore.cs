using MicroPoints.Documents;
using MicroPoints.Orleans;
using MicroPoints.Rulesets.Yaml;
using MicroPoints.Runtime;
using MicroPoints.Server;

namespace MicroPoints.Silo;

/// <summary>A silo with the workspace over its grains, followed for what other silos record.</summary>
internal sealed class ClusterStore : OpenedStore
{
    private readonly IHost _silo;
    private readonly Follower _follower;

    private ClusterStore(IHost silo, string name, Workspace workspace, Follower follower, LogSearch search) : base(workspace) =>
        (_silo, Name, _follower, Search) = (silo, name, follower, search);

    public override string Name { get; }
    public override IActivitySearch Search { get; }
    public override bool IsFine => _follower.IsCurrent;

    /// <param name="silo">Started already; it ends with the store, or where that cannot be opened.</param>
    /// <param name="before">Done on the log before the workspace opens, such as bringing the demo's data in.</param>
    public static async Task<ClusterStore> Open(
        IHost silo, (string Name, SiloSettings Settings) what, TimeProvider clock, Action<string> tell,
        Func<GrainStorageLog, Task>? before, CancellationToken cancel)
    {
        try
        {
            var grains = silo.Services.GetRequiredService<IGrainFactory>();
            var store = GrainHosting.Store(silo.Services, what.Settings.Place);
            var log = new GrainStorageLog(store, clock);
            if (before is not null) await before(log);
            var workspace = await Workspace.Open(new WorkspaceParts(log, YamlRules.Instance, clock, new RandomSalts())
            {
                Tables = TableFiles.Instance,
                Proofs = new GrainProofs(store),
                OtherEngines = Engines.Others,
                Host = parts =>
                {
                    silo.Services.GetRequiredService<ChamberPartsHolder>().Put(ChamberParts.Over(
                        log, parts.Kinds, parts.Clock, parts.Salts, parts.Rules, parts.Crediting));
                    return new GrainChamberHost(grains, log, parts.Log.CountAppend);
                },
                Rounds = workspace =>
                {
                    silo.Services.GetRequiredService<RoundPartsHolder>().Put(
                        new RoundParts(store, new RoundService(workspace), workspace.Proofs));
                    return new GrainRounds(workspace, grains);
                },
            }, ShippedFiles.Read(ShippedFiles.Folder), By, cancel);
            if (what.Settings.FirstKey is { } path)
            {
                await FirstKey.Issue(path, workspace, By, cancel);
                tell($"the first key is in {Path.GetFullPath(path)}: an approver's, for the whole country");
            }
            var follower = workspace.Follow(new FollowOptions { Tell = tell })!;
            return new ClusterStore(silo, what.Name, workspace, follower, new LogSearch(log, clock));
        }
        catch
        {
            await Stop(silo);
            throw;
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await _follower.DisposeAsync();
        await Stop(_silo);
    }

    private static async Task Stop(IHost silo)
    {
        await silo.StopAsync();
        silo.Dispose();
    }
}
