using Microsoft.Playwright;

namespace MicroPoints.Web.Tests;

/// <summary>A chamber's page tells how each line was worked out and what advice leaves out; its own card compares nothing.</summary>
public sealed class StepsTests(DeskServer server) : IClassFixture<DeskServer>
{
    [Fact]
    public async Task Each_line_tells_how_it_was_worked_out_down_to_the_points_beside_it()
    {
        var page = await server.Clerk();
        await page.GotoAsync("/chambers/990101001");
        var line = page.Locator(".lines tr", new() { HasText = "走访会员" }).Filter(new() { Has = page.Locator(".steps") }).First;
        await Assertions.Expect(line.Locator(".steps li").First).ToBeHiddenAsync();
        await line.Locator("summary").ClickAsync();
        var steps = await line.Locator(".steps li").AllInnerTextsAsync();
        Assert.StartsWith("计入：", steps[0], StringComparison.Ordinal);
        Assert.Contains(steps, s => s.StartsWith("取值 0.5：自 2026-01-01 起施行", StringComparison.Ordinal));
        var points = (await line.Locator("td").Nth(1).InnerTextAsync()).Split('/')[0].Trim().TrimEnd('0').TrimEnd('.');
        Assert.EndsWith(points, steps[^1], StringComparison.Ordinal);
        var closed = page.Locator(".steps:not([open]) > summary");
        while (await closed.CountAsync() > 0) await closed.First.ClickAsync();
        await page.Locator(".category").First.ScreenshotAsync(new() { Path = EveryPageTests.PictureOf("chamber-steps") });
        Assert.Equal([], await EveryPageTests.Findings(page));
        await page.SetViewportSizeAsync(390, 844);
        await page.Locator(".category").First.ScreenshotAsync(new() { Path = EveryPageTests.PictureOf("chamber-steps-390") });
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
    }

    [Fact]
    public async Task The_total_the_limits_and_the_uses_tell_how_they_came()
    {
        var page = await server.Clerk();
        await page.GotoAsync("/chambers/990101001");
        var sum = page.Locator(".card-sum");
        await sum.Locator("summary", new() { HasText = "总分怎么来的" }).ClickAsync();
        var total = (await sum.Locator(".big .number").InnerTextAsync()).TrimEnd('0').TrimEnd('.');
        Assert.EndsWith(total, (await sum.Locator(".steps:not(.rules) li").AllInnerTextsAsync())[^1], StringComparison.Ordinal);
        await sum.Locator(".rules > summary").ClickAsync();
        var rules = await sum.Locator(".rules > ul > li").AllInnerTextsAsync();
        Assert.Contains(rules, r => r.Contains("不符合：", StringComparison.Ordinal));
        await sum.ScreenshotAsync(new() { Path = EveryPageTests.PictureOf("chamber-rules") });
        Assert.Equal([], await EveryPageTests.Findings(page));
        await page.SetViewportSizeAsync(390, 844);
        await sum.ScreenshotAsync(new() { Path = EveryPageTests.PictureOf("chamber-rules-390") });
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
    }

    [Fact]
    public async Task What_is_left_out_of_advice_is_told_with_the_reason()
    {
        var page = await server.Clerk();
        await page.GotoAsync("/chambers/990101004");
        var left = page.Locator("main > details", new() { HasText = "不列入建议" });
        await left.Locator("summary").ClickAsync();
        await Assertions.Expect(left).ToContainTextAsync("由受访的人评价");
        await left.ScreenshotAsync(new() { Path = EveryPageTests.PictureOf("not-advised") });
    }

    [Fact]
    public async Task The_card_that_a_chamber_sees_itself_tells_no_steps_that_compare_it()
    {
        var chamber = new ChamberId("990101001");
        var secret = (await server.Workspace.ChamberLinks.Issue(
            chamber, (await server.Workspace.Seats.Of(chamber, default))!.Value, null, SealedYear.By, default)).Secret;
        var page = await server.Visitor();
        await page.GotoAsync($"/c/{secret}");
        await Assertions.Expect(page.Locator(".card-sum")).ToBeVisibleAsync();
        Assert.Equal(0, await page.Locator(".steps").CountAsync());
    }
}
