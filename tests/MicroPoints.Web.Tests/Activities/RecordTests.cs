using Microsoft.Playwright;

namespace MicroPoints.Web.Tests;

public sealed class RecordTests(DeskServer server) : IClassFixture<DeskServer>
{
    private const string Quiet = "990101110", Visits = "/record?chamber=990101110&kind=member.visited";

    [Fact]
    public async Task What_is_typed_is_weighed_at_once_and_nothing_is_written_by_it()
    {
        var page = await server.Clerk();
        await page.GotoAsync(Visits);
        var before = await Records(page);
        await page.GotoAsync(Visits);
        await page.Locator("#count").FillAsync("3");
        await Assertions.Expect(page.Locator("#preview")).ToContainTextAsync("M1");
        Assert.Equal(before, await Records(page));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_is_recorded_with_and_without_script(bool scripts)
    {
        var page = await server.Clerk(scripts: scripts);
        var before = await Records(page);
        await page.GotoAsync("/record");
        await page.Locator("#chamber").SelectOptionAsync(Quiet);
        await page.Locator("#kind").SelectOptionAsync("policy-session.held");
        await page.GetByRole(AriaRole.Button, new() { Name = "下一步" }).ClickAsync();
        await page.Locator("#count").FillAsync("1");
        await page.Locator("#reason").FillAsync("惠企政策宣讲，签到表存放于办公室");
        await page.GetByRole(AriaRole.Button, new() { Name = "先看看得分" }).ClickAsync();
        await Assertions.Expect(page.Locator("#preview")).ToContainTextAsync("分");
        Assert.Equal("惠企政策宣讲，签到表存放于办公室", await page.Locator("#reason").InputValueAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已记录");
        Assert.Equal(before + 1, await Records(page));
    }

    [Fact]
    public async Task Sent_twice_it_is_recorded_once()
    {
        var page = await server.Clerk(scripts: false);
        await page.GotoAsync(Visits);
        var before = await Records(page);
        await page.GotoAsync(Visits);
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).DblClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已记录");
        Assert.Equal(before + 1, await Records(page));
    }

    [Fact]
    public async Task A_record_is_taken_back_with_a_reason_and_both_stay_to_be_seen()
    {
        var page = await server.Clerk(scripts: false);
        await page.GotoAsync(Visits);
        await page.Locator("#reason").FillAsync("走访了两次");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await page.GotoAsync($"/chambers/{Quiet}");
        await page.Locator(".timeline li", new() { HasText = "走访了两次" }).GetByRole(AriaRole.Link, new() { Name = "更正" }).ClickAsync();
        await page.Locator("#reason").FillAsync("录错了商会");
        await page.GetByRole(AriaRole.Button, new() { Name = "撤销这条记录" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已撤销");
        await page.GotoAsync($"/chambers/{Quiet}");
        await Assertions.Expect(page.Locator(".timeline li.reversed", new() { HasText = "走访了两次" })).ToContainTextAsync("已更正");
    }

    [Fact]
    public async Task Bad_fields_are_told_all_at_once_and_what_was_typed_stays()
    {
        var page = await server.Clerk(scripts: false);
        await page.GotoAsync("/record?chamber=990101110&kind=member.satisfaction");
        await page.Locator("#asked").FillAsync("很多");
        await page.Locator("#answered").FillAsync("12.5");
        await page.Locator("#satisfied").FillAsync("10");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("还没有保存");
        Assert.Equal(2, await page.Locator(".problem").CountAsync());
        Assert.Equal("很多", await page.Locator("#asked").InputValueAsync());
        Assert.Equal("10", await page.Locator("#satisfied").InputValueAsync());
    }

    [Fact]
    public async Task A_refusal_is_told_in_words_with_what_to_do()
    {
        var page = await server.Clerk(scripts: false);
        await page.GotoAsync("/record?chamber=990101110&kind=member.satisfaction");
        await page.Locator("#asked").FillAsync("10");
        await page.Locator("#answered").FillAsync("12");
        await page.Locator("#satisfied").FillAsync("10");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("实际参评人数不能多于应参评人数");
    }

    [Fact]
    public async Task The_keyboard_alone_can_record()
    {
        var page = await server.Clerk();
        var before = await Records(page);
        await page.GotoAsync(Visits);
        await page.Locator("#count").FocusAsync();
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("2");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已记录");
        Assert.Equal(before + 1, await Records(page));
    }

    [Fact]
    public async Task Hostile_text_is_shown_as_text()
    {
        const string hostile = "<script>document.title='x'</script><b onmouseover=alert(1)>&amp;";
        var page = await server.Clerk();
        await page.GotoAsync("/record?chamber=990101110&kind=proposal.adopted");
        await page.GetByLabel("县级采用").CheckAsync();
        await page.Locator("#key").FillAsync("<i>甲</i>");
        await page.Locator("#reason").FillAsync(hostile);
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("不能有空格和其他符号");
        Assert.Equal("<i>甲</i>", await page.Locator("#key").InputValueAsync());
        await page.Locator("#key").FillAsync("建议-甲");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已记录");
        await page.GotoAsync($"/chambers/{Quiet}");
        await Assertions.Expect(page.Locator(".timeline .reason", new() { HasText = "<script>" })).ToHaveTextAsync(hostile);
        Assert.Equal(0, await page.Locator(".timeline b, main script").CountAsync());
        Assert.NotEqual("x", await page.TitleAsync());
    }

    [Fact]
    public async Task A_form_without_its_own_token_writes_nothing()
    {
        var page = await server.Clerk();
        var before = await Records(page);
        var answer = await page.Context.APIRequest.PostAsync($"{server.Address}{Visits}", new()
        {
            Form = page.Context.APIRequest.CreateFormData().Set("_handler", "record").Set("chamber", Quiet).Set("kind", "member.visited")
                .Set("count", "1").Set("on", "2026-05-01").Set("do", "record"),
        });
        Assert.Equal(400, answer.Status);
        Assert.Equal(before, await Records(page));
    }

    private static async Task<int> Records(IPage page)
    {
        await page.GotoAsync($"/chambers/{Quiet}");
        return await page.Locator(".timeline li").CountAsync();
    }
}
