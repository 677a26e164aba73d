using System.Text.Json;

namespace MicroPoints.Benchmarks;

/// <summary>DuckDB inside Node, from its own npm package; installed into the run's folder and gone with it.</summary>
public sealed class DuckDb : IDisposable
{
    private readonly Child _node;

    private DuckDb(Child node, string version) => (_node, Version) = (node, version);

    public string Version { get; }

    /// <exception cref="PeerAbsentException">Node is not there, or the package cannot be fetched.</exception>
    public static async Task<DuckDb> Start(string parent, string rows, int chambers)
    {
        if (Child.Find("node") is null || Child.Find("npm") is null) throw new PeerAbsentException("Node and npm are not installed");
        var folder = Directory.CreateDirectory(Path.Combine(parent, "duckdb")).FullName;
        await Child.Run("npm", ["install", "@duckdb/node-api", "--no-audit", "--no-fund", "--prefix", folder], folder);
        var script = PeerWork.File(folder, "round.duckdb.mjs");
        var node = Child.Keep("node", [script, rows, Path.Combine(folder, "round.duckdb"), $"{chambers}"], folder);
        var ready = JsonDocument.Parse(await node.Line()).RootElement;
        return new DuckDb(node, $"DuckDB {ready.GetProperty("version").GetString()}");
    }

    /// <summary>One run of the round's statement.</summary>
    public async Task<(double Milliseconds, RoundTotals Totals)> Round(int threads)
    {
        await _node.Input.WriteLineAsync($"{threads}");
        await _node.Input.FlushAsync();
        var answer = JsonDocument.Parse(await _node.Line()).RootElement;
        var totals = answer.GetProperty("totals").EnumerateArray().Select(t => long.Parse(t.GetString()!)).ToList();
        return (answer.GetProperty("ms").GetDouble(), RoundTotals.Of(totals));
    }

    public void Dispose() => _node.Dispose();
}
