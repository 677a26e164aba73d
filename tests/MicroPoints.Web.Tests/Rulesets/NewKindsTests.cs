using System.Text;
using MicroPoints.Documents;
using MicroPoints.Runtime;
using Microsoft.Playwright;

namespace MicroPoints.Web.Tests;

/// <summary>A county publishes a kind of activity of its own, records it, counts it and sees its points; nothing is started anew.</summary>
public sealed class NewKindsTests(FreshServer server) : IClassFixture<FreshServer>
{
    private const string Trees = "  - id: tree.planted\n    title: { zh: 植树, en: Trees planted }\n    nature: event\n    measure: count\n";

    private static readonly string Shipped = File.ReadAllText(Path.Combine(ShippedFiles.Folder, "activities.yaml"));

    private static string Next(string version, string added = Trees) =>
        Shipped.Replace("activities-version: '2026.1'", $"activities-version: '{version}'").TrimEnd() + "\n" + added;

    private static async Task Publish(IPage page, string yaml, string? reason = null)
    {
        await page.GotoAsync("/rules/publish");
        await Send(page, yaml, reason);
    }

    private static async Task Send(IPage page, string yaml, string? reason = null)
    {
        await page.Locator("#file").SetInputFilesAsync(
            new FilePayload { Name = "sent.yaml", MimeType = "application/yaml", Buffer = Encoding.UTF8.GetBytes(yaml) });
        if (reason is not null) await page.Locator("#reason").FillAsync(reason);
        await Press(page, "检查并发布");
    }

    private static Task Press(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    [Fact]
    public async Task From_a_kind_that_nobody_had_to_its_points()
    {
        var page = await PublishTests.FirstDay(server);
        await Publish(page, Next("2026.2").Replace("unit: 户次", "unit: 次"));
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("只能增加");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("“走访会员并建立需求清单”（member.visited）的单位由“户次”改成了“次”");
        await Publish(page, Next("2026.2", "  - { id: x }\n"));
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("积分事项目录文件有错误");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("积分事项第");
        Assert.Equal("2026.1", server.Workspace.Kinds.Version);

        await Publish(page, Next("2026.2"));
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("新增 1 种事项、0 个选项");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("植树");
        await page.SetViewportSizeAsync(390, 900);
        await page.ScreenshotAsync(new() { Path = EveryPageTests.PictureOf("publish-kinds-390"), FullPage = true });
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") <= 0, "it scrolls sideways");
        await page.SetViewportSizeAsync(1280, 900);

        await page.GotoAsync("/record?chamber=c-02&kind=tree.planted");
        await page.Locator("#count").FillAsync("3");
        await Press(page, "保存");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已记录");
        await Publish(page, AdoptTests.Own("1").Replace("[ member.visited ]", "[ tree.planted ]"), reason: "县里首次试行");
        Assert.EndsWith("/rules/adopt/county-points/1", page.Url, StringComparison.Ordinal);
        await page.Locator("#reason").FillAsync("县委统战部〔2027〕1号");
        await Press(page, "先看影响");
        await Press(page, "确认采用");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已采用");
        await page.GotoAsync("/chambers/c-02");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("植树");
        var row = page.Locator("tr", new() { HasText = "M1" }).First;
        await Assertions.Expect(row).ToContainTextAsync("3.00");

        await ADraftThatBringsKinds(page);
    }

    /// <summary>A draft that counts kinds of its own says so, and is published once they are.</summary>
    private async Task ADraftThatBringsKinds(IPage page)
    {
        await page.GotoAsync("/rules/draft");
        await page.Locator("#file").SetInputFilesAsync(new FilePayload
        {
            Name = "办法.docx",
            MimeType = "application/octet-stream",
            Buffer = DocxWriter.Write(new PaperToWrite([
                new PaperBlock.Head("某县商会积分办法"),
                new PaperBlock.Words("得分90分以上为优秀，60分以上为合格，60分以下为待提升。结果用于通报。"),
                new PaperBlock.Table([new("一级指标", 20), new("二级指标", 30), new("分值", 10), new("评分标准", 40)],
                    [PaperRow.Of("生态文明（100分）", "义务放流鱼苗", "100", "每放流一次得2分，最高100分")]),
            ])),
        });
        await page.Locator("main form button").First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "发布这份草案" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("目录里没有的 1 种事项");
        var link = await page.GetByRole(AriaRole.Link, new() { Name = "下载草案用到的积分事项目录" }).GetAttributeAsync("href");
        var kinds = await (await page.Context.APIRequest.GetAsync(new Uri(new Uri(page.Url), link).ToString())).TextAsync();
        await Send(page, kinds.Replace("2026.2-draft", "2026.3"));
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("2026.3 已发布");
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync("目录里没有的");
        await page.Locator("#reason").FillAsync("试行");
        await Press(page, "检查并发布");
        Assert.Contains("/rules/adopt/", page.Url, StringComparison.Ordinal);
    }
}
