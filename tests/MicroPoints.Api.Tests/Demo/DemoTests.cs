using System.Net;
using MicroPoints.Runtime;
using MicroPoints.Server;
using Microsoft.Extensions.Logging;

namespace MicroPoints.Api.Tests;

/// <summary>The fictional county, started again and started in the wrong place.</summary>
public sealed class DemoTests : IDisposable
{
    private const string Card = "/api/v1/chambers/990101001/scorecard?period=2026";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("micropoints-demo-");

    private ServerOptions Options => new()
    {
        Data = Path.Combine(_folder.FullName, "data"),
        Demo = true,
        Listen = new IPEndPoint(IPAddress.Loopback, 0),
        LogLevel = LogLevel.None,
    };

    public void Dispose() => _folder.Delete(recursive: true);

    private static Task<RunningServer> Start(ServerOptions options) =>
        Hosting.Start(options, TextWriter.Null, e => throw e, default);

    [Fact]
    public async Task An_award_is_still_in_the_scorecard_when_the_demo_is_started_again()
    {
        DateTimeOffset recorded;
        string before;
        await using (var first = await Start(Options))
        {
            using var desk = await DemoDesk.At(first, Options.Data);
            var without = await desk.Get(Card);
            // Some of the demo's time passes, as it does while somebody looks around.
            await Task.Delay(1_500);
            await desk.Post("/api/v1/chambers/990101001/activities",
                """{"id":"award-1","kind":"federation.awarded","on":"2026-05-08","points":1.5,"reason":"抗旱送水"}""");
            recorded = first.Workspace.Clock.GetUtcNow();
            before = (await desk.Get(Card))["points"]!.ToString();
            Assert.NotEqual(without["points"]!.ToString(), before);
        }
        await using var again = await Start(Options);
        using var later = await DemoDesk.At(again, Options.Data);
        Assert.Equal(before, (await later.Get(Card))["points"]!.ToString());
        Assert.True(again.Workspace.Clock.GetUtcNow() > recorded.AddSeconds(-1), "the demo's time runs a second time");
    }

    [Fact]
    public async Task A_real_countys_directory_is_refused_and_stays_as_it_was()
    {
        string heads;
        await using (var real = await Start(Options with { Demo = false }))
            heads = await HeldBy(real);
        var refused = await Assert.ThrowsAsync<StoreException>(() => Start(Options));
        Assert.Contains(Options.Data, refused.Message);
        Assert.Contains("without --demo", refused.Message);
        Assert.False(File.Exists(Path.Combine(Options.Data, "demo.key")), "a key was made");
        await using var after = await Start(Options with { Demo = false });
        Assert.Equal(heads, await HeldBy(after));
    }

    /// <summary>Where streams end, but for accounts: each start makes a new link for the first of them.</summary>
    private static async Task<string> HeldBy(RunningServer server) => string.Join('\n',
        (await server.Workspace.Log.Cut(RegionCode.Nation, default)).Where(h => h.Stream != StreamId.Accounts));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_directory_of_other_files_is_refused_and_left_as_it_was(bool demo)
    {
        Directory.CreateDirectory(Options.Data);
        await File.WriteAllTextAsync(Path.Combine(Options.Data, "a.txt"), "mine");
        var refused = await Assert.ThrowsAsync<StoreException>(() => Start(Options with { Demo = demo }));
        Assert.Contains("holds a.txt and no MicroPoints data", refused.Message);
        Assert.Equal(["a.txt"], Directory.GetFileSystemEntries(Options.Data).Select(f => Path.GetFileName(f)));
    }

    [Fact]
    public async Task A_directory_beside_the_demos_stays_whatever_its_name()
    {
        var beside = Directory.CreateDirectory(Options.Data + ".new");
        await File.WriteAllTextAsync(Path.Combine(beside.FullName, "mine.txt"), "mine");
        await using (await Start(Options)) Assert.True(File.Exists(Path.Combine(beside.FullName, "mine.txt")));
    }
}
