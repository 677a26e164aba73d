using MicroPoints.Documents;
using MicroPoints.Rulesets.Yaml;
using MicroPoints.Runtime;
using MicroPoints.Store.Embedded;

namespace MicroPoints.Server;

/// <summary>A data directory, which this process has to itself.</summary>
internal sealed class DirectoryStore : OpenedStore
{
    public const string Kind = "embedded journal";

    private readonly JournalEventLog _log;
    private readonly PeriodColumns _columns;
    private readonly ReadModel _search;
    private readonly Fate _fate;

    private DirectoryStore(JournalEventLog log, PeriodColumns columns, Workspace workspace, ReadModel search, Fate fate)
        : base(workspace) => (_log, _columns, _search, _fate) = (log, columns, search, fate);

    public override string Name => Kind;

    /// <summary>Follows the log.</summary>
    public override IActivitySearch Search => _search;

    /// <summary>No write has failed.</summary>
    public override bool IsFine => !_fate.HasFailed;

    /// <param name="tell">Told in a line what was mended in what is derived, or could not be written.</param>
    /// <param name="onFatal">Ends the process: after a failed flush nobody knows what the disk holds.</param>
    public static async Task<DirectoryStore> Open(
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
                Tables = TableFiles.Instance,
                Proofs = new ProofFiles(directory),
                Scans = new ScanFiles(directory),
                Columns = columns,
                OtherEngines = Engines.Others,
            }, ShippedFiles.Of(typeof(Hosting).Assembly), By, cancel);
            return new DirectoryStore(log, columns, workspace, ReadModel.Follow(directory, workspace.Watched, clock, tell), fate);
        }
        catch
        {
            await log.DisposeAsync();
            throw;
        }
    }

    public override async ValueTask DisposeAsync()
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
