using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Identity;
using MicroPoints.Rulesets.Yaml;
using MicroPoints.Runtime;
using MicroPoints.Server;
using MicroPoints.Store.Embedded;

namespace MicroPoints.Cli;

/// <summary>Opens a data directory for one verb and lets it go afterwards.</summary>
internal sealed class OpenStore : IAsyncDisposable
{
    private readonly JournalEventLog _log;
    private readonly PeriodColumns _columns;

    private OpenStore(JournalEventLog log, PeriodColumns columns, Workspace workspace) =>
        (_log, _columns, Workspace) = (log, columns, workspace);

    public Workspace Workspace { get; }

    /// <summary>A store that can no longer promise durability ends the process.</summary>
    public static JournalOptions Options => new() { OnFatal = e => Environment.FailFast($"micropoints: {e.Message}") };

    /// <summary>Opens a directory, making an empty one where there is none.</summary>
    public static Task<OpenStore> Open(ParseResult parsed, CancellationToken cancel) =>
        Open(Common.Directory(parsed), TimeProvider.System, new RandomSalts(), Common.Actor(parsed), cancel);

    /// <summary>Opens an existing directory; reading a directory that is not there would only make an empty one.</summary>
    public static Task<OpenStore> OpenExisting(ParseResult parsed, CancellationToken cancel)
    {
        var directory = Common.Directory(parsed);
        return new DataDirectory(directory).HoldsStore ? Open(parsed, cancel) : throw CliFailure.CouldNotRun(
            $"there is no MicroPoints data in {directory}: name its directory with --data, or begin with 'micropoints chambers import' or 'micropoints demo'");
    }

    public static async Task<OpenStore> Open(string directory, TimeProvider clock, ISaltSource salts, Actor by,
        CancellationToken cancel)
    {
        var log = JournalEventLog.Open(directory, Options);
        try
        {
            var columns = new PeriodColumns(directory, log, e => Console.Error.WriteLine($"micropoints: {e.Message}"));
            var parts = new WorkspaceParts(log, YamlRules.Instance, clock, salts)
            {
                Columns = columns,
                Proofs = new ProofFiles(directory),
                OtherEngines = Engines.Others,
            };
            return new OpenStore(log, columns, await Workspace.Open(parts, ShippedFiles.Read(ShippedFiles.Folder), by, cancel));
        }
        catch
        {
            await log.DisposeAsync();
            throw;
        }
    }

    /// <summary>A verb ends only when what it began to compact stands: no process goes on after it.</summary>
    public async ValueTask DisposeAsync()
    {
        await _columns.Settled;
        await _columns.DisposeAsync();
        await _log.DisposeAsync();
    }
}
