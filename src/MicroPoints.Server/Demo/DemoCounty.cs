using MicroPoints.Identity;
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

    /// <summary>Records the invented year, beside its place first, so that a broken-off making leaves nothing there.</summary>
    public static async Task Make(string directory, CancellationToken cancel)
    {
        if (System.IO.Directory.Exists(directory) && System.IO.Directory.EnumerateFileSystemEntries(directory).Any()) return;
        var making = directory.TrimEnd('/', '\\') + ".new";
        if (System.IO.Directory.Exists(making)) System.IO.Directory.Delete(making, recursive: true);
        await using (var log = JournalEventLog.Open(making))
        {
            var parts = new DemoParts(log, YamlRules.Instance, ShippedFiles.Read(ShippedFiles.Folder));
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
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var file = new StreamWriter(path, options);
        await file.WriteLineAsync(secret);
        return path;
    }

    public static string Welcome(string address, string keyFile) => $$"""
        {{DemoPlan.Stamp}} 演示县已就绪 the fictional county is ready
        页面 page  {{address}}/
        KEY="Authorization: Bearer $(cat {{keyFile}})"; CHAMBER={{address}}/api/v1/chambers/{{Chamber}}
        curl -H "$KEY" $CHAMBER/activities --json '{{Award}}'
        curl -H "$KEY" "$CHAMBER/scorecard?period=2026"
        curl -H "$KEY" "{{address}}/api/v1/standings?period=2026&limit=5"
        """;
}
