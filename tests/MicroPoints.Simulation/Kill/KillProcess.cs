using System.Diagnostics;

namespace MicroPoints.Simulation;

/// <summary>A child process from the parent's side. It is started ahead of its round, for starting takes longest.</summary>
internal sealed class KillProcess : IDisposable
{
    private readonly Process _process;

    private KillProcess(Process process) => _process = process;

    public static KillProcess Start(string directory)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(KillProcess).Assembly.Location, "child", directory])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };
        // It lives for milliseconds: nothing in it is worth compiling twice or collecting.
        start.Environment["DOTNET_TieredCompilation_BackgroundWorkerTimeoutMs"] = "0";
        start.Environment["DOTNET_GCgen0size"] = "0x4000000";
        return new KillProcess(Process.Start(start) ?? throw new InvalidOperationException("dotnet does not start"));
    }

    /// <summary>Gives the word, lets it live for a while, kills it, and returns all that it said.</summary>
    /// <param name="lines">The time counts from so many lines said: from the word alone, so that openings end too, from the
    /// opened store, or from full work.</param>
    public async Task<IReadOnlyList<string>> LetLive(string word, TimeSpan life, int lines)
    {
        var said = new List<string>();
        await Expect("ready");
        await _process.StandardInput.WriteLineAsync(word);
        await _process.StandardInput.FlushAsync();
        for (var left = lines; left > 0; left--)
        {
            do said.Add(await _process.StandardOutput.ReadLineAsync() ?? throw new AuditException($"the child of {word} ended by itself"));
            while (left == lines && said[^1] != "open");
        }
        var kill = Task.Run(() =>
        {
            Thread.Sleep(life);
            _process.Kill();
        });
        // What was printed before the end counts, but for a last line that is itself torn.
        said.AddRange((await _process.StandardOutput.ReadToEndAsync()).Split('\n')[..^1]);
        await kill;
        await _process.WaitForExitAsync();
        return said;
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    private async Task Expect(string word)
    {
        var line = await _process.StandardOutput.ReadLineAsync();
        if (line != word) throw new AuditException($"the child said '{line}' and not '{word}'");
    }
}
