using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace MicroPoints.Web.Tests;

/// <summary>The program that counties get, built once by the script in <c>deploy/</c>, and folders to start it from.</summary>
/// <remarks>A feed without the runtime's packages has it built without the runtime: what is tested here is the same.</remarks>
public sealed class SingleFile : IAsyncLifetime
{
    private static readonly string[] NoPackage = ["NU1101", "NU1102", "NU1301"];

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("micropoints-single-");
    private int _folders;

    public string Built => Path.Combine(_root.FullName, "MicroPoints-linux-x64");

    public async Task InitializeAsync()
    {
        var (exit, said) = await Build([]);
        if (exit != 0 && NoPackage.Any(said.Contains)) (exit, said) = await Build(["--needs-dotnet"]);
        Assert.True(exit == 0, said);
    }

    public Task DisposeAsync()
    {
        _root.Delete(recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>As somebody unpacks it: a folder of its own with what was built.</summary>
    public string Unpacked()
    {
        var folder = Path.Combine(_root.FullName, $"解压 {Interlocked.Increment(ref _folders)}");
        Directory.CreateDirectory(folder);
        File.Copy(Path.Combine(Built, "MicroPoints"), Path.Combine(folder, "MicroPoints"));
        return folder;
    }

    /// <summary>An empty folder.</summary>
    public string Empty() =>
        Directory.CreateDirectory(Path.Combine(_root.FullName, $"empty-{Interlocked.Increment(ref _folders)}")).FullName;

    private async Task<(int Exit, string Said)> Build(string[] more, [CallerFilePath] string file = "")
    {
        var script = Path.Combine(Path.GetDirectoryName(file)!, "../../../deploy/build-single");
        var start = new ProcessStartInfo("bash", [script, "linux-x64", _root.FullName, .. more])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // This process was started by a build itself, whose settings are not meant for another.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        using var build = Process.Start(start)!;
        var said = await Task.WhenAll(build.StandardOutput.ReadToEndAsync(), build.StandardError.ReadToEndAsync());
        await build.WaitForExitAsync();
        return (build.ExitCode, string.Concat(said));
    }
}
