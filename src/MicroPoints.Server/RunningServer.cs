using MicroPoints.Runtime;

namespace MicroPoints.Server;

/// <summary>A server that answers until it is disposed.</summary>
public sealed class RunningServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly OpenedStore _store;
    private readonly Exporting _exporting;
    private int _ended;

    internal RunningServer(WebApplication app, OpenedStore store, Exporting exporting, string address, string link) =>
        (_app, _store, _exporting, Address, Link) = (app, store, exporting, address, link);

    /// <summary>Where it listens, such as <c>http://127.0.0.1:5080</c>.</summary>
    public string Address { get; }

    /// <summary>Where whoever started it begins; it may let in whoever has it.</summary>
    internal string Link { get; }

    public Workspace Workspace => _store.Workspace;

    /// <summary>Every endpoint it has, for tests that walk them.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Ends when the process is told to stop, or the token is cancelled.</summary>
    public Task Stopped(CancellationToken cancel) => _app.WaitForShutdownAsync(cancel);

    /// <summary>Takes no more requests, lets those under way finish, then closes the store with its checkpoint; once.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _ended, 1) != 0) return;
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _store.DisposeAsync();
        _exporting.Dispose();
    }
}
