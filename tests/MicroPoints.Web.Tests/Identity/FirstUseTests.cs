using Microsoft.Playwright;

namespace MicroPoints.Web.Tests;

/// <summary>The first hour of a county in a real browser without script: from the printed link to a chamber that sees its card.</summary>
public sealed class FirstUseTests
{
    [Fact]
    public async Task From_the_printed_link_to_a_card_on_a_phone()
    {
        await using var own = await SignInTests.Started();
        var page = await Open(own.Server, 1280);
        await page.GotoAsync(own.Server.Links[0]);
        await Picture(page, "set-password-1280");
        await page.GetByLabel("新密码").FillAsync(RealServer.Password);
        await page.GetByLabel("再输一次").FillAsync(RealServer.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "保存并登录" }).ClickAsync();
        Assert.EndsWith("/desk", page.Url, StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Link, new() { Name = "账号", Exact = true }).ClickAsync();
        await page.GetByLabel("姓名").FillAsync("王芳");
        await page.GetByRole(AriaRole.Button, new() { Name = "开立账号并生成链接" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("一次性链接")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("/set-password/"));
        await Picture(page, "account-opened-1280");

        await page.GetByRole(AriaRole.Link, new() { Name = "商会链接" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = $"给 {RealServer.Name} 发放链接" }).ClickAsync();
        await Assertions.Expect(page.Locator("svg.qr")).ToBeVisibleAsync();
        var link = await page.GetByLabel("商会链接").InputValueAsync();
        await Picture(page, "chamber-link-1280");

        var phone = await Open(own.Server, 390);
        Assert.Equal(200, (await phone.GotoAsync(link))!.Status);
        await Assertions.Expect(phone.GetByRole(AriaRole.Heading, new() { Name = RealServer.Name })).ToBeVisibleAsync();
        await Picture(phone, "card-390");
    }

    private static async Task<IPage> Open(RealServer server, int width)
    {
        var context = await (await Browser.Get()).NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = server.Running.Address,
            JavaScriptEnabled = false,
            Locale = "zh-CN",
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
        });
        return await context.NewPageAsync();
    }

    /// <summary>Nothing is wider than the window, and the picture is kept to be looked at.</summary>
    private static async Task Picture(IPage page, string name)
    {
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") <= 0, $"{name} scrolls sideways");
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = EveryPageTests.PictureOf(name), FullPage = true });
    }
}
