using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace MicroPoints.Web.Tests;

/// <summary>What one visit of a page showed.</summary>
/// <param name="Beyond">How many pixels it is wider than the window.</param>
/// <param name="Bytes">Its own and those of everything it loads, as they come over the wire.</param>
/// <param name="Faults">What the browser complained of, and what was asked of other places.</param>
/// <param name="Findings">What axe-core found; null where it is not here.</param>
public sealed record Visit(
    int Status, IReadOnlyDictionary<string, string> Headers, string Content, int Beyond, long Bytes, int InlineScripts,
    IReadOnlyList<string> Faults, IReadOnlyList<string>? Findings);

/// <summary>Visits each page once at each width, takes its picture, and keeps what was seen for every test that asks.</summary>
public sealed class Visits : IAsyncLifetime
{
    private readonly ConcurrentDictionary<(string, int), Lazy<Task<Visit>>> _visits = [];

    public DeskServer Server { get; } = new();

    public Task InitializeAsync() => Server.InitializeAsync();

    public Task DisposeAsync() => Server.DisposeAsync();

    public Task<Visit> Of(string name, string path, int width) =>
        _visits.GetOrAdd((name, width), _ => new(() => Look(name, path, width))).Value;

    private async Task<Visit> Look(string name, string path, int width)
    {
        var page = await (path is "/" or "/sign-in" ? Server.Visitor(width) : Server.Clerk(width));
        List<string> faults = [];
        page.Console += (_, said) => { if (said.Type == "error") faults.Add(said.Text); };
        page.Request += (_, sent) =>
        {
            if (!sent.Url.StartsWith(Server.Address, StringComparison.Ordinal)) faults.Add($"asks {sent.Url}");
        };
        var answer = (await page.GotoAsync(path))!;
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        // Before the browser's driver puts styles of its own there for the picture.
        var inline = await page.Locator("[style], script:not([src]), [onclick], [onsubmit]").CountAsync();
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = EveryPageTests.PictureOf($"{name}-{width}"), FullPage = true });
        var visit = new Visit(answer.Status, await answer.AllHeadersAsync(), await page.ContentAsync(),
            await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth"),
            await page.EvaluateAsync<long>("[...performance.getEntriesByType('navigation'), "
                + "...performance.getEntriesByType('resource')].reduce((sum, loaded) => sum + loaded.encodedBodySize, 0)"),
            inline, faults, Browser.HasAxe ? await EveryPageTests.Findings(page) : null);
        await page.Context.CloseAsync();
        return visit;
    }
}
