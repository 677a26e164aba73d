using System.Text;
using MicroPoints.Identity;
using MicroPoints.Rulesets;
using MicroPoints.Rulesets.Yaml;
using MicroPoints.Runtime;
using Microsoft.Playwright;

namespace MicroPoints.Web.Tests;

/// <summary>A county ends what it adopted itself, having seen what counts from then on.</summary>
public sealed class EndTests(DeskServer server) : IClassFixture<DeskServer>
{
    private static readonly RegionCode County = new("990101");

    private static Task Press(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    private RulesetAdopted? InForce(string ruleset) =>
        server.Workspace.Regions.AdoptionOf(ruleset, County, AsOf.On(server.Workspace.Today));

    private async Task Adopted(string id, string text)
    {
        var country = new Actor(new ActorId("founder"), Role.Approver, RegionCode.Nation);
        var published = await new RulePublishing(server.Workspace, YamlRules.Instance).Publish(
            new RulesetToPublish("own.yaml", Encoding.UTF8.GetBytes(text), null, "县里首次试行"), country, default);
        Assert.IsType<Answer.Recorded>(await server.Workspace.Adopt(County, new AdoptRuleset(new EntryId(id), published.Ruleset!,
            new DateOnly(2026, 1, 1), new Dictionary<string, SettingValue>())
        { Reason = "县里首次试行" }, country, default));
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task What_counts_afterwards_is_seen_before_it_is_ended(int width)
    {
        await Adopted($"own-{width}", AdoptTests.Own($"9.{width}"));
        var page = await server.Clerk(width, scripts: false);
        await page.GotoAsync("/rules");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new($"停用.*9.{width}") }).ClickAsync();
        await page.Locator("#reason").FillAsync("县工联〔2027〕9号");
        await Press(page, "先看以后按什么办");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("这个办法不再计分；继续按");
        Assert.NotNull(InForce("county-points"));
        await page.ScreenshotAsync(new() { Path = EveryPageTests.PictureOf($"end-{width}"), FullPage = true });
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") <= 0, "it scrolls sideways");

        // What is confirmed is what was seen: for another day something else may count.
        var day = DateOnly.Parse(await page.Locator("#from").InputValueAsync(), System.Globalization.CultureInfo.InvariantCulture);
        await page.Locator("#from").FillAsync(Calendar.Text(day.AddDays(-1)));
        await Press(page, "确认停用");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("日期改过了");
        await page.Locator("#from").FillAsync(Calendar.Text(day));
        await Press(page, "改了再看");
        await Press(page, "确认停用");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已停用");
        Assert.Null(InForce("county-points"));
        await page.GotoAsync("/rules/end/county-points");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("没有可以停用的");
    }

    [Fact]
    public async Task What_a_region_above_adopted_counts_again()
    {
        await Adopted("sample", AdoptTests.Own("7").Replace("ruleset: county-points", "ruleset: micro-points"));
        var page = await server.Clerk(scripts: false);
        await page.GotoAsync("/rules/end/micro-points");
        await page.Locator("#reason").FillAsync("改回全国样本");
        await Press(page, "先看以后按什么办");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("改按全国采用的版本 2026.1");
        await Press(page, "确认停用");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已停用");
        Assert.Equal("2026.1", InForce("micro-points")!.Version);
    }

    [Fact]
    public async Task Where_nothing_counts_any_more_the_page_says_so_and_leads_to_others()
    {
        var (workspace, country) = (server.Workspace, new Actor(new ActorId("founder"), Role.Approver, RegionCode.Nation));
        var shipped = (await workspace.Library.Published(workspace.Log, workspace.Kinds, default))
            .First(r => r.Id == "micro-points" && r.Version == "2026.1");
        var today = workspace.Today;
        await workspace.End(County, new EndAdoption(new EntryId("none-own"), "county-points", today, "试"), country, default);
        Assert.IsType<Answer.Recorded>(await workspace.End(
            RegionCode.Nation, new EndAdoption(new EntryId("none"), "micro-points", today, "试"), country, default));
        try
        {
            var page = await server.Clerk(scripts: false);
            await page.GotoAsync("/rules");
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("没有采用积分办法");
            await page.GetByRole(AriaRole.Link, new() { Name = "采用一个办法" }).ClickAsync();
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("看影响并采用");
        }
        finally
        {
            Assert.IsType<Answer.Recorded>(await workspace.Adopt(RegionCode.Nation, new AdoptRuleset(
                new EntryId("again"), shipped, new DateOnly(2026, 1, 1), new Dictionary<string, SettingValue>()), country, default));
        }
    }

    [AxeTheory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Nothing_keeps_people_from_ending_rules(int width)
    {
        await Adopted($"axe-{width}", AdoptTests.Own($"8.{width}"));
        var page = await server.Clerk(width);
        await page.GotoAsync("/rules/end/county-points");
        Assert.Empty(await EveryPageTests.Findings(page));
    }
}
