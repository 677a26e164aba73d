using System.Text;
using MicroPoints.Activities;
using MicroPoints.Chambers;
using MicroPoints.Identity;
using MicroPoints.Ledger;
using MicroPoints.Runtime;
using Microsoft.Playwright;

namespace MicroPoints.Web.Tests;

/// <summary>A county on its first day replaces the sample by rules of its own, from the home page on, without a script.</summary>
public sealed class PublishTests(FreshServer server) : IClassFixture<FreshServer>
{
    private const string Passing = "suite: county-points 1\ncases:\n  - name: Two visits\n    given: "
        + "[ { kind: member.visited, on: '2026-06-30', count: 2 } ]\n    then: { points: { M1: 2 }, only: [ M1 ] }\n";

    private static readonly Actor Founder = new(new ActorId("founder"), Role.Approver, RegionCode.Nation);

    private static FilePayload Yaml(string text, string name = "county-points.yaml") =>
        new() { Name = name, MimeType = "application/yaml", Buffer = Encoding.UTF8.GetBytes(text) };

    private static async Task Publish(IPage page, string yaml, string? tests = null, string? reason = null)
    {
        await page.GotoAsync("/rules/publish");
        await page.Locator("#file").SetInputFilesAsync(Yaml(yaml));
        if (tests is not null) await page.Locator("#tests").SetInputFilesAsync(Yaml(tests, "county-points.test.yaml"));
        if (reason is not null) await page.Locator("#reason").FillAsync(reason);
        await Press(page, "检查并发布");
    }

    private static Task Press(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    /// <summary>Says which county it is, registers two chambers and records visits.</summary>
    internal static async Task<IPage> FirstDay(FreshServer server)
    {
        var page = await server.Window();
        await page.GotoAsync(new Uri(server.FirstLink).PathAndQuery);
        await page.Locator("#password").FillAsync(RealServer.Password);
        await page.Locator("#again").FillAsync(RealServer.Password);
        await page.Locator("main form button").First.ClickAsync();
        await page.GotoAsync("/start");
        await page.Locator("#county").FillAsync("上林县");
        await Press(page, "采用并开始");
        var county = server.Workspace.Regions.County!.County;
        foreach (var (id, name, visits) in ((string, string, long)[])[("c-01", "青石镇商会", 6), ("c-02", "白水乡商会", 2)])
        {
            await Run(server, id, new ChangeChamber(new RegisterChamber(
                new EntryId("register"), name, "township", new RegionCode($"{county}001"), [], null)));
            await Run(server, id, new RecordActivity(new EntryId("v-1"), new KindId("member.visited"), On.Parse("2027-01-04"),
                new Measured.Count(visits), null, null, null, null, null));
        }
        return page;
    }

    private static async Task Run(FreshServer server, string chamber, LedgerCommand command) => Assert.IsType<Answer.Recorded>(
        await server.Workspace.Chambers.Run(new ChamberId(chamber), Founder, command, default));

    [Fact]
    public async Task From_the_sample_to_the_countys_own_rules()
    {
        var page = await FirstDay(server);
        await page.GotoAsync("/desk");
        await page.GetByRole(AriaRole.Link, new() { Name = "现在用的是样本办法，请换成本县的办法" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "发布定好的草案" }).ClickAsync();

        await Publish(page, AdoptTests.Own("1"));
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("没有测试文件");
        await Publish(page, AdoptTests.Own("1").Replace("member.visited", "member.vanished"), reason: "x");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("有错误");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("member.vanished");
        await page.SetViewportSizeAsync(390, 900);
        await page.ScreenshotAsync(new() { Path = EveryPageTests.PictureOf("publish-errors-390"), FullPage = true });
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") <= 0, "it scrolls sideways");
        await page.SetViewportSizeAsync(1280, 900);
        await Publish(page, AdoptTests.Own("1"), tests: Passing.Replace("M1: 2", "M1: 3"));
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("测试没有全部通过");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Two visits");
        await page.ScreenshotAsync(new() { Path = EveryPageTests.PictureOf("publish-1280"), FullPage = true });

        await Publish(page, AdoptTests.Own("1"), tests: Passing);
        Assert.EndsWith("/rules/adopt/county-points/1", page.Url, StringComparison.Ordinal);
        await page.Locator("#reason").FillAsync("县委统战部〔2027〕1号");
        await Press(page, "先看影响");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("2 家商会");
        await Press(page, "确认采用");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已采用");

        // Every page goes by it at once, and nothing was started anew.
        await page.GotoAsync("/desk");
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync("样本办法");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("9.00");
        await page.GotoAsync("/chambers/c-01");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("按哪个办法看");
        await page.GotoAsync("/rules");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("澜屏县");

        await Publish(page, AdoptTests.Own("1").Replace("value: 1", "value: 2"), reason: "x");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("这个版本已经发布");
    }
}
