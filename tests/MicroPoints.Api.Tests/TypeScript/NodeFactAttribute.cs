using System.ComponentModel;
using System.Diagnostics;
using Xunit.Sdk;

namespace MicroPoints.Api.Tests.TypeScript;

/// <summary>A fact that needs Node.js and npm; shown as skipped, with the reason, where they or their packages are missing.</summary>
[XunitTestCaseDiscoverer("MicroPoints.Api.Tests.TypeScript.SkippableDiscoverer", "MicroPoints.Api.Tests")]
public sealed class NodeFactAttribute : FactAttribute
{
    /// <summary>The first major version that has <c>fetch</c>.</summary>
    private const int NodeMin = 18;

    public NodeFactAttribute() => Skip =
        Version("node") is not { } node ? "node is not installed"
        : !int.TryParse(node.TrimStart('v').Split('.')[0], out var major) || major < NodeMin
            ? $"node is {node}: {NodeMin} or later is needed"
        : Version("npm") is null ? "npm is not installed" : null;

    private static string? Version(string program)
    {
        try
        {
            var start = OperatingSystem.IsWindows() ? new ProcessStartInfo("cmd", $"/c {program} --version")
                : new ProcessStartInfo(program, "--version");
            (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
            using var process = Process.Start(start)!;
            var version = process.StandardOutput.ReadToEnd().Trim();
            process.WaitForExit();
            return process.ExitCode == 0 && version.Length > 0 ? version : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
