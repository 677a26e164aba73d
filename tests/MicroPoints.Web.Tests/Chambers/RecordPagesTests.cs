using MicroPoints.Activities;
using MicroPoints.Ledger;
using MicroPoints.Runtime;
using Microsoft.Playwright;

namespace MicroPoints.Web.Tests;

/// <summary>Every record of a chamber can be come to by links, however many there are.</summary>
public sealed class RecordPagesTests(DeskServer server) : IClassFixture<DeskServer>
{
    private const int Records = 120;
    private static readonly ChamberId Chamber = new("990101002");

    [Fact]
    public async Task Older_records_are_reached_by_links_without_script_and_no_page_is_heavy()
    {
        await Record();
        var page = await server.Clerk(scripts: false);
        await page.GotoAsync($"/chambers/{Chamber}");
        var (seen, pages) = (new List<string>(), 1);
        for (; ; pages++)
        {
            seen.AddRange((await page.Locator(".timeline .reason").AllInnerTextsAsync()).Where(r => r.StartsWith('第')));
            Assert.InRange(await page.Locator(".timeline li").CountAsync(), 1, 50);
            Assert.InRange((await (await page.Context.APIRequest.GetAsync(page.Url)).BodyAsync()).Length, 5_000, 85_000);
            await Picture(page.Url, pages);
            var older = page.GetByRole(AriaRole.Link, new() { Name = "较早的记录" });
            if (await older.CountAsync() == 0) break;
            await older.ClickAsync();
        }
        Assert.Equal(Enumerable.Range(1, Records).Reverse().Select(i => $"第{i}件"), seen);
        Assert.True(pages > 2, $"{pages} pages");
        await page.GetByRole(AriaRole.Link, new() { Name = "较新的记录" }).ClickAsync();
        Assert.EndsWith($"records={pages - 1}#records", page.Url, StringComparison.Ordinal);
        foreach (var wrong in (string[])["0", "-1", "999", "x"])
        {
            Assert.Equal(200, (await page.GotoAsync($"/chambers/{Chamber}?records={wrong}"))!.Status);
            Assert.NotEqual(0, await page.Locator(".timeline li").CountAsync());
        }
    }

    private async Task Record()
    {
        for (var i = 1; i <= Records; i++)
        {
            server.Now = server.Now.AddSeconds(1);
            Assert.IsType<Answer.Recorded>(await server.Workspace.Chambers.Run(Chamber, SealedYear.By, new RecordActivity(
                new EntryId($"page-{i}"), new KindId("member.visited"), On.Parse("2026-12-30"), new Measured.Count(1), Reason: $"第{i}件"),
                default));
        }
    }

    private async Task Picture(string url, int number)
    {
        foreach (var width in (int[])[1280, 390])
        {
            var page = await server.Clerk(width);
            await page.GotoAsync(url);
            Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") <= 0, "it scrolls sideways");
            if (number == 2) await page.ScreenshotAsync(new() { Path = EveryPageTests.PictureOf($"records-2-{width}"), FullPage = true });
            await page.Context.CloseAsync();
        }
    }
}
