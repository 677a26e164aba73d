using MicroPoints.Identity;
using MicroPoints.Runtime;

namespace MicroPoints.Server;

/// <summary>A store with the workspace over it, held for as long as the server runs.</summary>
internal abstract class OpenedStore(Workspace workspace) : IAsyncDisposable
{
    protected static readonly Actor By = new(new ActorId("server"), Role.Approver, RegionCode.Nation);

    public Workspace Workspace => workspace;

    /// <summary>What it is, as health prints it to anybody.</summary>
    public abstract string Name { get; }

    /// <summary>Answers questions over many ledgers.</summary>
    public abstract IActivitySearch Search { get; }

    /// <summary>Whether it can be relied on now.</summary>
    public abstract bool IsFine { get; }

    /// <summary>Opens the database where one is named, else the data directory.</summary>
    /// <param name="tell">Told in a line what was mended, could not be written, or cannot be reached for a while.</param>
    /// <param name="onFatal">Ends the process: after a failed flush nobody knows what the disk holds.</param>
    public static async Task<OpenedStore> Open(ServerOptions options, TimeProvider clock, Action<string> tell,
        Action<StoreException> onFatal, CancellationToken cancel) => options.Database is { } database
            ? await DatabaseStore.Open(database, clock, tell, cancel)
            : await DirectoryStore.Open(options.Data, clock, tell, onFatal, cancel);

    public abstract ValueTask DisposeAsync();
}
