using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MicroPoints.Rulesets.Yaml.Tests.Engines;

/// <summary>An engine that others wrote, run by Node from its npm package, which is fetched once into the user's cache.</summary>
public sealed class RuleEngine : IDisposable
{
    public const string JsonRules = "json-rules-engine", Zen = "@gorules/zen-engine";

    private static readonly (string Name, string Version)[] Packages = [(JsonRules, "7.3.1"), (Zen, "0.54.0")];
    private static readonly Lazy<Task> Fetched = new(Fetch);

    private readonly string _name;
    private readonly Process _node;

    private RuleEngine(string name, Process node) => (_name, _node) = (name, node);

    private static string Cache { get; } = Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "micropoints", "rule-engines");

    /// <summary>Why the engines cannot be run here; null where they can.</summary>
    public static string? Absent => OnPath("node") && (Packages.All(IsFetched) || OnPath("npm"))
        ? null : "Node with npm, which brings json-rules-engine and the Zen engine, is not installed";

    public static string VersionOf(string name) => $"{name} {Packages.Single(p => p.Name == name).Version}";

    public static async Task<RuleEngine> Start(string name)
    {
        await Fetched.Value;
        var script = Path.Combine(AppContext.BaseDirectory, "rule-engines.mjs");
        var start = new ProcessStartInfo("node", [script, Cache, name])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        return new RuleEngine(name, Process.Start(start) ?? throw new InvalidOperationException("node does not start"));
    }

    /// <summary>The verdicts of every scorecard asked, in order; what was asked stays loaded to be measured.</summary>
    public async Task<IReadOnlyList<string>> Verdicts(IReadOnlyList<Asked> asked) =>
        (await Answer(new JsonObject { ["load"] = new JsonArray([.. asked.Select(Set)]) })).Deserialize<string[]>()!;

    /// <summary>How many loaded scorecards it decides a second, and microseconds of the middle and the slowest of a hundred.</summary>
    public async Task<(double PerSecond, double P50, double P99)> Measure(TimeSpan duration, int atOnce)
    {
        var measured = await Answer(new JsonObject { ["seconds"] = duration.TotalSeconds, ["atOnce"] = atOnce });
        return (Figure("perSecond"), Figure("p50"), Figure("p99"));

        double Figure(string name) => measured.GetProperty(name).GetDouble();
    }

    public void Dispose()
    {
        if (!_node.HasExited) _node.Kill(entireProcessTree: true);
        _node.Dispose();
    }

    private JsonObject Set(Asked asked) => new()
    {
        ["conditions"] = asked.Conditions.Count,
        ["rules"] = _name == Zen ? ZenRules.Of(asked.Formulas) : Engines.JsonRules.Of(asked.Formulas),
        ["facts"] = asked.Facts,
    };

    private async Task<JsonElement> Answer(JsonObject message)
    {
        await _node.StandardInput.WriteLineAsync(message.ToJsonString());
        await _node.StandardInput.FlushAsync();
        var line = await _node.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"{_name} ended without an answer");
        return JsonDocument.Parse(line).RootElement;
    }

    private static async Task Fetch()
    {
        if (Packages.All(IsFetched)) return;
        Directory.CreateDirectory(Cache);
        using var npm = Process.Start("npm", ["install", "--silent", "--no-audit", "--no-fund", "--save-exact", "--prefix", Cache,
            .. Packages.Select(p => $"{p.Name}@{p.Version}")]);
        await npm.WaitForExitAsync();
        if (!Packages.All(IsFetched)) throw new InvalidOperationException("npm could not fetch json-rules-engine and the Zen engine");
    }

    private static bool IsFetched((string Name, string Version) package)
    {
        var file = Path.Combine(Cache, "node_modules", package.Name, "package.json");
        return File.Exists(file)
            && JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("version").GetString() == package.Version;
    }

    private static bool OnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).Any(f => File.Exists(Path.Combine(f, program)));
}
