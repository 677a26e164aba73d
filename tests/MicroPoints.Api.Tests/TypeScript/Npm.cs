using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace MicroPoints.Api.Tests.TypeScript;

/// <summary>What npm said, and whether it went well.</summary>
internal sealed record Said(bool IsDone, string Text);

/// <summary>npm in the folder of the TypeScript client.</summary>
internal static class Npm
{
    private static string Folder([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "typescript"));

    public static async Task<Said> Run(string arguments, TimeSpan within, params (string Name, string Value)[] settings)
    {
        // On Windows npm is a script, which only its shell starts.
        var start = OperatingSystem.IsWindows() ? new ProcessStartInfo("cmd", $"/c npm {arguments}")
            : new ProcessStartInfo("npm", arguments);
        (start.WorkingDirectory, start.RedirectStandardOutput, start.RedirectStandardError) = (Folder(), true, true);
        foreach (var (name, value) in settings) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var late = new CancellationTokenSource(within);
        try
        {
            await process.WaitForExitAsync(late.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return new Said(false, $"npm {arguments} took longer than {within.TotalSeconds} s");
        }
        return new Said(process.ExitCode == 0, await output + await errors);
    }
}
