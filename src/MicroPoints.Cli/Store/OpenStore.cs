using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Documents;
using MicroPoints.Identity;
using MicroPoints.Rulesets.Yaml;
using MicroPoints.Runtime;
using MicroPoints.Server;
using MicroPoints.Store.Embedded;
using MicroPoints.Store.Postgres;

namespace MicroPoints.Cli;

/// <summary>Opens a data directory or a database for one verb and lets it go afterwards.</summary>
internal sealed class OpenStore : IAsyncDisposable
{
    private readonly JournalEventLog? _journal;
    private readonly PeriodColumns? _columns;
    private readonly PostgresEventLog? _database;
    private readonly string _place;

    private OpenStore(JournalEventLog journal, PeriodColumns columns, Workspace workspace, string directory) =>
        (_journal, _columns, Workspace, _place) = (journal, columns, workspace, directory);

    private OpenStore(PostgresEventLog database, Workspace workspace) =>
        (_database, Workspace, _place) = (database, workspace, database.Place);

    public Workspace Workspace { get; }

    /// <summary>A store that can no longer promise durability ends the process.</summary>
    public static JournalOptions Options => new() { OnFatal = e => Environment.FailFast($"micropoints: {e.Message}") };

    /// <summary>Opens what the command line names, making an empty one where there is none.</summary>
    public static Task<OpenStore> Open(ParseResult parsed, CancellationToken cancel) =>
        Place.DatabaseOf(parsed) is { } database ? OpenDatabase(database, Common.Actor(parsed), cancel)
        : Open(Common.Directory(parsed), TimeProvider.System, new RandomSalts(), Common.Actor(parsed), cancel);

    /// <summary>Opens an existing directory; reading a directory that is not there would only make an empty one.</summary>
    public static Task<OpenStore> OpenExisting(ParseResult parsed, CancellationToken cancel)
    {
        if (Place.DatabaseOf(parsed) is not null) return Open(parsed, cancel);
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
                Tables = TableFiles.Instance,
                Columns = columns,
                Proofs = new ProofFiles(directory),
                Scans = new ScanFiles(directory),
                OtherEngines = Engines.Others,
            };
            return new OpenStore(log, columns,
                await Workspace.Open(parts, ShippedFiles.Read(ShippedFiles.Folder), by, cancel), directory);
        }
        catch
        {
            await log.DisposeAsync();
            throw;
        }
    }

    private static async Task<OpenStore> OpenDatabase(string connection, Actor by, CancellationToken cancel)
    {
        var log = await PostgresEventLog.Open(connection, cancel: cancel);
        try
        {
            var parts = new WorkspaceParts(log, YamlRules.Instance, TimeProvider.System, new RandomSalts())
            {
                Tables = TableFiles.Instance,
                Proofs = new PostgresProofs(log),
                OtherEngines = Engines.Others,
            };
            return new OpenStore(log, await Workspace.Open(parts, ShippedFiles.Read(ShippedFiles.Folder), by, cancel));
        }
        catch
        {
            await log.DisposeAsync();
            throw;
        }
    }

    /// <summary>Where the proof of a sealed round is kept.</summary>
    public string PlaceOf(RoundId round) => _database is null ? Path.Combine(_place, ProofFiles.Name(round)) : _place;

    /// <summary>Asks over all chambers, once everything recorded so far can be found.</summary>
    public async Task<FoundActivities> Find(ActivityQuery query, CancellationToken cancel)
    {
        if (_database is { } database) return await new PostgresSearch(database, Workspace.Clock).Find(query, cancel);
        await using var model = ReadModel.Follow(_place, Workspace.Watched, Workspace.Clock,
            line => Console.Error.WriteLine($"micropoints: {Shown.Of(line)}"));
        await Progress.Show("更新查询库 catching up", _ => CatchUp(model, cancel));
        return await model.Find(query, cancel);
    }

    /// <summary>Nobody else records meanwhile, so it is waited for until all is in, or until it says why not.</summary>
    private static async Task<bool> CatchUp(ReadModel model, CancellationToken cancel)
    {
        while (!await model.CatchUp(TimeSpan.FromSeconds(2), cancel))
            if (model.Status.Trouble is { } trouble) throw CliFailure.CouldNotRun(
                $"the read model cannot be brought up to date: {trouble}; it is derived, so its file may be deleted");
        return true;
    }

    /// <summary>A verb ends only when what it began to compact stands: no process goes on after it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_columns is not null)
        {
            await _columns.Settled;
            await _columns.DisposeAsync();
        }
        if (_journal is not null) await _journal.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
    }
}
