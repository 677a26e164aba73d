using System.Text;
using MicroPoints.Identity;
using MicroPoints.Rulesets.Yaml;
using MicroPoints.Runtime;
using Microsoft.Playwright;

namespace MicroPoints.Web.Tests;

/// <summary>Two versions are compared in words on a page: what changes results first, each line with its clause.</summary>
public sealed class RulesDiffTests(DeskServer server) : IClassFixture<DeskServer>
{
    private static readonly string Shipped = File.ReadAllText(Path.Combine(ShippedFiles.Folder, "micro-points", "micro-points.yaml"));

    private const string Sample = "micro-points@2026.1";

    /// <summary>The sample's next version: a visit credits more, satisfaction is another line's title, one line is gone.</summary>
    private async Task Publish(string version, Func<string, string> change) => Assert.IsNotType<Answer.Refused>((
        await new RulePublishing(server.Workspace, YamlRules.Instance).Publish(new RulesetToPublish("next.yaml",
            Encoding.UTF8.GetBytes(change(Shipped.Replace("version: '2026.1'", $"version: '{version}'"))), null, "试行"),
            new Actor(new ActorId("founder"), Role.Approver, RegionCode.Nation), default)).Answer);

    private static ILocator Row(IPage page, string words) => page.Locator(".diff tbody tr", new() { HasText = words });

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Two_versions_are_chosen_and_what_differs_is_said_in_groups(int width)
    {
        var version = $"n{width}";
        await Publish(version, text => text.Replace("value: 0.5", "value: 1").Replace("zh: 会员满意度,", "zh: 会员满意程度,"));
        var page = await server.Clerk(width, scripts: false);
        await page.GotoAsync("/rules");
        await page.GetByRole(AriaRole.Link, new() { Name = "比较两个版本" }).ClickAsync();
        await Assertions.Expect(page.Locator("#a option[selected]")).ToContainTextAsync("2026.1（现在用的）");
        await page.Locator("#b").SelectOptionAsync($"micro-points@{version}");
        await page.GetByRole(AriaRole.Button, new() { Name = "比较", Exact = true }).ClickAsync();
        Assert.EndsWith($"/rules/diff?a=micro-points%402026.1&b=micro-points%40{version}", page.Url, StringComparison.Ordinal);
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("有 1 处会影响结果。");
        Assert.Equal(["影响结果（1 处）", "只改文字，不影响结果（1 处）"], (await page.Locator("h2").AllInnerTextsAsync()).Take(2));
        var visits = Row(page, "visit-points");
        await Assertions.Expect(visits).ToContainTextAsync("数值（用于 M1 走访会员、建立需求清单）：2026-01-01 起 0.5 → 2026-01-01 起 1");
        await Assertions.Expect(visits.Locator(".cite")).ToContainTextAsync("《");
        await Assertions.Expect(Row(page, "M4").Locator("th")).ToHaveTextAsync("指标 M4 会员满意程度");
        await Assertions.Expect(Row(page, "M4").Locator("del")).ToHaveTextAsync("会员满意度");
        await Assertions.Expect(Row(page, "M4").Locator("ins")).ToHaveTextAsync("会员满意程度");
        await page.ScreenshotAsync(new() { Path = EveryPageTests.PictureOf($"rules-diff-small-{width}"), FullPage = true });
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") <= 0, "it scrolls sideways");
    }

    [Fact]
    public async Task Who_reads_English_reads_it_in_English()
    {
        await Publish("n-en", text => text.Replace("value: 0.5", "value: 1"));
        var page = await server.Clerk(scripts: false);
        await page.Context.AddCookiesAsync([new() { Name = await LanguageCookie(page), Value = "en", Url = server.Address }]);
        await page.GotoAsync($"/rules/diff?a={Sample}&b=micro-points@n-en");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("1 lines change results.");
        await Assertions.Expect(Row(page, "visit-points")).ToContainTextAsync("0.5 from 2026-01-01 → 1 from 2026-01-01");
        await Assertions.Expect(Row(page, "visit-points")).ToContainTextAsync("read by M1");
    }

    /// <summary>As the switch of the page sets it.</summary>
    private static async Task<string> LanguageCookie(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        return (await page.Context.CookiesAsync()).Single(c => c.Value == "en").Name;
    }

    [Fact]
    public async Task A_version_does_not_differ_from_itself_and_remarks_are_no_difference()
    {
        await Publish("n-same", text => text.Replace("version: 'n-same'", "version: 'n-same' # a remark"));
        var page = await server.Clerk(scripts: false);
        await page.GotoAsync($"/rules/diff?a={Sample}&b={Sample}");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("没有差别。");
        await page.GotoAsync($"/rules/diff?a={Sample}&b=micro-points@n-same");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("没有差别。两份文件只有排版、顺序或注释不同。");
        Assert.Equal(0, await page.Locator(".diff").CountAsync());
    }

    [Theory]
    [InlineData("a=micro-points@2026.1&b=micro-points@none", "没有发布过“micro-points@none”")]
    [InlineData("a=nothing&b=micro-points@2026.1", "没有发布过“nothing”")]
    [InlineData("a=micro-points@2026.1", "少选了一个版本")]
    [InlineData("draft=gone", "草案的文件已经不在了")]
    public async Task What_is_not_there_is_said_and_two_others_can_be_chosen(string query, string saying)
    {
        var page = await server.Clerk(scripts: false);
        Assert.Equal(404, (await page.GotoAsync($"/rules/diff?{query}"))!.Status);
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(saying);
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "比较", Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Finer_points_that_words_leave_out_are_told_without_the_programs_own_text()
    {
        await Publish("n-fine", text => text.Replace("rounding: down", "rounding: up"));
        var page = await server.Clerk(scripts: false);
        await page.GotoAsync($"/rules/diff?a={Sample}&b=micro-points@n-fine");
        await Assertions.Expect(page.Locator(".diff tbody tr")).ToContainTextAsync("名额：写法相同，细处（如取整、口径）有改动");
    }

    [Fact]
    public async Task A_file_that_is_checked_is_compared_with_what_is_in_force()
    {
        var page = await server.Clerk(scripts: false);
        await page.GotoAsync("/rules/check");
        await page.Locator("#rules").FillAsync(Shipped.Replace("value: 0.5", "value: 1"));
        await page.GetByRole(AriaRole.Button, new() { Name = "试读", Exact = true }).ClickAsync();
        await page.GetByText("有什么不同").ClickAsync();
        await Assertions.Expect(Row(page, "visit-points")).ToContainTextAsync("0.5 → 2026-01-01 起 1");
    }

    [Fact]
    public async Task A_version_about_to_be_adopted_leads_to_its_comparison_with_what_is_in_force()
    {
        var page = await server.Clerk(scripts: false);
        await page.GotoAsync("/rules/adopt/four-good/2026.1");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("逐条比较") }).ClickAsync();
        await Assertions.Expect(page.Locator(".facts")).ToContainTextAsync("（现在用的）");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("处会影响结果");
    }
}
