using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace MicroPoints.Web.Tests;

/// <summary>What holds of every page, at a desk's and a phone's width.</summary>
public sealed class EveryPageTests(DeskServer server) : IClassFixture<DeskServer>
{
    /// <summary>Every page, with a name for its picture.</summary>
    public static readonly (string Name, string Path)[] Pages =
    [
        ("home", "/desk"), ("chambers", "/chambers"), ("chamber", "/chambers/990101001"), ("record-choose", "/record"),
        ("record", "/record?chamber=990101001&kind=member.visited"), ("record-rate", "/record?chamber=990101002&kind=member.satisfaction"),
        ("record-many-choose", "/record/many"), ("record-many", "/record/many?kind=member.visited"),
        ("record-many-rate", "/record/many?kind=member.satisfaction"), ("record-many-keyed", "/record/many?kind=project.brokered"),
        ("imports", "/imports"), ("rounds", "/rounds"), ("uses", "/uses"),
        ("settings", "/settings"), ("county", "/county"), ("rules", "/rules"), ("draft", "/rules/draft"),
        ("accounts", "/accounts"), ("account", "/account"), ("chamber-links", "/chamber-links"), ("register", "/chambers/register"),
        ("chamber-register", "/chambers/990101001/register"),
        ("sign-in", "/sign-in"), ("public", "/"),
    ];

    public static TheoryData<string, string, int> Views()
    {
        var views = new TheoryData<string, string, int>();
        foreach (var (name, path) in Pages) foreach (var width in (int[])[1280, 390]) views.Add(name, path, width);
        return views;
    }

    [Theory, MemberData(nameof(Views))]
    public async Task It_fits_asks_nothing_from_elsewhere_and_says_whose_data_these_are(string name, string path, int width)
    {
        var page = await (path is "/" or "/sign-in" ? server.Visitor(width) : server.Clerk(width));
        List<string> faults = [];
        page.Console += (_, said) => { if (said.Type == "error") faults.Add(said.Text); };
        page.Request += (_, sent) =>
        {
            if (!sent.Url.StartsWith(server.Address, StringComparison.Ordinal)) faults.Add($"asks {sent.Url}");
        };
        var answer = (await page.GotoAsync(path))!;
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Picture(name, width), FullPage = true });

        Assert.Equal(200, answer.Status);
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") <= 0, "it scrolls sideways");
        if (path != "/sign-in") Assert.Contains("程序生成，非真实数据", await page.ContentAsync(), StringComparison.Ordinal);
        Assert.Empty(faults);
    }

    [AxeTheory, MemberData(nameof(Views))]
    public async Task Nothing_keeps_people_from_using_it(string name, string path, int width)
    {
        var page = await (path is "/" or "/sign-in" ? server.Visitor(width) : server.Clerk(width));
        await page.GotoAsync(path);
        var findings = await Findings(page);
        Assert.True(findings.Count == 0, $"{name}: {string.Join("; ", findings)}");
    }

    [Theory, MemberData(nameof(Paths))]
    public async Task It_comes_light_with_everything_it_loads(string path)
    {
        var page = await server.Clerk();
        await page.GotoAsync(path);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var bytes = await page.EvaluateAsync<long>("[...performance.getEntriesByType('navigation'), "
            + "...performance.getEntriesByType('resource')].reduce((sum, loaded) => sum + loaded.encodedBodySize, 0)");
        Assert.InRange(bytes, 5_000, 100_000);
    }

    [Theory, MemberData(nameof(Paths))]
    public async Task Nobody_gets_in_without_signing_in(string path)
    {
        var page = await server.Visitor();
        var answer = (await page.GotoAsync(path))!;
        Assert.StartsWith($"{server.Address}/sign-in", page.Url, StringComparison.Ordinal);
        Assert.Equal(200, answer.Status);
    }

    [Theory, MemberData(nameof(Paths))]
    public async Task Each_is_framed_by_nobody_and_runs_nothing_but_its_own(string path)
    {
        var page = await server.Clerk();
        var headers = await (await page.GotoAsync(path))!.AllHeadersAsync();
        Assert.Equal("DENY", headers["x-frame-options"]);
        Assert.Contains("no-store", headers["cache-control"], StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", headers["content-security-policy"], StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", headers["content-security-policy"], StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("[style], script:not([src]), [onclick], [onsubmit]").CountAsync());
    }

    public static TheoryData<string> Paths() => [.. Pages.Select(p => p.Path).Where(p => p is not ("/" or "/sign-in"))];

    /// <summary>axe-core is put in by the browser itself: a page's policy keeps everything foreign out.</summary>
    internal static async Task<IReadOnlyList<string>> Findings(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Runtime.evaluate", new() { ["expression"] = await Browser.Axe() });
        var found = await session.SendAsync("Runtime.evaluate", new()
        {
            ["expression"] = "axe.run().then(r => r.violations.map(v => v.id + ' at ' + v.nodes.map(n => n.target.join(' ')).join(', ')))",
            ["awaitPromise"] = true,
            ["returnByValue"] = true,
        });
        return [.. found!.Value.GetProperty("result").GetProperty("value").EnumerateArray().Select(v => v.GetString()!)];
    }

    private static string Picture(string name, int width) => PictureOf($"{name}-{width}");

    internal static string PictureOf(string name, [CallerFilePath] string file = "")
    {
        var folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../../TestResults/desk"));
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, $"{name}.png");
    }
}
