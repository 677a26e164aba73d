using System.Text;
using Microsoft.Playwright;

namespace MicroPoints.Web.Tests;

/// <summary>The rules that are in force, line by line.</summary>
public sealed class RulesPrintTests(DeskServer server) : IClassFixture<DeskServer>
{
    [Fact]
    public async Task A_line_can_be_pointed_at_and_says_its_clause_and_who_confirms_it()
    {
        var page = await server.Clerk(scripts: false);
        await page.GotoAsync("/rules");
        await page.GetByRole(AriaRole.Link, new() { Name = "逐条阅读" }).ClickAsync();
        var line = page.Locator("tr[id='line-M1']");
        await Assertions.Expect(line).ToContainTextAsync("按“走访会员并建立需求清单”计，每次（每件）0.5 分");
        await Assertions.Expect(line).ToContainTextAsync("〔2〕M1");
        await Assertions.Expect(line.Locator("strong")).ToHaveTextAsync("县工商联");
        await Assertions.Expect(line).ToContainTextAsync("佐证：工作记录、需求清单");
        await line.GetByRole(AriaRole.Link, new() { Name = "M1" }).ClickAsync();
        Assert.EndsWith("/rules/micro-points#line-M1", page.Url, StringComparison.Ordinal);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("选项“应建未建党组织限制等次”启用时适用，现已启用");
        var ids = await page.Locator("tr[id^='line-']").EvaluateAllAsync<string[]>("rows => rows.map(r => r.id)");
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.True(ids.Length > 50);
    }

    [Fact]
    public async Task A_ruleset_that_is_not_adopted_is_not_there()
    {
        var page = await server.Clerk(scripts: false);
        Assert.Equal(404, (await page.GotoAsync("/rules/no-such"))!.Status);
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("没有采用");
        Assert.Equal(404, (await page.Context.APIRequest.GetAsync($"{server.Address}/rules/no-such/print.html")).Status);
    }

    [Fact]
    public async Task It_is_downloaded_as_one_page_that_says_whose_data_these_are()
    {
        var page = await server.Clerk(scripts: false);
        var answer = await page.Context.APIRequest.GetAsync($"{server.Address}/rules/micro-points/print.html");
        Assert.StartsWith("attachment", answer.Headers["content-disposition"], StringComparison.Ordinal);
        var html = Encoding.UTF8.GetString(await answer.BodyAsync());
        Assert.Contains("程序生成，非真实数据", html, StringComparison.Ordinal);
        Assert.Contains("id=\"line-M1\"", html, StringComparison.Ordinal);
        var nobody = await (await server.Visitor()).Context.APIRequest
            .GetAsync($"{server.Address}/rules/micro-points/print.html", new() { MaxRedirects = 0 });
        Assert.Equal(302, nobody.Status);
    }

    [Fact]
    public async Task The_page_of_its_own_shows_as_its_own_policy_allows_and_fits_a_phone_and_a_sheet()
    {
        var page = await server.Clerk();
        var html = await (await page.Context.APIRequest.GetAsync($"{server.Address}/rules/micro-points/print.html")).TextAsync();
        var alone = await server.Visitor(390);
        var faults = new List<string>();
        alone.Console += (_, said) => { if (said.Type == "error") faults.Add(said.Text); };
        await alone.SetContentAsync(html);
        Assert.Empty(faults);
        Assert.True(await alone.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") <= 0, "it scrolls sideways");
        await alone.SetViewportSizeAsync(1000, 1300);
        Assert.Equal("rgb(18, 58, 95)", await alone.EvaluateAsync<string>("getComputedStyle(document.querySelector('h1')).color"));
        await alone.ScreenshotAsync(new() { Path = EveryPageTests.PictureOf("rules-print-file") });
        await alone.EmulateMediaAsync(new() { Media = Media.Print });
        await alone.SetViewportSizeAsync(700, 1000);
        Assert.True(await alone.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") <= 0, "it is wider than a sheet");
        Assert.Equal("table-cell", await alone.EvaluateAsync<string>("getComputedStyle(document.querySelector('.rules td')).display"));
        await alone.ScreenshotAsync(new() { Path = EveryPageTests.PictureOf("rules-print-sheet"), FullPage = true });
    }
}
