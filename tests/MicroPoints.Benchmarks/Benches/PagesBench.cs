using System.Diagnostics;
using System.Net;

namespace MicroPoints.Benchmarks;

/// <summary>How long the desk's pages of the fictional county take, one after the other, as a single clerk asks for them.</summary>
public static class PagesBench
{
    private static readonly string[] Paths =
    [
        "/desk", "/chambers", "/chambers/990101001", "/county", "/record", "/record/many?kind=member.visited", "/imports", "/rounds",
        "/rules", "/settings",
    ];

    public static async Task Run(Bench bench)
    {
        var dll = ProductServer.Built("MicroPoints.Server") ?? throw new PeerAbsentException("MicroPoints.Server is not built");
        using var child = Child.Keep("dotnet", [dll, "--demo", "--data", Path.Combine(bench.NewFolder("pages"), "demo"),
            "--listen", $"127.0.0.1:{Ports.Free()}", "--log-level", "Warning"]);
        var link = "";
        while (!link.Contains("/demo/", StringComparison.Ordinal)) link = (await child.Line()).Split(' ')[^1];
        child.Ignore();
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(link) };
        (await http.GetAsync(link)).EnsureSuccessStatusCode();
        var all = new Latencies();
        foreach (var path in Paths)
        {
            var (latencies, bytes) = (new Latencies(), 0L);
            for (var i = bench.Options.Short ? -2 : -20; i < (bench.Options.Short ? 5 : 300); i++)
            {
                var started = Stopwatch.GetTimestamp();
                bytes = (await http.GetByteArrayAsync(new Uri(path, UriKind.Relative))).Length;
                // The first ones warm the program up, which a day at the desk does once.
                if (i >= 0) latencies.Add(Stopwatch.GetTimestamp() - started);
            }
            all.Add(latencies);
            bench.Add(Informs($"page {path}, {Shown.Number(bytes / 1000.0)} kB", latencies));
        }
        bench.Add(Informs("all these pages", all));
    }

    private static Line Informs(string what, Latencies latencies) => new(what,
        $"{Shown.Time(latencies.Percentile(0.5))} (p95 {Shown.Time(latencies.Percentile(0.95))})", "–", null, null);
}
