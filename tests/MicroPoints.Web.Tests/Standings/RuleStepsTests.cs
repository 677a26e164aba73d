using MicroPoints.Identity;
using MicroPoints.Rulesets;

namespace MicroPoints.Web.Tests;

/// <summary>A chamber's page under rules whose conditions have parts: each part is told by itself.</summary>
public sealed class RuleStepsTests(DeskServer server) : IClassFixture<DeskServer>
{
    [Fact]
    public async Task Every_part_of_a_condition_is_told_and_not_only_those_that_decide()
    {
        var workspace = server.Workspace;
        Assert.IsType<Runtime.Answer.Recorded>(await workspace.Adopt(new RegionCode("990101"), new AdoptRuleset(new EntryId("adopt-it"),
            (await workspace.Library.Published(workspace.Log, workspace.Kinds, default)).First(r => r.Id == "classified-management"),
            new DateOnly(2026, 1, 1), new Dictionary<string, SettingValue>()),
            new Actor(new ActorId("founder"), Role.Approver, RegionCode.Nation), default));
        var page = await server.Clerk();
        await page.GotoAsync("/chambers/990101001?rules=classified-management");
        var rules = page.Locator(".card-sum .rules");
        await rules.Locator(":scope > summary").ClickAsync();
        Assert.NotEqual(0, await rules.Locator("ul ul li").CountAsync());
        var parted = rules.Locator(":scope > ul > li").Filter(new() { Has = page.Locator("ul") }).First;
        Assert.Contains("项", (await parted.InnerTextAsync()).Split('\n')[0], StringComparison.Ordinal);
        await page.Locator(".card-sum").ScreenshotAsync(new() { Path = EveryPageTests.PictureOf("chamber-rule-parts") });
        Assert.Equal([], await EveryPageTests.Findings(page));
        await page.SetViewportSizeAsync(390, 844);
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
    }
}
