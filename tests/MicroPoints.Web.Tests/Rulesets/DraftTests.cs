using System.Text;
using MicroPoints.Documents;
using Microsoft.Playwright;

namespace MicroPoints.Web.Tests;

/// <summary>The rules as documents, and a draft out of the county's own.</summary>
public sealed class DraftTests(DeskServer server) : IClassFixture<DeskServer>
{
    private const string Hostile = "<script>alert(1)</script>走访";

    private static readonly byte[] County = DocxWriter.Write(new PaperToWrite([
        new PaperBlock.Head("某县商会积分办法"),
        new PaperBlock.Words("得分90分以上为优秀，60分以上为合格，60分以下为待提升。结果用于通报。"),
        new PaperBlock.Table([new("一级指标", 20), new("二级指标", 30), new("分值", 10), new("评分标准", 40)], [
            PaperRow.Of("服务会员（60分）", "会员诉求办结", "40", "每办结一件得2分，最高40分"),
            PaperRow.Of("服务会员（60分）", Hostile, "20", "按信息完整程度评分"),
            PaperRow.Of("诚信守法（30分）", "三公开", "30", "每季度公开得7.5分"),
        ]),
    ]));

    [Theory]
    [InlineData("/rules/policy.docx")]
    [InlineData("/rules/policy.xlsx")]
    public async Task The_rules_are_office_files_for_whoever_signed_in(string path)
    {
        var page = await server.Clerk(scripts: false);
        await page.GotoAsync("/rules");
        Assert.Equal(1, await page.Locator($"main a[href='{path}']").CountAsync());
        var answer = await page.Context.APIRequest.GetAsync(server.Address + path);
        Assert.Equal((200, "PK"), (answer.Status, Encoding.ASCII.GetString((await answer.BodyAsync())[..2])));
        var nobody = await (await server.Visitor()).Context.APIRequest.GetAsync(server.Address + path, new() { MaxRedirects = 0 });
        Assert.Equal(302, nobody.Status);
    }

    [Fact]
    public async Task What_was_downloaded_is_drafted_again_whole()
    {
        var page = await server.Clerk(scripts: false);
        var file = await (await page.Context.APIRequest.GetAsync($"{server.Address}/rules/policy.xlsx")).BodyAsync();
        await Send(page, "办法.xlsx", file);
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("9 类 34 项指标、5 项扣分");
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task A_countys_table_becomes_a_draft_that_says_what_is_open(int width)
    {
        var page = await server.Clerk(width);
        var said = new List<string>();
        page.Dialog += (_, dialog) => said.Add(dialog.Message);
        await Send(page, "办法.docx", County);
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("2 类 3 项指标");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(Hostile);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("评分标准没有读懂");
        Assert.Empty(said);
        Assert.Equal(0, await page.Locator("[style], script:not([src])").CountAsync());
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = EveryPageTests.PictureOf($"draft-made-{width}"), FullPage = true });
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") <= 0, "it scrolls sideways");
    }

    [AxeTheory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Nothing_keeps_people_from_using_a_draft(int width)
    {
        var page = await server.Clerk(width);
        await Send(page, "办法.docx", County);
        Assert.Empty(await EveryPageTests.Findings(page));
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task A_draft_is_compared_in_words_with_the_rules_in_force(int width)
    {
        var page = await server.Clerk(width);
        await Send(page, "办法.docx", County);
        await page.GetByRole(AriaRole.Link, new() { Name = "和现在用的办法比较" }).ClickAsync();
        await Assertions.Expect(page.Locator(".facts")).ToContainTextAsync("（草案，办法.docx）");
        await Assertions.Expect(page.Locator(".facts")).ToContainTextAsync("（现在用的）");
        await Assertions.Expect(page.Locator(".diff tbody tr", new() { HasText = "会员诉求办结" }).First).ToContainTextAsync("增加");
        await Assertions.Expect(page.Locator(".diff tbody tr", new() { HasText = Hostile }).First).ToBeVisibleAsync();
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = EveryPageTests.PictureOf($"draft-diff-{width}"), FullPage = true });
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") <= 0, "it scrolls sideways");
        Assert.Empty(Browser.HasAxe ? await EveryPageTests.Findings(page) : []);
    }

    [Fact]
    public async Task A_draft_is_downloaded_by_who_sent_it_and_changes_no_rules()
    {
        var page = await server.Clerk(scripts: false);
        await Send(page, "办法.docx", County, title: "另一个名称");
        var link = await page.GetByRole(AriaRole.Link, new() { Name = "下载草案", Exact = true }).GetAttributeAsync("href");
        var draft = await page.Context.APIRequest.GetAsync(server.Address + link);
        var text = await draft.TextAsync();
        Assert.Contains("另一个名称", text, StringComparison.Ordinal);
        Assert.Contains("# 待定：", text, StringComparison.Ordinal);
        var list = await page.GetByRole(AriaRole.Link, new() { Name = "下载待定清单（Excel）" }).GetAttributeAsync("href");
        var sheet = Assert.Single(TableFiles.Instance
            .Read(await (await page.Context.APIRequest.GetAsync(server.Address + list)).BodyAsync()).Sheets);
        Assert.Contains(sheet.Rows, r => sheet[r, 5]?.Text.Contains("评分标准没有读懂", StringComparison.Ordinal) == true);
        var nobody = await (await server.Visitor()).Context.APIRequest.GetAsync(server.Address + link, new() { MaxRedirects = 0 });
        Assert.Equal(302, nobody.Status);
        var gone = await page.Context.APIRequest.GetAsync($"{server.Address}/rules/draft/{new string('0', 32)}/rules.yaml");
        Assert.Equal(404, gone.Status);
        await page.GotoAsync("/rules");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("样本");
    }

    [Theory]
    [InlineData("旧.doc", "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1", "旧格式")]
    [InlineData("办法.docx", "%PDF-1.7", "PDF")]
    [InlineData("坏的.docx", "PK\u0003\u0004 broken", "损坏")]
    [InlineData("文字.docx", "第一条", "不是 Word 或 Excel")]
    public async Task What_holds_no_rules_is_refused_in_words(string name, string content, string saying)
    {
        var page = await server.Clerk(scripts: false);
        await Send(page, name, content.All(c => c < 256) ? Encoding.Latin1.GetBytes(content) : Encoding.UTF8.GetBytes(content));
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("没有起草");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(saying);
    }

    [Fact]
    public async Task A_file_that_is_gone_is_asked_for_again()
    {
        var page = await server.Clerk(scripts: false);
        Assert.Equal(404, (await page.GotoAsync($"/rules/draft/{new string('0', 32)}"))!.Status);
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("重新上传");
    }

    private static async Task Send(IPage page, string name, byte[] content, string? title = null)
    {
        await page.GotoAsync("/rules/draft");
        if (title is not null) await page.Locator("#title").FillAsync(title);
        await page.Locator("#file")
            .SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = content });
        await page.GetByRole(AriaRole.Button, new() { Name = "上传并起草" }).ClickAsync();
    }
}
