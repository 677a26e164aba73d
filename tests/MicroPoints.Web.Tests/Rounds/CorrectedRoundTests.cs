using Microsoft.Playwright;

namespace MicroPoints.Web.Tests;

/// <summary>Objections that are right because something counted that should not have, answered at the desk without script.</summary>
public sealed class CorrectedRoundTests(DeskServer server) : IClassFixture<DeskServer>
{
    private const string Daoyi = "澜屏县稻漪镇商会", Luyi = "澜屏县芦漪镇商会";

    [Fact]
    public async Task Corrections_are_taken_in_for_one_chamber_and_for_the_whole_list()
    {
        server.Now = new DateTimeOffset(2027, 1, 5, 2, 0, 0, TimeSpan.Zero);
        var page = await server.Clerk(scripts: false);
        await Noticed(page);
        await Object(page, Luyi, "调解有一件不是商会办的");
        await Object(page, null, "名单里还有不实的记录");
        await NothingIsAcceptedThatChangesNothing(page);

        await Link(page.Locator(".objection").First, "需要更正的，先在商会页面更正");
        await TakeBack(page, "成功调解纠纷", "经查不是商会调解");
        await OneChamberIsCorrected(page);

        await page.Locator(".objection summary").ClickAsync();
        await Link(page.Locator(".objection").Nth(1), Daoyi);
        await TakeBack(page, "成功调解纠纷", "重复登记");
        await TheWholeListIsCorrected(page);
    }

    private static async Task Noticed(IPage page)
    {
        await page.GotoAsync("/rounds");
        await Press(page, "开始");
        await Press(page, "锁定");
        await page.Locator("#vetting #bodies").FillAsync("县税务局");
        await Press(page.Locator("#vetting"), "登记");
        await page.Locator("#vetting form").Last.GetByRole(AriaRole.Button, new() { Name = "登记" }).ClickAsync();
        await page.Locator("#notice #place").FillAsync("县政府网站");
        await Press(page, "登记公示");
    }

    private static async Task Object(IPage page, string? about, string what)
    {
        await page.Locator("#objections summary").ClickAsync();
        if (about is not null) await page.Locator("#about").SelectOptionAsync(new SelectOptionValue { Label = about });
        await page.Locator("#who").FillAsync("来信人");
        await page.Locator("#what").FillAsync(what);
        await page.Locator("#objections details form").GetByRole(AriaRole.Button, new() { Name = "登记" }).ClickAsync();
    }

    private static async Task NothingIsAcceptedThatChangesNothing(IPage page)
    {
        var whole = page.Locator(".objection").Nth(1);
        await whole.Locator("#reason").FillAsync("属实");
        await Press(whole, "采纳并重算");
        await Assertions.Expect(page.Locator("#objections").GetByRole(AriaRole.Alert)).ToContainTextAsync("先补录或更正");
        Assert.Equal(2, await page.Locator(".objection form").CountAsync());
    }

    /// <summary>Its correction is ticked, lowers it, and moves another up.</summary>
    private static async Task OneChamberIsCorrected(IPage page)
    {
        var (one, whole) = (page.Locator(".objection").First, page.Locator(".objection").Nth(1));
        await Assertions.Expect(whole.Locator("label:has(input[type=checkbox])")).ToContainTextAsync($"更正（撤销） · {Luyi}");
        Assert.False(await whole.Locator("input[type=checkbox]").IsCheckedAsync());
        Assert.True(await one.Locator("input[type=checkbox]").IsCheckedAsync());
        await page.Locator("#objections").ScreenshotAsync(new() { Path = EveryPageTests.PictureOf("objections-corrected") });
        await one.Locator("#reason").FillAsync("经核查属实");
        await Press(one, "采纳并重算");
        var moved = page.Locator(".objection").First.Locator("tbody tr");
        await Assertions.Expect(moved.Filter(new() { HasText = Luyi })).ToContainTextAsync("68.35 → 66.35");
        await Assertions.Expect(moved.Filter(new() { HasText = Daoyi })).ToContainTextAsync("66.85");
        Assert.Equal(2, await moved.CountAsync());
        Assert.Equal(0, await page.Locator(".objection").Nth(1).Locator("input[type=checkbox]").CountAsync());
    }

    private static async Task TheWholeListIsCorrected(IPage page)
    {
        var whole = page.Locator(".objection").Nth(1);
        await whole.Locator("#reason").FillAsync("经核查属实");
        await Press(whole, "采纳并重算");
        await Assertions.Expect(page.Locator("#objections").GetByRole(AriaRole.Alert)).ToContainTextAsync("至少勾选一条");
        await whole.Locator("input[type=checkbox]").CheckAsync();
        await Press(whole, "采纳并重算");
        await Assertions.Expect(whole.Locator("tbody tr").Filter(new() { HasText = Daoyi })).ToContainTextAsync("66.85 → ");
        Assert.Equal(0, await page.Locator(".objection form").CountAsync());
        await page.Locator("#objections").ScreenshotAsync(new() { Path = EveryPageTests.PictureOf("objections-answered") });
        await Assertions.Expect(page.Locator("#notice .state")).ToHaveTextAsync("现在要办");
    }

    private static async Task TakeBack(IPage page, string what, string why)
    {
        await Link(page.Locator(".timeline li:not(.reversed)").Filter(new() { HasText = what }).First, "更正");
        await page.Locator("form textarea").FillAsync(why);
        await Press(page, "撤销这条记录");
        await page.GetByRole(AriaRole.Link, new() { Name = "回到异议处理" }).ClickAsync();
    }

    private static Task Link(ILocator within, string name) =>
        within.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).ClickAsync();

    private static Task Press(IPage page, string button) => Press(page.Locator("main"), button);

    private static Task Press(ILocator within, string button) =>
        within.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();
}
