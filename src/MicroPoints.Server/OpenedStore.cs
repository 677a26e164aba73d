using MicroPoints.Identity;
using MicroPoints.Rulesets.Yaml;
using MicroPoints.Runtime;
using MicroPoints.Store.Embedded;

namespace MicroPoints.Server;

/// <summary>The embedded store with the workspace over it, held for as long as the server runs.</summary>
internal sealed class OpenedStore : IAsyncDisposable
{
    private static readonly Actor By = new(new ActorId("server"), Role.Approver, RegionCode.Nation);

    private readonly JournalEventLog _log;
    private readonly PeriodColumns _columns;
    private readonly ReadModel _search;
    private readonly Fate _fate;

    private OpenedStore(JournalEventLog log, PeriodColumns columns, Workspace workspace, ReadModel search, Fate fate) =>
        (_log, _columns, Workspace, _search, _fate) = (log, columns, workspace, search, fate);

    public Workspace Workspace { get; }

    /// <summary>Follows the log for questions over many ledgers.</summary>
    public IActivitySearch Search => _search;

    /// <summary>No write has failed.</summary>
    public bool IsFine => !_fate.HasFailed;

    /// <param name="tell">Told in a line what was mended in what is derived, or could not be written.</param>
    /// <param name="onFatal">Ends the process: after a failed flush nobody knows what the disk holds.</param>
    public static async Task<OpenedStore> Open(
        string directory, TimeProvider clock, Action<string> tell, Action<StoreException> onFatal, CancellationToken cancel)
    {
        var fate = new Fate();
        var log = JournalEventLog.Open(directory, new JournalOptions
        {
            OnFatal = e =>
            {
                fate.HasFailed = true;
                onFatal(e);
            },
        });
        try
        {
            var columns = new PeriodColumns(directory, log, e => tell(e.Message));
            var workspace = await Workspace.Open(new WorkspaceParts(log, YamlRules.Instance, clock, new RandomSalts())
            {
                Proofs = new ProofFiles(directory),
                Columns = columns,
                OtherEngines = Engines.Others,
            }, ShippedFiles.Read(ShippedFiles.Folder), By, cancel);
            return new OpenedStore(log, columns, workspace, ReadModel.Follow(directory, workspace.Watched, clock, tell), fate);
        }
        catch
        {
            await log.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _columns.DisposeAsync();
        await _search.DisposeAsync();
        await _log.DisposeAsync();
    }

    private sealed class Fate
    {
        public volatile bool HasFailed;
    }
}
