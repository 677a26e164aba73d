using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Identity;
using MicroPoints.Runtime;
using MicroPoints.Store.Embedded;

namespace MicroPoints.Cli;

/// <summary>Opens a data directory for one verb and lets it go afterwards.</summary>
internal sealed class OpenStore : IAsyncDisposable
{
    private readonly JournalEventLog _log;

    private OpenStore(JournalEventLog log, Workspace workspace) => (_log, Workspace) = (log, workspace);

    public Workspace Workspace { get; }

    public static Task<OpenStore> Open(ParseResult parsed, CancellationToken cancel) =>
        Open(Common.Directory(parsed), TimeProvider.System, new RandomSalts(), Common.Actor(parsed), cancel);

    /// <summary>Opens an existing directory; reading a directory that is not there would only make an empty one.</summary>
    public static Task<OpenStore> OpenExisting(ParseResult parsed, CancellationToken cancel)
    {
        var directory = Common.Directory(parsed);
        return Directory.Exists(directory) ? Open(parsed, cancel) : throw CliFailure.CouldNotRun(
            $"there is no data directory {directory}: name one with --data, or begin with 'micropoints chambers import' or 'micropoints demo'");
    }

    public static async Task<OpenStore> Open(string directory, TimeProvider clock, ISaltSource salts, Actor by, CancellationToken cancel)
    {
        var log = JournalEventLog.Open(directory, new JournalOptions { OnFatal = e => Environment.FailFast($"micropoints: {e.Message}") });
        try
        {
            var workspace = await Workspace.Open(new WorkspaceParts(log, YamlRules.Instance, clock, salts), Shipped.Rules(), by, cancel);
            return new OpenStore(log, workspace);
        }
        catch
        {
            await log.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _log.DisposeAsync();
}
