using MicroPoints.Activities;
using MicroPoints.Ledger;
using MicroPoints.Runtime;
using Microsoft.Playwright;

namespace MicroPoints.Web.Tests;

/// <summary>Before the seal nothing is confirmed; after it the sealed figures are, and what the ledger says since stands beside.</summary>
public sealed class ConfirmedTests(DeskServer server) : IClassFixture<DeskServer>
{
    private const string Not = "未经年度评价确认", Is = "已经年度评价确认（2026 年度评价（澜屏县），2027年1月13日封存）";

    [Fact]
    public async Task Every_page_tells_sealed_figures_from_those_of_the_ledger_now()
    {
        var chamber = await Least();
        var (secret, own) = (await Link(chamber), $"/chambers/{chamber}");
        string[] paths = ["/desk", "/chambers", own, "/county"];
        var page = await server.Clerk();
        foreach (var path in (string[])[.. paths, secret]) Assert.Contains(Not, await Said(page, path), StringComparison.Ordinal);
        await page.GotoAsync(own);
        var sealedTotal = await page.Locator(".card-sum .number").InnerTextAsync();

        await SealedYear.In(server);
        page = await server.Clerk();
        foreach (var path in (string[])[.. paths, secret])
        {
            var said = await Said(page, path);
            Assert.Contains(Is, said, StringComparison.Ordinal);
            Assert.DoesNotContain(Not, said, StringComparison.Ordinal);
            Assert.DoesNotContain("台账现在", said, StringComparison.Ordinal);
            Assert.Equal(path == secret ? 0 : 1, await page.Locator($"main a[href='/rounds/{SealedYear.Round}']").CountAsync());
        }

        var visitor = await server.Visitor();
        var open = await Said(visitor, "/");
        Assert.Contains("已经年度评价确认（2027年1月13日封存）", open, StringComparison.Ordinal);
        Assert.DoesNotContain(Not, open, StringComparison.Ordinal);

        await RecordLate(chamber);
        foreach (var path in (string[])["/desk", "/chambers", own, secret])
        {
            var said = await Said(page, path);
            Assert.Contains(Is, said, StringComparison.Ordinal);
            Assert.Contains("台账现在", said, StringComparison.Ordinal);
            await Picture(path == secret ? secret : path);
        }
        Assert.Contains("1 家商会", await Said(page, "/county"), StringComparison.Ordinal);
        await Picture("/county");
        await page.GotoAsync(own);
        Assert.Equal(sealedTotal, await page.Locator(".card-sum .number").InnerTextAsync());
        // How it came is told of what was sealed too, not of the ledger now.
        await page.Locator(".card-sum summary", new() { HasText = "总分怎么来的" }).ClickAsync();
        Assert.EndsWith(sealedTotal.Split('/')[0].Trim().TrimEnd('0').TrimEnd('.'),
            (await page.Locator(".card-sum .steps:not(.rules) li").AllInnerTextsAsync())[^1], StringComparison.Ordinal);
    }

    /// <summary>The chamber with the fewest points: no cap keeps another record from counting.</summary>
    private async Task<ChamberId> Least() => (await server.Workspace.Lists.Ask(new StandingsQuery(
        "micro-points", Period.Year(2026), new RegionCode("990101"), null, null, []), null, default)).Rows.MinBy(r => r.Total)!.Id;

    private async Task<string> Link(ChamberId chamber) => "/c/" + (await server.Workspace.ChamberLinks.Issue(
        chamber, (await server.Workspace.Seats.Of(chamber, default))!.Value, null, SealedYear.By, default)).Secret;

    private async Task RecordLate(ChamberId chamber)
    {
        foreach (var command in (LedgerCommand[])[
            new OpenLateWindow(new EntryId("window"), Period.Year(2026), server.Workspace.Today, "核查"),
            new RecordActivity(new EntryId("late"), new KindId("dispute.mediated"), On.Parse("2026-11-20"), new Measured.Count(1))])
            Assert.IsType<Answer.Recorded>(await server.Workspace.Chambers.Run(chamber, SealedYear.By, command, default));
    }

    private static async Task<string> Said(IPage page, string path)
    {
        Assert.Equal(200, (await page.GotoAsync(path))!.Status);
        return await page.Locator("main").InnerTextAsync();
    }

    private async Task Picture(string path)
    {
        foreach (var width in (int[])[1280, 390])
        {
            var page = await server.Clerk(width);
            await page.GotoAsync(path);
            var name = path.Split('/') is ["", "c", _] ? "card" : path.Split('/') is ["", "chambers", _] ? "chamber" : path[1..];
            await page.ScreenshotAsync(new() { Path = EveryPageTests.PictureOf($"confirmed-{name}-{width}"), FullPage = true });
            Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") <= 0,
                $"{name} scrolls sideways");
            if (Browser.HasAxe) Assert.Empty(await EveryPageTests.Findings(page));
            await page.Context.CloseAsync();
        }
    }
}
