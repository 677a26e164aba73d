using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;

namespace MicroPoints.Benchmarks;

/// <summary>A peer cannot be measured here; the message says why, and its line of the table is not judged.</summary>
public sealed class PeerAbsentException(string why) : Exception(why);

/// <summary>Programs that a benchmark starts: run to the end, or kept until disposed.</summary>
public sealed class Child : IDisposable
{
    private readonly Process _process;

    private static readonly ConcurrentDictionary<Child, byte> Kept = [];

    private volatile string _lastError = "it said nothing";

    private Child(Process process)
    {
        _process = process;
        Kept[this] = 0;
        _process.ErrorDataReceived += (_, e) => { if (!string.IsNullOrWhiteSpace(e.Data)) _lastError = e.Data; };
        _process.BeginErrorReadLine();
    }

    public TextWriter Input => _process.StandardInput;

    /// <summary>Runs a program to its end and gives its output.</summary>
    /// <exception cref="PeerAbsentException">It is not there, or it failed.</exception>
    public static async Task<string> Run(string program, IReadOnlyList<string> args, string? folder = null)
    {
        using var process = Start(program, args, folder);
        process.StandardInput.Close();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? await output
            : throw new PeerAbsentException($"{program} {string.Join(' ', args.Take(3))} failed: {LastLine(await errors + await output)}");
    }

    /// <summary>Starts a program that stays; its errors are kept for the message should it not become ready.</summary>
    public static Child Keep(string program, IReadOnlyList<string> args, string? folder = null) => new(Start(program, args, folder));

    /// <summary>The next line of its output.</summary>
    public async Task<string> Line() => await _process.StandardOutput.ReadLineAsync()
        ?? throw new PeerAbsentException($"{_process.StartInfo.FileName} ended too early: {_lastError}");

    public string LastError => _lastError;

    /// <summary>Reads on without keeping, so that a talkative program is not stopped by a full pipe.</summary>
    public void Ignore() => _ = _process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);

    public bool HasEnded => _process.HasExited;

    /// <summary>A program's place: on the path, or in one of the folders given.</summary>
    public static string? Find(string program, params IReadOnlyList<string> folders) =>
        folders.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .Select(f => Path.Combine(f, program)).FirstOrDefault(File.Exists);

    /// <summary>Ends all that were kept, for a program that is stopped.</summary>
    public static void StopAll()
    {
        foreach (var child in Kept.Keys) child.Dispose();
    }

    public void Dispose()
    {
        if (!Kept.TryRemove(this, out _)) return;
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private static Process Start(string program, IReadOnlyList<string> args, string? folder)
    {
        var start = new ProcessStartInfo(program, args)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            WorkingDirectory = folder ?? "",
        };
        try { return Process.Start(start) ?? throw new PeerAbsentException($"{program} did not start"); }
        catch (System.ComponentModel.Win32Exception e) { throw new PeerAbsentException($"{program} cannot be started: {e.Message}"); }
    }

    private static string LastLine(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "no message";
}
