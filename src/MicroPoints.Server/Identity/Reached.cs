using System.Net;

namespace MicroPoints.Server;

/// <summary>Where people reach the pages, and in words who cannot.</summary>
internal static class Reached
{
    /// <summary>The address that a browser opens, where the server listens on one that no browser can name.</summary>
    /// <param name="listening">Where it listens, such as <c>http://0.0.0.0:5080</c>.</param>
    public static string From(ServerOptions options, string listening)
    {
        var port = new Uri(listening.Replace("[::]", "localhost", StringComparison.Ordinal)).Port;
        if (options is { Lan: true, LanHost: { } host }) return Address(options, host, port);
        // Pages answer this machine alone, whatever address it listens on.
        return IPAddress.IsLoopback(options.Listen.Address) ? listening : Address(options, "127.0.0.1", port);
    }

    public static string Address(ServerOptions options, string host, int port) =>
        $"{(options.Certificate is null ? "http" : "https")}://{host}:{port}";

    /// <summary>Said where others reach the server and its pages do not answer them.</summary>
    public static string? Warning(ServerOptions options) => options.Lan || IPAddress.IsLoopback(options.Listen.Address) ? null : """
        页面只在本机打开：要让其他电脑也能打开，请设置 lan、certificate（PFX 证书）和 hosts
        pages answer this machine alone: to let others open them, set lan, certificate (a PFX file) and hosts
        """;
}
