using System.Text;
using Microsoft.Playwright;

namespace MicroPoints.Web.Tests;

/// <summary>A ruleset file is checked while it is written: what is wrong where, and what each line means.</summary>
public sealed class RulesCheckTests(DeskServer server) : IClassFixture<DeskServer>
{
    private const string Hostile = "<script>alert(1)</script><img src=x onerror=alert(2)>";

    private const string Small =
        """
        ruleset: small
        version: '1'
        title: { zh: 小办法 }
        authority: county-federation
        adoptable: { from: '2026-01-01', until: '2027-01-01' }
        period: year
        sources: { own: { title: { zh: 本县办法 }, publisher: 县工商联, date: '2026-01-01' } }
        cite: { source: own, clause: 第三条 }
        scale: { total: 10 }
        categories:
          - id: service
            title: { zh: 服务 }
            cap: 10
            indicators:
              - { id: M1, title: { zh: 走访 }, counts: [ member.visited ], score: { per-count: 1 }, cap: 10 }
        grades: [ { id: A, title: { zh: 优 }, from: 6 }, { id: B, title: { zh: 良 }, from: 0 } ]
        """;

    private const string Tree = "activities-version: '1'\nkinds:\n  - id: tree.planted\n    title: { zh: 种树 }\n    nature: event\n    "
        + "measure: count\n    confirmed-by: { zh: 林业部门 }\n";

    [Fact]
    public async Task What_is_in_order_is_said_in_words_beside_each_line_and_nothing_is_kept()
    {
        var changes = server.Workspace.Changes;
        var page = await Checked(Small);
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("可以用：小办法（small@1），1 项指标");
        var beside = page.Locator(".beside tr", new() { Has = page.Locator("#l15") });
        await Assertions.Expect(beside).ToContainTextAsync("走访：按“走访会员并建立需求清单”计，每次（每件）1 分；最高 10 分");
        await Assertions.Expect(page.Locator(".beside tr", new() { Has = page.Locator("#l1") })).ToContainTextAsync("制定：县级工商联");
        await Assertions.Expect(beside).ToContainTextAsync("依据：〔1〕第三条；谁确认：县工商联");
        Assert.Equal(Small.ReplaceLineEndings("\n"), await page.Locator("#rules").InputValueAsync());
        Assert.Equal(Small.Split('\n').Length, await page.Locator("pre.source > span").CountAsync());
        Assert.Equal(changes, server.Workspace.Changes);
        await page.GotoAsync("/rules/check");
        Assert.Equal("", await page.Locator("#rules").InputValueAsync());
        Assert.Equal(404, (await page.GotoAsync("/rules/small"))!.Status);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task A_fault_is_told_with_its_place_what_it_means_and_what_to_write(int width)
    {
        var page = await Checked(Small.Replace("member.visited", "member.vanished", StringComparison.Ordinal)
            .Replace("zh: 优", $"zh: '{Hostile}'", StringComparison.Ordinal), width: width, scripts: true);
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("还不能用：1 处错误");
        var row = page.Locator("#result tr", new() { HasText = "RULE004" });
        await Assertions.Expect(row).ToContainTextAsync("第 15 行第");
        await Assertions.Expect(row).ToContainTextAsync("积分事项目录里没有这个事项");
        await Assertions.Expect(row).ToContainTextAsync("member.vanished");
        await Assertions.Expect(page.Locator("#l15")).ToHaveClassAsync("wrong");
        await row.GetByRole(AriaRole.Link).ClickAsync();
        Assert.EndsWith("/rules/check#l15", page.Url, StringComparison.Ordinal);
        await Assertions.Expect(page.Locator("#l15")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("pre.source").Last).ToContainTextAsync(Hostile);
        Assert.Equal(0, await page.Locator("main img, main script, [style]").CountAsync());
        await page.ScreenshotAsync(new() { Path = EveryPageTests.PictureOf($"rules-checked-faults-{width}"), FullPage = true });
    }

    [AxeTheory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Nothing_keeps_people_from_using_what_was_found(int width)
    {
        var page = await Checked(File.ReadAllText(Shipped("micro-points")).Replace("cap: 6", "cap: 60", StringComparison.Ordinal),
            width: width, scripts: true);
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("可以用");
        await page.ScreenshotAsync(new() { Path = EveryPageTests.PictureOf($"rules-checked-{width}"), FullPage = true });
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") <= 0, "it scrolls sideways");
        Assert.Empty(await EveryPageTests.Findings(page));
    }

    [Fact]
    public async Task Titles_that_are_more_than_text_stay_text()
    {
        var said = new List<string>();
        var page = await server.Clerk();
        page.Dialog += (_, dialog) => said.Add(dialog.Message);
        await Check(page, Small.Replace("zh: 走访", $"zh: '{Hostile}'", StringComparison.Ordinal)
            .Replace("zh: 小办法", $"zh: '</textarea>{Hostile}'", StringComparison.Ordinal));
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(Hostile);
        await Assertions.Expect(page.Locator(".beside")).ToContainTextAsync($"{Hostile}：按");
        Assert.Empty(said);
        Assert.Equal(0, await page.Locator("main img, main script").CountAsync());
    }

    [Fact]
    public async Task Kinds_that_it_brings_along_are_counted_and_their_faults_are_told_apart()
    {
        var rules = Small.Replace("member.visited", "tree.planted", StringComparison.Ordinal);
        var page = await Checked(rules, Tree);
        await Assertions.Expect(page.Locator(".beside")).ToContainTextAsync("按“种树”计");
        await Assertions.Expect(page.Locator(".beside")).ToContainTextAsync("谁确认：林业部门");
        await Check(page, rules, Tree.Replace("count", "trees", StringComparison.Ordinal));
        await Assertions.Expect(page.Locator("#result")).ToContainTextAsync("积分事项第 6 行第");
    }

    [Fact]
    public async Task A_file_takes_the_place_of_the_text_and_comes_back_to_be_mended()
    {
        var page = await server.Clerk(scripts: false);
        await page.GotoAsync("/rules/check");
        await page.Locator("#rules").FillAsync("something else");
        await Upload(page, Encoding.UTF8.GetBytes(Small));
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("可以用：小办法");
        Assert.Equal(Small.ReplaceLineEndings("\n"), await page.Locator("#rules").InputValueAsync());
    }

    [Theory]
    [InlineData(1_000_001, "超过 1 MB")]
    [InlineData(5_000_000, "超过 1 MB")]
    public async Task A_file_that_is_too_large_is_told_so(int bytes, string saying)
    {
        var page = await server.Clerk(scripts: false);
        await page.GotoAsync("/rules/check");
        await Upload(page, Encoding.UTF8.GetBytes("# " + new string('x', bytes - 2)));
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(saying);
    }

    [Fact]
    public async Task Text_that_is_too_long_or_missing_and_bytes_that_are_no_text_are_told()
    {
        var page = await Checked(new string('x', 1_000_001));
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("超过 1 MB");
        await Check(page, " \n ");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("没有内容");
        await Upload(page, [.. Encoding.UTF8.GetBytes("a: b\n# "), 0xFF, 0xFE]);
        await Assertions.Expect(page.Locator("#result")).ToContainTextAsync("YAML001 文件不是 UTF-8 编码");
    }

    private async Task<IPage> Checked(string rules, string? activities = null, int width = 1280, bool scripts = false)
    {
        var page = await server.Clerk(width, scripts);
        await Check(page, rules, activities);
        return page;
    }

    private static async Task Check(IPage page, string rules, string? activities = null)
    {
        await page.GotoAsync("/rules/check");
        await page.Locator("#rules").FillAsync(rules);
        if (activities is not null)
        {
            await page.Locator("summary").ClickAsync();
            await page.Locator("#activities").FillAsync(activities);
        }
        await page.GetByRole(AriaRole.Button, new() { Name = "试读" }).ClickAsync();
    }

    private static async Task Upload(IPage page, byte[] content)
    {
        await page.Locator("#rules-file").SetInputFilesAsync(
            new FilePayload { Name = "办法.yaml", MimeType = "application/yaml", Buffer = content });
        await page.GetByRole(AriaRole.Button, new() { Name = "试读" }).ClickAsync();
    }

    private static string Shipped(string name) => Path.Combine(MicroPoints.Runtime.ShippedFiles.Folder, name, name + ".yaml");
}
