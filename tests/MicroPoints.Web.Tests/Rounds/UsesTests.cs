using Microsoft.Playwright;

namespace MicroPoints.Web.Tests;

/// <summary>Uses of a sealed round's result, recorded and withdrawn at the desk without script.</summary>
public sealed class UsesTests(DeskServer server) : IClassFixture<DeskServer>
{
    private const string Chosen = "澜屏县芦漪镇商会", Uses = "/rounds/2026-annual/uses";

    [Fact]
    public async Task A_clerk_records_a_use_finds_it_everywhere_and_withdraws_it()
    {
        await SealedYear.In(server);
        var page = await server.Clerk(scripts: false);
        await page.GotoAsync("/rounds/2026-annual");
        await page.GetByRole(AriaRole.Link, new() { Name = "登记和查看运用记录" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("还没有登记运用");

        await Fill(page, "县政协办公室", "评先评优", "2027-01-12");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("运用日期不能早于会议确定的日期（2027年1月13日）");
        Assert.Equal("县政协办公室", await page.Locator("#body").InputValueAsync());
        await Fill(page, "县政协办公室", "评先评优", "2027-01-13");
        await Fill(page, "<b>县民政局</b>", "购买服务\"'><script>", "2027-01-13");
        await Assertions.Expect(page.Locator("table.uses tbody tr")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator("table.uses")).ToContainTextAsync("<b>县民政局</b>");
        await Fits(page, "round-uses", Uses);

        await page.GotoAsync("/uses");
        await Assertions.Expect(page.Locator("table.uses")).ToContainTextAsync("县政协办公室");
        await Fits(page, "uses-filled", "/uses");
        await page.Locator("table.uses").GetByRole(AriaRole.Link, new() { Name = Chosen, Exact = true }).First.ClickAsync();
        await Assertions.Expect(page.Locator("table.uses")).ToContainTextAsync("评先评优");

        await page.Locator("table.uses tr").Filter(new() { HasText = "<b>县民政局</b>" })
            .GetByRole(AriaRole.Link, new() { Name = "撤回" }).ClickAsync();
        await Fits(page, "use-withdraw", new Uri(page.Url).PathAndQuery);
        await page.Locator("#reason").FillAsync("误登记");
        await page.GetByRole(AriaRole.Button, new() { Name = "撤回", Exact = true }).ClickAsync();
        Assert.EndsWith(Uses, page.Url, StringComparison.Ordinal);
        await Assertions.Expect(page.Locator("tr.withdrawn")).ToContainTextAsync("误登记");
        await Fits(page, "round-uses-withdrawn", Uses);

        var book = await page.Context.APIRequest.GetAsync("/exports/uses.xlsx");
        Assert.Equal((200, "PK"), (book.Status, System.Text.Encoding.ASCII.GetString((await book.BodyAsync())[..2])));
        Assert.Equal(404, (await page.GotoAsync($"{Uses}/nothing/withdraw"))!.Status);
        Assert.Equal(404, (await page.GotoAsync("/rounds/elsewhere/uses"))!.Status);
    }

    private static async Task Fill(IPage page, string body, string purpose, string on)
    {
        await page.Locator("#result").SelectOptionAsync(new SelectOptionValue { Label = $"{Chosen} · 等次：一般" });
        await page.Locator("#body").FillAsync(body);
        await page.Locator("#purpose").FillAsync(purpose);
        await page.Locator("#on").FillAsync(on);
        await page.Locator("#document").FillAsync("县协办函〔2027〕2号");
        await page.Locator("#note").FillAsync("经主席会商议");
        await page.GetByRole(AriaRole.Button, new() { Name = "登记", Exact = true }).ClickAsync();
    }

    /// <summary>At a desk's and a phone's width nothing scrolls sideways, and nothing keeps people from using it.</summary>
    private async Task Fits(IPage page, string name, string path)
    {
        foreach (var width in (int[])[1280, 390])
        {
            var other = await server.Clerk(width);
            await other.GotoAsync(path);
            await other.ScreenshotAsync(new() { Path = EveryPageTests.PictureOf($"{name}-{width}"), FullPage = true });
            Assert.True(await other.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") <= 0,
                $"{name} scrolls sideways");
            Assert.Empty(await EveryPageTests.Findings(other));
            await other.Context.CloseAsync();
        }
        await page.GotoAsync(path);
    }
}
