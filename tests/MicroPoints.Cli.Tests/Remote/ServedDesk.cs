using System.Diagnostics;

namespace MicroPoints.Cli.Tests.Remote;

/// <summary>A desk beside a served directory: <c>micropoints serve</c> runs as a process of its own.</summary>
internal sealed class ServedDesk : IAsyncDisposable
{
    private readonly Process _process;

    private ServedDesk(Desk desk, Process process, string address) => (Desk, _process, Address) = (desk, process, address);

    public Desk Desk { get; }
    public string Address { get; }

    /// <summary>Serves the directory <c>served</c> of a desk, which gets a key for a county in <c>county.key</c> first.</summary>
    /// <param name="prepare">Runs on the directory before it is served.</param>
    public static async Task<ServedDesk> Of(Desk desk, params string[] prepare)
    {
        foreach (var line in prepare) await desk.Does($"{line} --data served");
        await desk.Does("keys add --role approver --scope 990101 --id county --key-file county.key --data served");
        var start = CommandLine.Prepare(desk.Root, "serve", "--data", "served", "--listen", "127.0.0.1:0");
        var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(1))
            ?? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync());
        return new ServedDesk(desk, process, said.Split(' ')[^1]);
    }

    /// <summary>The next line of the server's log.</summary>
    /// <remarks>What the start says to whoever started it comes before, in plain words.</remarks>
    public async Task<string> Logged()
    {
        while (await _process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(1)) is { } line)
            if (line.StartsWith('{')) return line;
        return "";
    }

    /// <summary>Runs a command line on the server, named by the environment as a clerk would have it.</summary>
    public Task<Ran> Run(params string[] arguments) => CommandLine.RunWarm(
        Desk.Root, arguments, ("MICROPOINTS_SERVER", Address), ("MICROPOINTS_KEY", "@county.key"));

    /// <summary>Stops as an operator stops it, and says how it ended.</summary>
    public async Task<int> Stop()
    {
        if (!_process.HasExited) Process.Start("kill", ["-TERM", $"{_process.Id}"])!.WaitForExit();
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        _process.Dispose();
        Desk.Dispose();
    }
}
