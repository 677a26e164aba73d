using Microsoft.Playwright;

namespace MicroPoints.Web.Tests;

/// <summary>A round is opened without typing an id, and a county's year is not evaluated twice by accident.</summary>
public sealed class OpenRoundTests(DeskServer server) : IClassFixture<DeskServer>
{
    [Fact]
    public async Task Nobody_types_an_id_and_a_second_annual_round_is_refused_in_words()
    {
        server.Now = new DateTimeOffset(2027, 1, 5, 2, 0, 0, TimeSpan.Zero);
        var (page, stale) = (await server.Clerk(scripts: false), await server.Clerk(scripts: false));
        foreach (var window in (IPage[])[page, stale]) await window.GotoAsync("/rounds");
        Assert.Equal(0, await page.Locator("main form input[type=text]").CountAsync());
        await Press(page);
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("2026 年度评价（澜屏县）");
        var first = page.Url;

        // The same form sent again does it once.
        await Press(stale);
        Assert.Equal(first, stale.Url);

        await page.GotoAsync("/rounds");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("2026 年度的评价已经开始");
        Assert.Equal(0, await page.Locator("input[value=annual]").CountAsync());
        foreach (var (name, number) in ((string, int)[])[("2026 年度评价预演（澜屏县）", 1), ("2026 年度评价预演（澜屏县）（第二次）", 2)])
        {
            await page.GotoAsync("/rounds");
            await Press(page);
            await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(name);
        }
        await page.GotoAsync("/rounds");
        await page.ScreenshotAsync(new() { Path = EveryPageTests.PictureOf("rounds-opened-1280"), FullPage = true });
        await TheAccidentIsRefused(first);
    }

    /// <summary>Somebody elsewhere opened the year's round under an id of their own while this page was open.</summary>
    private async Task TheAccidentIsRefused(string first)
    {
        var page = await server.Clerk(scripts: true);
        await page.GotoAsync("/rounds");
        await page.EvaluateAsync("""
            () => {
                const form = document.querySelector('main form'), radio = form.querySelector('input[name=purpose]');
                radio.value = 'annual';
                radio.checked = true;
                form.querySelectorAll('input[name=annual], input[name=rehearsal]').forEach(i => i.value = 'another-one');
            }
            """);
        await Press(page);
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("一年只办一次");
        Assert.DoesNotContain("another-one", page.Url, StringComparison.Ordinal);
        Assert.NotEqual(first, page.Url);
    }

    private static Task Press(IPage page) =>
        page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "开始", Exact = true }).ClickAsync();
}
