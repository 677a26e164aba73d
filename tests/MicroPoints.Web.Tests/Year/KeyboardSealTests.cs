using Microsoft.Playwright;

namespace MicroPoints.Web.Tests;

/// <summary>A round without a mouse; it closes the year, so the county is its own.</summary>
public sealed class KeyboardSealTests(DeskServer server) : IClassFixture<DeskServer>
{
    [Fact]
    public async Task A_round_is_taken_to_its_seal()
    {
        server.Now = new DateTimeOffset(2027, 1, 5, 2, 0, 0, TimeSpan.Zero);
        var page = await server.Clerk();
        var keys = new Keyboard(page);
        await keys.Press(keys.Link("年度评价"));
        await keys.Press(keys.Button("开始"));
        await keys.Press(keys.Button("锁定"));
        await keys.Type(keys.Field("bodies"), "县税务局");
        await keys.Press(page.Locator("#vetting").GetByRole(AriaRole.Button, new() { Name = "登记" }).First);
        await keys.Press(page.Locator("#vetting form").Last.GetByRole(AriaRole.Button, new() { Name = "登记" }));
        await keys.Type(keys.Field("place"), "县政府网站");
        await keys.Press(keys.Button("登记公示"));
        // The clock is not put forward before it is posted.
        await Assertions.Expect(page.Locator("#notice.step-waiting")).ToHaveCountAsync(1, new() { Timeout = 60_000 });
        var round = page.Url;
        server.Now = new DateTimeOffset(2027, 1, 14, 2, 0, 0, TimeSpan.Zero);
        page = await server.Clerk();
        keys = new Keyboard(page);
        await page.GotoAsync(round);
        await keys.Type(keys.Field("minutes"), "〔2027〕1号");
        await keys.Press(keys.Button("确定"));
        await keys.Press(keys.Button("封存"));
        await Assertions.Expect(page.Locator("#seal")).ToContainTextAsync("已封存");
    }
}
