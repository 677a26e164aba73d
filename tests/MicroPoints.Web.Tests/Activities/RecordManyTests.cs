using Microsoft.Playwright;

namespace MicroPoints.Web.Tests;

public sealed class RecordManyTests(DeskServer server) : IClassFixture<DeskServer>
{
    private const string Sessions = "/record/many?kind=policy-session.held", Proposals = "/record/many?kind=proposal.adopted";

    [Theory]
    [InlineData(true, 1280)]
    [InlineData(false, 390)]
    public async Task Fifteen_chambers_are_previewed_recorded_at_once_and_taken_back_as_a_whole(bool scripts, int width)
    {
        var page = await server.Clerk(width, scripts);
        await page.GotoAsync("/desk");
        await page.GetByRole(AriaRole.Link, new() { Name = "成批登记" }).ClickAsync();
        await page.Locator("#kind").SelectOptionAsync("policy-session.held");
        await page.GetByRole(AriaRole.Button, new() { Name = "下一步" }).ClickAsync();
        var rows = await Rows(page);
        Assert.True(rows.Count >= 15);
        foreach (var row in rows.Take(15)) await page.Locator($"[id='count-{row}']").FillAsync("1");
        var document = $"工联〔2026〕{width}号";
        await page.Locator("#document").FillAsync(document);
        await Press(page, "预览");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("登记 15 条，还没有保存");
        Assert.Equal(15, await page.Locator(".grid-outlook:has(.note, .credits)").CountAsync());
        await page.ScreenshotAsync(new() { Path = EveryPageTests.PictureOf($"record-many-preview-{width}"), FullPage = true });
        Assert.Equal(0, await Records(page, rows[14], document));

        await Press(page, "登记");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("15 条");
        await page.ScreenshotAsync(new() { Path = EveryPageTests.PictureOf($"record-many-done-{width}"), FullPage = true });
        foreach (var row in (string[])[rows[0], rows[14]]) Assert.Equal(1, await Records(page, row, document));

        await page.GotoAsync("/imports");
        await page.Locator("tr", new() { HasText = "成批登记：" }).GetByRole(AriaRole.Link, new() { Name = "撤销这次导入" }).First.ClickAsync();
        await page.Locator("#reason").FillAsync("登记错了");
        await Press(page, "撤销整次导入");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("撤回 15 条");
        foreach (var row in (string[])[rows[0], rows[14]]) Assert.Equal(0, await Records(page, row, document));
    }

    [Fact]
    public async Task Bad_cells_are_told_all_at_once_beside_their_fields_and_what_was_typed_stays()
    {
        var page = await server.Clerk(390, scripts: false);
        await page.GotoAsync("/record/many?kind=member.satisfaction");
        var rows = await Rows(page);
        await page.Locator("#document").FillAsync("全县测评");
        await Rate(page, rows[0], "很多", "9", "8");
        await Rate(page, rows[1], "10", "12", "8");
        await Rate(page, rows[2], "10", "9", "");
        await Rate(page, rows[3], "１０", "9", "8");
        await Press(page, "登记");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("有 3 处要改");
        Assert.Equal([$"asked-{rows[0]}", $"asked-{rows[1]}", $"satisfied-{rows[2]}"], await Invalid(page));
        await Assertions.Expect(page.Locator($"[id='asked-{rows[1]}-problem']")).ToContainTextAsync("满意人数不能多于实际参评人数");
        Assert.Equal("很多", await page.Locator($"[id='asked-{rows[0]}']").InputValueAsync());
        Assert.Equal("１０", await page.Locator($"[id='asked-{rows[3]}']").InputValueAsync());
        await page.ScreenshotAsync(new() { Path = EveryPageTests.PictureOf("record-many-problems-390"), FullPage = true });
        Assert.Equal(0, await Records(page, rows[3], "全县测评"));
    }

    [Fact]
    public async Task Sent_twice_it_is_recorded_once()
    {
        var page = await server.Clerk(scripts: false);
        await page.GotoAsync(Sessions);
        var row = (await Rows(page))[4];
        await page.Locator($"[id='count-{row}']").FillAsync("2");
        await page.Locator("#document").FillAsync("重复提交");
        await page.GetByRole(AriaRole.Button, new() { Name = "登记", Exact = true }).DblClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("登记");
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("没有重复登记");
        Assert.Equal(1, await Records(page, row, "重复提交"));
    }

    [Fact]
    public async Task A_state_is_chosen_for_many_and_the_keyboard_alone_can_do_it()
    {
        var page = await server.Clerk();
        await page.GotoAsync("/record/many?kind=party.coverage");
        var row = (await Rows(page))[0];
        await page.Locator($"[id='option-{row}']").FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("联合组建");
        // Enter looks and does not record half a list.
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("登记 1 条，还没有保存");
        await page.GetByRole(AriaRole.Button, new() { Name = "登记", Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已登记");
        Assert.Equal(1, await Records(page, row, "联合组建"));
    }

    [Fact]
    public async Task Hostile_text_is_shown_as_text()
    {
        const string hostile = "<script>document.title='x'</script><b onmouseover=alert(1)>&amp;\"'";
        var page = await server.Clerk();
        await page.GotoAsync(Proposals);
        var row = (await Rows(page))[2];
        await page.Locator($"[id='option-{row}']").SelectOptionAsync("county");
        await page.Locator($"[id='key-{row}']").FillAsync("<i>甲</i>");
        await page.Locator($"[id='reason-{row}']").FillAsync(hostile);
        await page.Locator("#document").FillAsync(hostile);
        await Press(page, "登记");
        Assert.Equal([$"key-{row}"], await Invalid(page));
        Assert.Equal("<i>甲</i>", await page.Locator($"[id='key-{row}']").InputValueAsync());
        Assert.Equal(0, await page.Locator("main i, main b, main script").CountAsync());
        await page.Locator($"[id='key-{row}']").FillAsync("建议-成批");
        await Press(page, "登记");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已登记");
        await page.GotoAsync($"/chambers/{row}");
        await Assertions.Expect(page.Locator(".timeline .reason", new() { HasText = "<script>" }).First).ToContainTextAsync(hostile);
        Assert.Equal(0, await page.Locator(".timeline b, main script").CountAsync());
        Assert.NotEqual("x", await page.TitleAsync());
    }

    [Fact]
    public async Task A_form_without_its_own_token_writes_nothing()
    {
        var page = await server.Clerk();
        await page.GotoAsync(Sessions);
        var row = (await Rows(page))[0];
        var answer = await page.Context.APIRequest.PostAsync($"{server.Address}{Sessions}", new()
        {
            Form = page.Context.APIRequest.CreateFormData().Set("_handler", "grid").Set("kind", "policy-session.held").Set("grid", "w1")
                .Set("on", "2026-05-01").Set($"count-{row}", "1").Set("document", "伪造").Set("do", "record"),
        });
        Assert.Equal(400, answer.Status);
        Assert.Equal(0, await Records(page, row, "伪造"));
    }

    [Theory]
    [InlineData("2027-05-01", "日期在今天之后")]
    [InlineData("", "请填写日期")]
    public async Task A_day_that_cannot_be_is_told_once_and_not_for_every_chamber(string day, string saying)
    {
        var page = await server.Clerk(scripts: false);
        await page.GotoAsync(Sessions);
        foreach (var row in (await Rows(page)).Take(3)) await page.Locator($"[id='count-{row}']").FillAsync("1");
        await page.EvaluateAsync("document.getElementById('on').required = false");
        await page.Locator("#on").FillAsync(day);
        await Press(page, "登记");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("有 1 处要改");
        await Assertions.Expect(page.Locator("#on-problem")).ToContainTextAsync(saying);
    }

    [Fact]
    public async Task A_bad_word_that_all_rows_share_is_told_at_its_own_field()
    {
        var page = await server.Clerk(scripts: false);
        await page.GotoAsync(Sessions);
        await page.Locator($"[id='count-{(await Rows(page))[0]}']").FillAsync("1");
        await page.Locator("#document").FillAsync("工联\u202E号");
        await Press(page, "登记");
        await Assertions.Expect(page.Locator("#document-problem")).ToContainTextAsync("看不见的控制字符");
        Assert.Equal(["document"], await Invalid(page));
    }

    [Fact]
    public async Task What_is_wrong_in_all_rows_alike_is_said_once()
    {
        var page = await server.Clerk(scripts: false);
        await page.GotoAsync(Sessions);
        var rows = await Rows(page);
        foreach (var row in rows) await page.Locator($"[id='count-{row}']").FillAsync("1.5");
        await Press(page, "登记");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert).Locator("li")).ToContainTextAsync($"等 {rows.Count} 处");
        Assert.Equal(rows.Count, (await Invalid(page)).Count);
        await page.ScreenshotAsync(new() { Path = EveryPageTests.PictureOf("record-many-alike-1280"), FullPage = true });
    }

    private static Task Press(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    private static async Task Rate(IPage page, string row, string asked, string answered, string satisfied)
    {
        await page.Locator($"[id='asked-{row}']").FillAsync(asked);
        await page.Locator($"[id='answered-{row}']").FillAsync(answered);
        await page.Locator($"[id='satisfied-{row}']").FillAsync(satisfied);
    }

    /// <summary>The chambers of a grid, in its order.</summary>
    private static async Task<IReadOnlyList<string>> Rows(IPage page) => await page.EvaluateAsync<string[]>(
        "[...document.querySelectorAll(\"[id^='reason-']\")].map(e => e.id.slice('reason-'.length))");

    private static async Task<IReadOnlyList<string>> Invalid(IPage page) =>
        await page.EvaluateAsync<string[]>("[...document.querySelectorAll('[aria-invalid=true]')].map(e => e.id)");

    /// <summary>How many records with these words stand at a chamber; asked in another window, so that what was typed stays.</summary>
    private static async Task<int> Records(IPage page, string row, string words)
    {
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync($"/chambers/{row}");
        var count = await other.Locator(".timeline li:not(.reversed)", new() { HasText = words }).CountAsync();
        await other.CloseAsync();
        return count;
    }
}
