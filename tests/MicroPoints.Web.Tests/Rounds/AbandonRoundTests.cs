using MicroPoints.Rounds;
using Microsoft.Playwright;

namespace MicroPoints.Web.Tests;

/// <summary>A round that was opened by mistake is abandoned at the desk, after a look at what follows.</summary>
public sealed class AbandonRoundTests(DeskServer server) : IClassFixture<DeskServer>
{
    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task It_is_abandoned_with_a_reason_and_another_is_opened(int width)
    {
        server.Now = new DateTimeOffset(2027, 1, 5, 2, 0, 0, TimeSpan.Zero);
        var page = await server.Clerk(width);
        await page.GotoAsync("/rounds");
        await Press(page, "开始");
        var first = page.Url;
        await page.GetByRole(AriaRole.Link, new() { Name = "放弃这次评价" }).ClickAsync();
        await Shown(page, $"round-abandon-{width}");
        await page.Locator("#reason").FillAsync("   ");
        await Press(page, "确认放弃");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("请写明为什么放弃");
        const string why = "开错了年度<script>alert(1)</script>";
        await page.Locator("#reason").FillAsync(why);
        await Press(page, "确认放弃");
        Assert.Equal(first, page.Url);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync($"理由：{why}");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("（已放弃）");
        Assert.Equal(0, await page.Locator("main form").CountAsync());
        await Shown(page, $"round-abandoned-{width}");
        Assert.Equal(404, (await page.GotoAsync($"{first}/abandon"))!.Status);

        await page.GotoAsync("/desk");
        Assert.DoesNotContain("2026 年度评价", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.GotoAsync("/rounds");
        await Assertions.Expect(page.Locator("table.lines")).ToContainTextAsync("已放弃");
        await Shown(page, $"rounds-abandoned-{width}");
        await Press(page, "开始");
        Assert.NotEqual(first, page.Url);
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("2026 年度评价（澜屏县）");
        Assert.IsType<Runtime.Answer.Recorded>(await server.Workspace.Rounds.Abandon(
            new RoundId(page.Url.Split('/')[^1]), "试完了", SealedYear.By, default));
    }

    [Fact]
    public async Task A_locked_round_has_no_such_way()
    {
        server.Now = new DateTimeOffset(2027, 1, 5, 2, 0, 0, TimeSpan.Zero);
        var (rounds, trial) = (server.Workspace.Rounds, new RoundId("trial-locked"));
        await rounds.Open(trial, new RoundOpened("micro-points", Period.Year(2026), new RegionCode("990101"), [],
            RoundPurpose.Rehearsal, "light", null), SealedYear.By, default);
        var page = await server.Clerk();
        await page.GotoAsync($"/rounds/{trial}");
        Assert.Equal(1, await page.Locator($"a[href='/rounds/{trial}/abandon']").CountAsync());
        await rounds.Lock(trial, null, false, SealedYear.By, null, default);
        await page.ReloadAsync();
        Assert.Equal(0, await page.Locator($"a[href='/rounds/{trial}/abandon']").CountAsync());
        Assert.Equal(404, (await page.GotoAsync($"/rounds/{trial}/abandon"))!.Status);
    }

    private static Task Press(IPage page, string name) =>
        page.Locator("main").GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    private static async Task Shown(IPage page, string name)
    {
        await page.ScreenshotAsync(new() { Path = EveryPageTests.PictureOf(name), FullPage = true });
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") <= 0, $"{name} scrolls sideways");
        if (Browser.HasAxe) Assert.Empty(await EveryPageTests.Findings(page));
    }
}
