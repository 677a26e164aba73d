using MicroPoints.Identity;
using MicroPoints.Runtime;
using Microsoft.Playwright;

namespace MicroPoints.Web.Tests;

/// <summary>The page of a piece of work that lasts until the test lets it end.</summary>
public sealed class ProgressPageTests(DeskServer server) : IClassFixture<DeskServer>
{
    private static readonly RegionCode County = new("990101");
    private static readonly Actor Clerk = new(new ActorId("demo"), Role.Approver, County);
    private static readonly WorkEnd Done = new(true, new Title("已导入 汇总.xlsx：新记 312 条。"), [], "/imports", new Title("回到导入"));

    private static readonly WorkEnd BrokenOff = new(false, new Title("导入中途停下了：已写入的都在，再确认一次就会接着导，不会重复。"),
        [new TableNote(new CellPlace("", 4, 3), "本年度已封账，不能再登记", "closed")], "/imports", new Title("接着导入"));

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task It_shows_how_far_it_is_is_left_and_come_back_to_from_home(int width)
    {
        var (work, gate) = await Begin($"shown {width}", Done);
        var page = await server.Clerk(width, scripts: false);
        await page.GotoAsync(work.Path);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("正在准备");
        work.Report((7, 24));
        // No script: the page asks for itself again.
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("7 / 24 家商会");
        await Fits(page, $"progress-{width}");

        await page.GetByRole(AriaRole.Link, new() { Name = "回到首页" }).ClickAsync();
        await page.ScreenshotAsync(new() { Path = EveryPageTests.PictureOf($"progress-home-{width}") });
        var line = page.Locator(".todo").GetByRole(AriaRole.Link, new() { Name = $"正在导入 汇总.xlsx shown {width} 7 / 24" });
        await line.ClickAsync();
        gate.SetResult(Done);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("已完成");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("新记 312 条");
        await Fits(page, $"progress-done-{width}");
        await page.GotoAsync("/desk");
        Assert.Equal(0, await page.Locator(".todo").GetByText($"shown {width}").CountAsync());
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task What_broke_off_after_it_was_left_is_on_home_with_its_problems_behind_it(int width)
    {
        var (_, gate) = await Begin($"broken {width}", BrokenOff);
        gate.SetResult(BrokenOff);
        var page = await server.Clerk(width, scripts: false);
        await page.Locator(".todo").GetByRole(AriaRole.Link, new() { Name = $"导入 汇总.xlsx broken {width}：没有办完" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("已写入的都在");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("本年度已封账");
        await Fits(page, $"progress-broken-{width}");
        await page.GetByRole(AriaRole.Link, new() { Name = "接着导入" }).ClickAsync();
        Assert.EndsWith("/imports", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_does_not_want_it_to_refresh_turns_that_off()
    {
        var (work, gate) = await Begin("still", Done);
        var page = await server.Clerk(scripts: false);
        Assert.Equal("2", await (await page.GotoAsync(work.Path))!.HeaderValueAsync("refresh"));
        await page.GetByRole(AriaRole.Link, new() { Name = "不要自动刷新" }).ClickAsync();
        Assert.Null(await (await page.ReloadAsync())!.HeaderValueAsync("refresh"));
        gate.SetResult(Done);
        await page.GetByRole(AriaRole.Link, new() { Name = "刷新", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("新记 312 条");
        Assert.Null(await (await page.ReloadAsync())!.HeaderValueAsync("refresh"));
    }

    [Fact]
    public async Task Pressed_again_while_it_runs_it_is_joined_and_done_once()
    {
        var (times, gate) = (0, new TaskCompletionSource<WorkEnd>());
        var twice = Enumerable.Range(0, 2).Select(_ => server.Works.Run(Named("twice"), (_, _) =>
        {
            Interlocked.Increment(ref times);
            return gate.Task;
        }, end => end)).ToList();
        gate.SetResult(Done);
        var begun = await Task.WhenAll(twice);
        Assert.Same(begun[0].Work, begun[1].Work);
        Assert.Equal((1, Done, Done), (times, begun[0].Result, begun[1].Result));
    }

    [Fact]
    public async Task A_work_that_fails_says_so_and_leaves_the_next_to_be_begun()
    {
        var failed = await Assert.ThrowsAsync<StoreException>(() => server.Works.Run<WorkEnd>(
            Named("failing"), (_, _) => throw new StoreException("the disk is full"), end => end));
        Assert.Contains("full", failed.Message, StringComparison.Ordinal);
        Assert.Contains("稍后再试", server.Works.For(Clerk)[0].End!.Words.Zh, StringComparison.Ordinal);
        Assert.Equal(Done, (await server.Works.Run(Named("failing"), (_, _) => Task.FromResult(Done), end => end)).Result);
    }

    private async Task<(LongWork Work, TaskCompletionSource<WorkEnd> Gate)> Begin(string key, WorkEnd end)
    {
        var gate = new TaskCompletionSource<WorkEnd>();
        // Nobody waits for it: it is as left.
        _ = server.Works.Run(Named(key), (_, _) => gate.Task, e => e);
        await Task.Yield();
        return (server.Works.For(Clerk).First(w => w.ToDo.Key == key), gate);
    }

    private static WorkToDo Named(string key) => new(key, new Title($"导入 汇总.xlsx {key}"), Clerk, County, "/imports");

    private static async Task Fits(IPage page, string name)
    {
        await page.ScreenshotAsync(new() { Path = EveryPageTests.PictureOf(name), FullPage = true });
        if (Browser.HasAxe) Assert.Empty(await EveryPageTests.Findings(page));
    }
}
