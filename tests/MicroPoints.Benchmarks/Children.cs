using System.Reflection;

namespace MicroPoints.Benchmarks;

/// <summary>What this program runs as a process of its own, so that it is measured cold or on its own heap.</summary>
public static class Children
{
    private static readonly Dictionary<string, Func<string[], Task<int>>> All = new()
    {
        ["empty-server"] = EmptyServer.Run,
        ["open"] = RestartBench.Open,
    };

    public static Func<string[], Task<int>>? Find(string[] args) => args is [var name, ..] ? All.GetValueOrDefault(name) : null;

    public static Child Start(string name, params IReadOnlyList<string> args) =>
        Child.Keep("dotnet", [Assembly.GetExecutingAssembly().Location, name, .. args]);
}
