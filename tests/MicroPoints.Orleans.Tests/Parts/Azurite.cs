using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using MicroPoints.Server;

namespace MicroPoints.Orleans.Tests;

/// <summary>A real Azurite from npm, in a folder of its own, on a free port; one for all tests of this process.</summary>
internal sealed class Azurite
{
    /// <summary>The account that every Azurite has; no secret.</summary>
    private const string Account = "devstoreaccount1",
        Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly Lazy<Task<Azurite>> Only = new(() => Task.Run(Start));

    private Azurite(int port) => ConnectionString = $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};"
        + $"BlobEndpoint=http://127.0.0.1:{port}/{Account};";

    public string ConnectionString { get; }

    /// <summary>As the silo's setting names it.</summary>
    public GrainStorageChoice Storage => new(GrainStorageKind.Azure, new ConnectionText(ConnectionString));

    public static Task<Azurite> Get() => Only.Value;

    private static async Task<Azurite> Start()
    {
        var folder = Directory.CreateTempSubdirectory("micropoints-azurite-").FullName;
        var port = FreePort();
        var program = await Program();
        var process = Process.Start(new ProcessStartInfo(program,
            ["--silent", "--skipApiVersionCheck", "--location", folder, "--blobHost", "127.0.0.1", "--blobPort", $"{port}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            Directory.Delete(folder, recursive: true);
        };
        for (var waited = Stopwatch.StartNew(); ;)
        {
            try
            {
                using var socket = new TcpClient();
                await socket.ConnectAsync(IPAddress.Loopback, port);
                return new Azurite(port);
            }
            catch (SocketException) when (!process.HasExited && waited.Elapsed < TimeSpan.FromSeconds(60)) { await Task.Delay(100); }
        }
    }

    /// <summary>azurite-blob as it is on the path, else from npm into the user's cache.</summary>
    private static async Task<string> Program()
    {
        const string name = "azurite-blob";
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (folders.Select(f => Path.Combine(f, name)).FirstOrDefault(File.Exists) is { } found) return found;
        var cache = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "micropoints", "azurite");
        var program = Path.Combine(cache, "node_modules", ".bin", name);
        if (File.Exists(program)) return program;
        Directory.CreateDirectory(cache);
        using var npm = Process.Start("npm", ["install", "--silent", "--no-audit", "--no-fund", "--prefix", cache, "azurite@3"]);
        await npm.WaitForExitAsync();
        return File.Exists(program) ? program : throw new InvalidOperationException(
            "these tests need Azurite: install Node.js with npm, so that 'npm install azurite' works, or put azurite-blob on the PATH");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
