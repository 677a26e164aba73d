using System.Net;
using System.Net.Sockets;
using System.Reflection;

namespace MicroPoints.Benchmarks;

/// <summary>Free ports, and the texts of the peers' work that lie in this program.</summary>
public static class Ports
{
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>The peers' work as texts beside the code, in <c>Peers/Work</c>.</summary>
public static class PeerWork
{
    public static string Text(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not in this program");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Puts a text into a folder and gives its path.</summary>
    public static string File(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        System.IO.File.WriteAllText(path, Text(name));
        return path;
    }
}
