using Microsoft.Playwright;

namespace MicroPoints.Web.Tests;

/// <summary>A county's year, from the lock to the proof, by one person at the desk, without script.</summary>
public sealed class LightRoundTests(DeskServer server) : IClassFixture<DeskServer>
{
    [Fact]
    public async Task One_person_takes_a_round_from_the_lock_to_the_proof()
    {
        server.Now = new DateTimeOffset(2027, 1, 5, 2, 0, 0, TimeSpan.Zero);
        var page = await server.Clerk(scripts: false);
        await page.GotoAsync("/rounds");
        await Press(page, "开始");
        await Assertions.Expect(page.Locator("#lock")).ToContainTextAsync("现在要办");

        await Press(page, "锁定");
        await Assertions.Expect(page.Locator("#lock")).ToContainTextAsync("15 家商会，本年度已封账");

        await page.Locator("#vetting #bodies").FillAsync("县市场监管局\n县税务局");
        await page.Locator("#vetting").GetByRole(AriaRole.Button, new() { Name = "登记" }).First.ClickAsync();
        await page.Locator("#vetting form").Last.GetByRole(AriaRole.Button, new() { Name = "登记" }).ClickAsync();
        await Assertions.Expect(page.Locator("#vetting .state")).ToHaveTextAsync("已完成");

        await page.Locator("#notice #place").FillAsync("县政府网站");
        await Press(page, "登记公示");
        await Assertions.Expect(page.Locator("#notice")).ToContainTextAsync("2027年1月12日止");

        await page.Locator("#objections summary").ClickAsync();
        await page.Locator("#about").SelectOptionAsync(new SelectOptionValue { Label = "澜屏县稻漪镇商会" });
        await page.Locator("#who").FillAsync("稻漪镇商会秘书长");
        await page.Locator("#what").FillAsync("漏记了三件调解");
        await page.Locator("#objections form").GetByRole(AriaRole.Button, new() { Name = "登记" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "需要补录的，先在这里补录" }).ClickAsync();
        await page.Locator("#kind").SelectOptionAsync("dispute.mediated");
        await Press(page, "下一步");
        await page.Locator("#count").FillAsync("3");
        await page.Locator("#on").FillAsync("2026-11-20");
        await Press(page, "保存");
        await page.GetByRole(AriaRole.Link, new() { Name = "回到异议处理" }).ClickAsync();
        await page.Locator(".objection #reason").FillAsync("经核查属实");
        await Press(page, "采纳并重算");
        var moved = page.Locator(".objection tbody tr");
        await Assertions.Expect(moved.Filter(new() { HasText = "澜屏县稻漪镇商会" })).ToContainTextAsync("66.85 → 69.85");
        await Assertions.Expect(moved.Filter(new() { HasText = "澜屏县芦漪镇商会" })).ToContainTextAsync("68.35");
        Assert.Equal(2, await moved.CountAsync());
        await Assertions.Expect(page.Locator("#notice .state")).ToHaveTextAsync("现在要办");

        await page.Locator("#notice #place").FillAsync("县政府网站");
        await Press(page, "登记公示");
        server.Now = new DateTimeOffset(2027, 1, 13, 2, 0, 0, TimeSpan.Zero);
        var round = page.Url;
        // A week later nobody is signed in any more.
        page = await server.Clerk(scripts: false);
        await page.GotoAsync(round);
        await page.Locator("#minutes").FillAsync("〔2027〕1号");
        var first = page.Locator("#decision fieldset").First.Locator("input[type=checkbox]:checked").First;
        await first.UncheckAsync();
        await Press(page, "确定");
        await Assertions.Expect(page.Locator("#decision").GetByRole(AriaRole.Alert)).ToContainTextAsync("理由");
        Assert.Equal("〔2027〕1号", await page.Locator("#minutes").InputValueAsync());
        await page.Locator("#decision fieldset").First.Locator("input[maxlength]").First.FillAsync("因欠缴会费，本年暂不推荐");
        await Press(page, "确定");
        await Assertions.Expect(page.Locator("#decision")).ToContainTextAsync("因欠缴会费，本年暂不推荐");
        await Assertions.Expect(page.Locator("#decision")).ToContainTextAsync("主席办公会确定");
        await Press(page, "封存");
        await Assertions.Expect(page.Locator("#seal")).ToContainTextAsync("已封存");

        var proof = await page.Context.APIRequest.GetAsync($"{page.Url}/proof");
        Assert.Equal(200, proof.Status);
        Assert.Equal("PK"u8.ToArray(), (await proof.BodyAsync())[..2]);
        await EveryPaperIsThere(page);
    }

    /// <summary>Nine papers, one of them for each chamber, and the announcement with and without the meeting's reasons.</summary>
    private async Task EveryPaperIsThere(IPage page)
    {
        var links = await page.Locator("#papers .papers a").EvaluateAllAsync<string[]>("all => all.map(a => a.href)");
        Assert.Equal(8 + 15 + 1, links.Length);
        foreach (var link in links)
        {
            var paper = await page.Context.APIRequest.GetAsync(link);
            Assert.Equal((200, "PK"), (paper.Status, System.Text.Encoding.ASCII.GetString((await paper.BodyAsync())[..2])));
            Assert.Contains(".docx", paper.Headers["content-disposition"], StringComparison.Ordinal);
        }
        foreach (var wrong in (string[])["feedback", "feedback?chamber=elsewhere", "medal"])
            Assert.Equal(404, (await page.Context.APIRequest.GetAsync($"{page.Url.Split('#')[0]}/papers/{wrong}")).Status);
        var stranger = await server.Visitor();
        await stranger.GotoAsync(links[0]);
        Assert.StartsWith($"{server.Address}/sign-in", stranger.Url, StringComparison.Ordinal);
        await page.GotoAsync("/chambers/990101110");
        Assert.Contains(links, l => l.EndsWith("feedback?chamber=990101110", StringComparison.Ordinal));
        Assert.EndsWith("/papers/feedback?chamber=990101110",
            await page.GetByRole(AriaRole.Link, new() { Name = "打印得分反馈单" }).GetAttributeAsync("href"), StringComparison.Ordinal);
        await page.GotoAsync("/rounds");
        await page.Locator("main table").GetByRole(AriaRole.Link, new() { Name = "2026 年度评价（澜屏县）", Exact = true }).ClickAsync();
        foreach (var width in (int[])[1280, 390])
        {
            await page.SetViewportSizeAsync(width, 900);
            Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") <= 0, "it scrolls sideways");
            await page.Locator("#papers").ScreenshotAsync(new() { Path = EveryPageTests.PictureOf($"papers-{width}") });
        }
    }

    private static Task Press(IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();
}
