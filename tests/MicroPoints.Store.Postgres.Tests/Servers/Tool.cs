using System.Diagnostics;

namespace MicroPoints.Store.Postgres.Tests;

/// <summary>Runs PostgreSQL's programs, as a user that PostgreSQL lets run them.</summary>
internal static class Tool
{
    private const string Debian = "/usr/lib/postgresql";

    private static readonly Lazy<string> Folder = new(() => Find() ?? throw new InvalidOperationException(
        "PostgreSQL is not installed, and these tests need a real one: run tests/run as root, or 'apt-get install -y postgresql'"));

    /// <summary>PostgreSQL refuses to run as root; its packages come with a user of its own.</summary>
    public static Task<string> Run(string name, params string[] args) => Environment.IsPrivilegedProcess
        ? Execute("runuser", ["-u", "postgres", "--", Path.Combine(Folder.Value, name), .. args])
        : Execute(Path.Combine(Folder.Value, name), args);

    public static async Task<string> Execute(string file, string[] args)
    {
        var start = new ProcessStartInfo(file, args)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{file} does not start");
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException(
            $"{file} {string.Join(' ', args)} ended with {process.ExitCode}: {await errors}{await output}");
    }

    private static string? Find()
    {
        IEnumerable<string> folders = Directory.Exists(Debian)
            ? Directory.GetDirectories(Debian).OrderByDescending(d => double.TryParse(Path.GetFileName(d), out var v) ? v : 0)
                .Select(d => Path.Combine(d, "bin")) : [];
        return folders.Concat(Environment.GetEnvironmentVariable("PATH")?.Split(':') ?? [])
            .FirstOrDefault(f => File.Exists(Path.Combine(f, "initdb")));
    }
}
