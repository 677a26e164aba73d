using Microsoft.Playwright;

namespace MicroPoints.Web.Tests;

/// <summary>What the county chooses for itself, and rounds that obey it.</summary>
public sealed class ProfileTests(DeskServer server) : IClassFixture<DeskServer>
{
    private const string Hostile = "县工联〔2026〕3号<script>document.title='x'</script><b>";

    [Fact]
    public async Task What_is_chosen_is_listed_and_the_next_round_is_held_so()
    {
        server.Now = new DateTimeOffset(2027, 1, 5, 2, 0, 0, TimeSpan.Zero);
        var page = await server.Clerk(scripts: false);
        await page.GotoAsync("/settings");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("现在：公示不少于 5 个工作日；联审（征求意见）必办");
        await page.Locator("#days").FillAsync("３");
        await page.GetByLabel("可以不办").CheckAsync();
        await page.Locator("#reason").FillAsync(Hostile);
        await Press(page, "改成这样");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("5 到 60 个工作日");
        Assert.Equal(("３", Hostile), (await page.Locator("#days").InputValueAsync(), await page.Locator("#reason").InputValueAsync()));
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("现在：公示不少于 5 个工作日");

        await page.Locator("#days").FillAsync("7");
        await page.GetByRole(AriaRole.Button, new() { Name = "改成这样" }).DblClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("现在：公示不少于 7 个工作日；联审（征求意见）可以不办");
        var listed = page.Locator("#profile ~ table").First.Locator("tbody tr");
        Assert.Equal(1, await listed.CountAsync());
        foreach (var words in (string[])["2027-01-05", "演示经办人", "不少于 7 个工作日", "可以不办", Hostile])
            await Assertions.Expect(listed).ToContainTextAsync(words);
        Assert.Equal(0, await page.Locator("main b, main script").CountAsync());
        await page.ScreenshotAsync(new() { Path = EveryPageTests.PictureOf("settings-chosen-1280"), FullPage = true });

        await page.GotoAsync("/rounds");
        await Press(page, "开始");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("按本县流程办：公示不少于 7 个工作日");
        await Press(page, "锁定");
        await Assertions.Expect(page.Locator("#vetting .state")).ToContainTextAsync("可以不办");
        await page.Locator("#notice #place").FillAsync("县政府网站");
        Assert.Equal("7", await page.Locator("#notice #days").InputValueAsync());
        await page.Locator("#notice #days").FillAsync("6");
        await Press(page, "登记公示");
        await Assertions.Expect(page.Locator("#notice").GetByRole(AriaRole.Alert)).ToContainTextAsync("比本次评价要求的少");
        await page.Locator("#notice #days").FillAsync("7");
        await Press(page, "登记公示");
        await Assertions.Expect(page.Locator("#notice")).ToContainTextAsync("公示 7 个工作日");
        await page.ScreenshotAsync(new() { Path = EveryPageTests.PictureOf("round-chosen-1280"), FullPage = true });
    }

    [Fact]
    public async Task The_county_is_called_by_its_name()
    {
        var page = await server.Clerk();
        await page.GotoAsync("/county");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("虚构省霁川市澜屏县");
        await Assertions.Expect(page.Locator("footer")).ToContainTextAsync("澜屏县");
    }

    private static Task Press(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
}
