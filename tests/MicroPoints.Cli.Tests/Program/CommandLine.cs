using System.Diagnostics;
using System.Text;
using MicroPoints.Cli.Tests.Warm;

namespace MicroPoints.Cli.Tests;

/// <summary>Runs the program that was built beside the tests: in a process of its own, or in one that is warm already.</summary>
internal static class CommandLine
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public static string Assembly { get; } = Beside("MicroPoints.Cli.dll");

    public static string Beside(string name) => Path.Combine(AppContext.BaseDirectory, name);

    public static ProcessStartInfo Prepare(string directory, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Assembly, .. arguments])
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment.Remove("MICROPOINTS_DATA");
        return start;
    }

    /// <summary>Runs a command line where only what it reads, writes and answers matters: most of a process's time is its start.</summary>
    /// <param name="environment">Variables that are set for this command line alone.</param>
    public static async Task<Ran> RunWarm(string directory, string[] arguments, params (string Name, string Value)[] environment)
    {
        // Elsewhere there are no descriptors to redirect.
        if (OperatingSystem.IsLinux())
            return (await WarmProgram.Run(directory, arguments, environment, Patience)).NeverShowsItsInsides();
        var start = Prepare(directory, arguments);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return await Run(start);
    }

    /// <summary>Runs a process from its start to its end: for what is about starting, stopping, signals or the environment.</summary>
    public static async Task<Ran> Run(ProcessStartInfo start)
    {
        using var process = Process.Start(start)
            ?? throw new InvalidOperationException($"{start.FileName} does not start");
        return await Finish(process, string.Join(' ', start.ArgumentList.Skip(1)));
    }

    /// <summary>Waits for the end of a process; one that hangs is killed and fails its test.</summary>
    public static async Task<Ran> Finish(Process process, string arguments)
    {
        using var output = new MemoryStream();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            await process.StandardOutput.BaseStream.CopyToAsync(output, patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return new Ran(arguments, process.ExitCode, output.ToArray(), await error).NeverShowsItsInsides();
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"'{arguments}' did not end within {Patience}");
        }
    }
}
