using MicroPoints.Identity;
using MicroPoints.Ledger;
using MicroPoints.Rulesets.Yaml;
using MicroPoints.Runtime;
using MicroPoints.Runtime.Demo;
using MicroPoints.Store.Embedded;

namespace MicroPoints.Server;

/// <summary>The fictional county: made once, taken up afterwards, with a key to try it by.</summary>
internal static class DemoCounty
{
    public const string Directory = "data/demo";
    private const string KeyFile = "demo.key";
    private const string Chamber = "990101001";
    private const string Award =
        """{"id":"award-1","kind":"federation.awarded","on":"2026-05-08","points":1.5,"reason":"组织会员抗旱送水"}""";

    private static readonly Actor By = new(new ActorId("demo"), Role.Approver, RegionCode.Nation);

    public static RegionCode Scope => DemoKind.County().Plan.Scope;

    /// <summary>Makes the county where nothing is, or takes up the one that is there.</summary>
    /// <returns>When the last entry was recorded.</returns>
    /// <exception cref="StoreException">The directory holds something else, which stays as it is.</exception>
    public static async Task<DateTimeOffset> Prepare(string directory, CancellationToken cancel)
    {
        if (!System.IO.Directory.Exists(directory) || !System.IO.Directory.EnumerateFileSystemEntries(directory).Any())
            await Make(directory, cancel);
        await using var log = JournalEventLog.Open(directory);
        // Its chambers bear the stamp for ever; a key for everybody and an invented date must never reach real ones.
        if (!await IsIn(log, cancel)) throw new StoreException(
            $"{Path.GetFullPath(directory)} holds other data than the demo's: "
            + "serve it without --demo, or give the demo a new directory with --data.");
        var last = DateTimeOffset.MinValue;
        foreach (var (stream, _) in await log.Cut(RegionCode.Nation, cancel))
            if ((await log.Load(stream, DemoPlan.Year.From.Year, [], cancel)).State.LastInstant is { } at && at > last) last = at;
        return last;
    }

    /// <summary>The chamber by whose stamp the county is known.</summary>
    public static StreamId Stamped => StreamId.Of(new ChamberId(Chamber));

    /// <summary>Whether a log holds the county.</summary>
    public static async Task<bool> IsIn(IEventLog log, CancellationToken cancel) =>
        ((await log.Load(Stamped, DemoPlan.Year.From.Year, [], cancel)).State as LedgerState)?.Chamber?.Stamp == DemoPlan.Stamp;

    /// <summary>Records the invented year, beside its place first, so that a broken-off making leaves nothing there.</summary>
    private static async Task Make(string directory, CancellationToken cancel)
    {
        var making = directory.TrimEnd('/', '\\') + ".demo.new";
        if (System.IO.Directory.Exists(making)) System.IO.Directory.Delete(making, recursive: true);
        await using (var log = JournalEventLog.Open(making))
        {
            var parts = new DemoParts(log, YamlRules.Instance, ShippedFiles.Of(typeof(Hosting).Assembly)) { OtherEngines = Engines.Others };
            await (await DemoRun.Begin(parts, DemoKind.County(), cancel)).Record(null, cancel);
        }
        if (System.IO.Directory.Exists(directory)) System.IO.Directory.Delete(directory);
        System.IO.Directory.Move(making, directory);
    }

    /// <summary>A key for the county, in a file that only its owner reads; the one that is there where it is in force.</summary>
    public static async Task<string> Key(string directory, Workspace workspace, CancellationToken cancel)
    {
        var path = Path.Combine(directory, KeyFile);
        if (File.Exists(path) && workspace.Keys.Authenticate((await File.ReadAllTextAsync(path, cancel)).Trim()) is not null)
            return path;
        var (_, secret) = await workspace.Keys.Issue(new NewKey(null, "demo", Role.Approver, Scope, null), By, cancel);
        File.Delete(path);
        await using var file = Server.KeyFile.Create(path);
        await file.WriteLineAsync(secret);
        return path;
    }

    public static string DeskAt(string address, string ticket) => $"{address}/demo/{ticket}";

    public static string Welcome(string address, string ticket, string keyFile) => $$"""
        {{DemoPlan.Stamp}} 演示县已就绪 the fictional county is ready
        工作台 desk  {{DeskAt(address, ticket)}}
        公开页 page  {{address}}/
        KEY="Authorization: Bearer $(cat {{keyFile}})"; CHAMBER={{address}}/api/v1/chambers/{{Chamber}}
        curl -H "$KEY" $CHAMBER/activities --json '{{Award}}'
        curl -H "$KEY" "$CHAMBER/scorecard?period=2026"
        curl -H "$KEY" "{{address}}/api/v1/standings?period=2026&limit=5"
        """;
}
