namespace MicroPoints.Benchmarks;

/// <summary>The product's server as its own process over a data directory, and the empty one beside it.</summary>
public sealed class ProductServer : IDisposable
{
    private readonly Child _child;

    private ProductServer(Child child, int port, IReadOnlyList<string> headers) => (_child, Port, Headers) = (child, port, headers);

    public int Port { get; }

    /// <summary>Sent with each request.</summary>
    public IReadOnlyList<string> Headers { get; }

    /// <summary>Starts the server's dll and waits until it answers.</summary>
    /// <exception cref="PeerAbsentException">It is not built. One that is built and does not start is broken, not absent.</exception>
    public static async Task<ProductServer> Start(BenchOptions options, string data)
    {
        var dll = options.Server ?? Built("MicroPoints.Server")
            ?? throw new PeerAbsentException("MicroPoints.Server is not built; name its dll with --server");
        var headers = options.Headers.Count > 0 ? options.Headers : [$"Authorization: Bearer {await IssueKey(data)}"];
        var port = Ports.Free();
        var arguments = options.ServerArguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(a => a.Replace("{data}", data).Replace("{port}", $"{port}"));
        var child = Child.Keep("dotnet", [dll, .. arguments], Path.GetDirectoryName(Path.GetFullPath(dll)));
        child.Ignore();
        return await Ready(new ProductServer(child, port, headers));
    }

    /// <summary>Starts a Kestrel with nothing behind it: this program, as a child.</summary>
    public static async Task<ProductServer> StartEmpty()
    {
        var port = Ports.Free();
        var child = Children.Start("empty-server", $"http://127.0.0.1:{port}");
        await child.Line();
        return new ProductServer(child, port, []);
    }

    public void Dispose() => _child.Dispose();

    private static async Task<ProductServer> Ready(ProductServer server)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                (await WireConnection.Open(server.Port, Http1.Protocol)).Dispose();
                return server;
            }
            catch (System.Net.Sockets.SocketException) when (attempt < 600 && !server._child.HasEnded) { await Task.Delay(100); }
            catch (System.Net.Sockets.SocketException e)
            {
                server.Dispose();
                throw new InvalidOperationException(
                    $"MicroPoints.Server does not answer: {e.Message}; its last error: {server._child.LastError}");
            }
        }
    }

    /// <summary>A key for everything, from the command line as any operator would get it; the data must not be open.</summary>
    private static async Task<string> IssueKey(string data)
    {
        var cli = Built("MicroPoints.Cli") ?? throw new PeerAbsentException("MicroPoints.Cli, which issues the key, is not built");
        try { return (await Child.Run("dotnet", [cli, "keys", "add", "--role", "approver", "--scope", "00", "--data", data])).Trim(); }
        catch (PeerAbsentException e) { throw new InvalidOperationException($"no key was issued: {e.Message}", e); }
    }

    /// <summary>What was built last of a project of this repository.</summary>
    internal static string? Built(string project)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var bin = Path.Combine(folder.FullName, "src", project, "bin");
            if (Directory.Exists(bin))
                return Directory.GetFiles(bin, $"{project}.dll", SearchOption.AllDirectories).MaxBy(File.GetLastWriteTimeUtc);
        }
        return null;
    }
}
