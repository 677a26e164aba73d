using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace MicroPoints.Web.Tests;

/// <summary>What holds of every page, at a desk's and a phone's width.</summary>
public sealed class EveryPageTests(Visits visits) : IClassFixture<Visits>
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
        ("adopt-list", "/rules/adopt"), ("adopt", "/rules/adopt/four-good/2026.1"),
        ("adopt-foreign", "/rules/adopt/classified-management/2026.1"),
        ("publish", "/rules/publish"),
        ("rules-print", "/rules/micro-points"), ("rules-check", "/rules/check"),
        ("rules-diff", "/rules/diff"), ("rules-diff-two", "/rules/diff?a=micro-points@2026.1&b=four-good@2026.1"),
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
        var visit = await visits.Of(name, path, width);
        Assert.Equal(200, visit.Status);
        Assert.True(visit.Beyond <= 0, "it scrolls sideways");
        if (path != "/sign-in") Assert.Contains("程序生成，非真实数据", visit.Content, StringComparison.Ordinal);
        Assert.Empty(visit.Faults);
    }

    [AxeTheory, MemberData(nameof(Views))]
    public async Task Nothing_keeps_people_from_using_it(string name, string path, int width)
    {
        var findings = (await visits.Of(name, path, width)).Findings!;
        Assert.True(findings.Count == 0, $"{name}: {string.Join("; ", findings)}");
    }

    [Theory, MemberData(nameof(Views))]
    public async Task It_comes_light_with_everything_it_loads(string name, string path, int width) =>
        Assert.InRange((await visits.Of(name, path, width)).Bytes, 4_000, 100_000);

    [Theory, MemberData(nameof(Views))]
    public async Task Each_is_framed_by_nobody_and_runs_nothing_but_its_own(string name, string path, int width)
    {
        var visit = await visits.Of(name, path, width);
        Assert.Equal("DENY", visit.Headers["x-frame-options"]);
        if (path is not ("/" or "/sign-in")) Assert.Contains("no-store", visit.Headers["cache-control"], StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", visit.Headers["content-security-policy"], StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", visit.Headers["content-security-policy"], StringComparison.Ordinal);
        Assert.Equal(0, visit.InlineScripts);
    }

    [Theory, MemberData(nameof(Paths))]
    public async Task Nobody_gets_in_without_signing_in(string path)
    {
        var answer = await new Visitor(visits.Server.Address).Get(path);
        Assert.Equal(302, answer.Status);
        Assert.StartsWith("/sign-in", answer.Location, StringComparison.Ordinal);
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

    internal static string PictureOf(string name, [CallerFilePath] string file = "")
    {
        var folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../../TestResults/desk"));
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, $"{name}.png");
    }
}
