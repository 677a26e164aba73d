using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text;

namespace MicroPoints.Web.Tests;

/// <summary>The program as a double-click starts it, with a browser that notes the links it is asked to open.</summary>
[SupportedOSPlatform("linux")]
internal sealed class Clicked : IDisposable
{
    private const string Browser = "#!/bin/sh\nprintf '%s\\n' \"$1\" >> \"$OPENED\"\n";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _said = new();
    private readonly string _opened;

    /// <param name="from">The current directory, which is nobody's choice.</param>
    public Clicked(string folder, string from, params string[] arguments) : this(folder, from, null, arguments)
    {
    }

    /// <param name="from">The current directory, which is nobody's choice.</param>
    /// <param name="at">What the program takes the time of its start for; null where it is today's.</param>
    public Clicked(string folder, string from, DateTimeOffset? at, params string[] arguments)
    {
        var bin = Directory.CreateDirectory(Path.Combine(from, "bin")).FullName;
        _opened = Path.Combine(from, "opened");
        File.WriteAllText(Path.Combine(bin, "xdg-open"), Browser);
        File.SetUnixFileMode(Path.Combine(bin, "xdg-open"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var start = new ProcessStartInfo(Path.Combine(folder, "MicroPoints"), arguments)
        {
            WorkingDirectory = from,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        (start.Environment["PATH"], start.Environment["OPENED"]) = ($"{bin}:{Environment.GetEnvironmentVariable("PATH")}", _opened);
        foreach (var (name, value) in at is { } day ? SetTime.At(day) : []) start.Environment[name] = value;
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Said
    {
        get { lock (_said) return _said.ToString(); }
    }

    public string[] Opened => File.Exists(_opened) ? File.ReadAllLines(_opened) : [];

    /// <summary>The link that the browser was asked to open.</summary>
    public async Task<string> Link()
    {
        await Until(() => Opened.Length > 0);
        return Opened[0];
    }

    public async Task Until(Func<bool> holds)
    {
        for (var clock = Stopwatch.StartNew(); !holds(); await Task.Delay(5))
            Assert.True(clock.Elapsed < Patience && !(_process.HasExited && !holds()), $"it did not come to that: {Said}");
    }

    /// <summary>The window is closed.</summary>
    public async Task<int> Close()
    {
        // Whoever started the tests may have it ignored for all that they start.
        var isIgnored = (Convert.ToInt64(File.ReadLines("/proc/self/status").First(l => l.StartsWith("SigIgn:", StringComparison.Ordinal))
            .Split('\t')[1], 16) & 1) != 0;
        using (var kill = Process.Start("kill", [isIgnored ? "-TERM" : "-HUP", $"{_process.Id}"])) await kill.WaitForExitAsync();
        return await Ended();
    }

    /// <summary>As <c>kill -9</c> does.</summary>
    public Task<int> Kill()
    {
        _process.Kill();
        return Ended();
    }

    public async Task<int> Ended()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    private void Note(string? line)
    {
        lock (_said) _said.AppendLine(line);
    }
}
