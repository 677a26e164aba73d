using System.Text;
using MicroPoints.Documents;
using MicroPoints.Identity;
using MicroPoints.Rulesets;
using MicroPoints.Rulesets.Yaml;
using MicroPoints.Runtime;
using Microsoft.Playwright;

namespace MicroPoints.Web.Tests;

/// <summary>A county adopts its own rules and others beside them, having seen who would move.</summary>
public sealed class AdoptTests(DeskServer server) : IClassFixture<DeskServer>
{
    private static readonly string Shipped = File.ReadAllText(Path.Combine(ShippedFiles.Folder, "micro-points", "micro-points.yaml"));

    /// <summary>The county's own: another id, no sample, a visit credits a whole point, and less is no longer good.</summary>
    internal static string Own(string version) => Shipped.Replace("ruleset: micro-points", "ruleset: county-points")
        .Replace("version: '2026.1'", $"version: '{version}'").Replace("sample: true", "sample: false")
        .Replace("（样本）", "（澜屏县）").Replace("value: 0.5", "value: 1").Replace("from: 75 }", "from: 85 }");

    private async Task Publish(string yaml) => Assert.IsNotType<Answer.Refused>((
        await new RulePublishing(server.Workspace, YamlRules.Instance).Publish(
            new RulesetToPublish("own.yaml", Encoding.UTF8.GetBytes(yaml), null, "县里首次试行"),
            new Actor(new ActorId("founder"), Role.Approver, RegionCode.Nation), default)).Answer);

    private static Task Press(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    private RulesetAdopted? InForce(string ruleset) =>
        server.Workspace.Regions.AdoptionOf(ruleset, new RegionCode("990101"), AsOf.On(server.Workspace.Today));

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task A_county_replaces_the_sample_by_its_own_and_sees_before_who_moves(int width)
    {
        server.Now = new DateTimeOffset(2027, 1, 5, 2, 0, 0, TimeSpan.Zero);
        var version = $"1.{width}";
        var page = await server.Clerk(width, scripts: false);
        await Publish(Own(version));
        await page.GotoAsync("/rules/adopt");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new($"看影响并采用.*澜屏县.* {version}") }).ClickAsync();
        Assert.EndsWith($"/rules/adopt/county-points/{version}", page.Url, StringComparison.Ordinal);
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "确认采用" })).ToHaveCountAsync(0);

        await page.Locator("#reason").FillAsync("县工联〔2027〕1号");
        await Press(page, "先看影响");
        await Assertions.Expect(page.Locator("#impact")).ToContainTextAsync("改了以后谁会变");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("15 家商会");
        await Assertions.Expect(page.Locator("#impact ~ details > summary").Nth(2)).ToContainTextAsync("2025：15 家商会都不变；平均 18.00 → 18.00");
        await page.GetByText("2024：15 家商会都不变").ClickAsync();
        await Assertions.Expect(page.Locator("details[open]")).ToContainTextAsync("15 家中 14 家有当期记录");
        Assert.NotEqual(version, InForce("county-points")?.Version);
        await Assertions.Expect(page.Locator("main form")).ToContainTextAsync("本县年度评价用这个办法");
        await page.ScreenshotAsync(new() { Path = EveryPageTests.PictureOf($"adopt-impact-{width}"), FullPage = true });
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") <= 0, "it scrolls sideways");

        // What is confirmed is what was seen: another day has to be looked at first.
        var day = Calendar.Text(DateOnly.Parse(await page.Locator("#from").InputValueAsync()).AddDays(1));
        await page.Locator("#from").FillAsync(day);
        await Press(page, "确认采用");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("请再看一遍影响");
        Assert.NotEqual(version, InForce("county-points")?.Version);
        await Press(page, "确认采用");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已采用，自");

        Assert.Equal((version, day), (InForce("county-points")!.Version, Calendar.Text(InForce("county-points")!.From)));

        await page.GotoAsync("/rules");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("澜屏县");
        await Assertions.Expect(page.Locator("#in-force ~ table").First).ToContainTextAsync("县工联〔2027〕1号");
        await page.ScreenshotAsync(new() { Path = EveryPageTests.PictureOf($"rules-adopted-{width}"), FullPage = true });
        var link = await page.GetByRole(AriaRole.Link, new() { Name = "影响测算" }).Last.GetAttributeAsync("href");
        var book = TableFiles.Instance.Read(await (await page.Context.APIRequest.GetAsync(server.Address + link)).BodyAsync());
        // The demo's chambers have something recorded of 2024 and 2025 too.
        Assert.Equal(["汇总", .. new[] { 2026, 2025, 2024 }.SelectMany(y => new[] { $"{y} 各商会", $"{y} 各类平均", $"{y} 分布" })],
            book.Sheets.Select(s => s.Name));
        await page.GotoAsync("/desk");
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync("现在用的是样本办法");
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Another_bodys_rules_are_adopted_beside_for_self_assessment_and_pages_switch_to_them(int width)
    {
        server.Now = new DateTimeOffset(2027, 1, 5, 2, 0, 0, TimeSpan.Zero);
        var page = await server.Clerk(width);
        await page.GotoAsync("/rules/adopt/classified-management/2026.1");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("只供自评");
        Assert.Equal(0, await page.Locator("input[name=annual]").CountAsync());
        if (InForce("classified-management") is null)
        {
            await page.Locator("#reason").FillAsync("自查用");
            await Press(page, "先看影响");
            await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("现有办法的得分、等次和位次都不变");
            await Press(page, "确认采用");
            await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已采用");
        }
        await page.GotoAsync("/chambers/990101001");
        await page.GetByRole(AriaRole.Navigation, new() { Name = "换一个积分办法" })
            .GetByRole(AriaRole.Link, new() { NameRegex = new("分类管理") }).ClickAsync();
        Assert.Contains("rules=classified-management", page.Url, StringComparison.Ordinal);
        await page.ScreenshotAsync(new() { Path = EveryPageTests.PictureOf($"chamber-switched-{width}"), FullPage = true });
        Assert.Empty(Browser.HasAxe ? await EveryPageTests.Findings(page) : []);
        // What its rules read of a chamber is registered in its form, each line with its day.
        await page.GotoAsync("/chambers/990101002/register");
        await Assertions.Expect(page.Locator("#line-industry option")).ToContainTextAsync(["未登记", "电子信息"]);
        await page.ScreenshotAsync(new() { Path = EveryPageTests.PictureOf($"register-lines-{width}"), FullPage = true });
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") <= 0, "it scrolls sideways");
        Assert.Empty(Browser.HasAxe ? await EveryPageTests.Findings(page) : []);
        await page.GotoAsync("/county?rules=classified-management");
        await page.ScreenshotAsync(new() { Path = EveryPageTests.PictureOf($"county-switched-{width}"), FullPage = true });
        await page.GotoAsync("/record");
        var groups = await page.Locator("#kind optgroup").EvaluateAllAsync<string[]>("all => all.map(g => g.label)");
        Assert.Equal("其他事项（没有采用的办法计分）", groups[^1]);
        Assert.Contains(groups, g => g.StartsWith("行业协会商会分类管理", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_ruleset_that_is_not_published_is_not_there()
    {
        var page = await server.Clerk(scripts: false);
        Assert.Equal(404, (await page.GotoAsync("/rules/adopt/county-points/none"))!.Status);
        Assert.Equal(404, (await page.Context.APIRequest.GetAsync($"{server.Address}/rules/impact/{new string('0', 64)}.xlsx")).Status);
    }
}
