using MicroPoints.Documents;
using MicroPoints.Rulesets.Yaml;
using MicroPoints.Runtime;
using MicroPoints.Store.Postgres;

namespace MicroPoints.Server;

/// <summary>A database that other processes serve as well, followed for what they record.</summary>
internal sealed class DatabaseStore(PostgresEventLog log, Workspace workspace, Follower follower) : OpenedStore(workspace)
{
    /// <summary>As it is named among what is built in and in health, which tells nobody where it lies.</summary>
    public const string Kind = "PostgreSQL";

    public override string Name => Kind;

    public override IActivitySearch Search { get; } = new PostgresSearch(log, workspace.Clock);

    /// <summary>It answered a moment ago, so that no other process's entries are missed for long.</summary>
    public override bool IsFine => follower.IsCurrent;

    public static async Task<DatabaseStore> Open(
        ConnectionText database, TimeProvider clock, Action<string> tell, CancellationToken cancel)
    {
        var log = await PostgresEventLog.Open(database.Reveal(), cancel: cancel);
        try
        {
            var workspace = await Workspace.Open(new WorkspaceParts(log, YamlRules.Instance, clock, new RandomSalts())
            {
                Tables = TableFiles.Instance,
                Proofs = new PostgresProofs(log),
                OtherEngines = Engines.Others,
            }, ShippedFiles.Of(typeof(Hosting).Assembly), By, cancel);
            return new DatabaseStore(log, workspace, workspace.Follow(new FollowOptions { Tell = tell })!);
        }
        catch
        {
            await log.DisposeAsync();
            throw;
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await follower.DisposeAsync();
        await log.DisposeAsync();
    }
}
