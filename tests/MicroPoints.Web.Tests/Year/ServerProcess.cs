using System.Collections.Concurrent;
using System.Diagnostics;

namespace MicroPoints.Web.Tests;

/// <summary>The server's program as a process of its own, which can be killed.</summary>
internal sealed class ServerProcess : IDisposable
{
    private const string Listens = "listens on ", Links = "/set-password/";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _said = [];

    public ServerProcess(string data)
    {
        _process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "MicroPoints.Server.dll"),
            "--data", data, "--listen", "127.0.0.1:0", "--scope", YearTables.County])
        {
            RedirectStandardOutput = true,
        })!;
        _process.OutputDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
    }

    public async Task<string> Address() => (await Said(Listens)).Split(Listens)[1].Trim();

    /// <summary>The path of the link that a start prints while nobody has a password.</summary>
    public async Task<string> FirstLink() => new Uri((await Said(Links)).Trim()).PathAndQuery;

    /// <summary>As a power cut ends it: nothing is finished, nothing is closed.</summary>
    public async Task Kill()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private async Task<string> Said(string words)
    {
        for (var since = Stopwatch.StartNew(); since.Elapsed < Patience; await Task.Delay(20))
            if (_said.FirstOrDefault(l => l.Contains(words, StringComparison.Ordinal)) is { } line) return line;
        throw new TimeoutException($"the server did not say '{words}': {string.Join('\n', _said)}");
    }
}
