using MicroPoints.Identity;
using MicroPoints.Runtime;
using Microsoft.Playwright;

namespace MicroPoints.Web.Tests;

/// <summary>The page of a piece of work that lasts until the test lets it end.</summary>
public sealed class ProgressPageTests(ImpatientDesk server) : IClassFixture<ImpatientDesk>
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
        var (work, gate) = await Begin($"汇总-{width}");
        var page = await server.Clerk(width, scripts: false);
        await page.GotoAsync(work.Path);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("正在准备");
        work.Report((7, 24));
        // No script: the page asks for itself again.
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("7 / 24 家商会");
        await Fits($"{work.Path}?still=1", width, $"progress-{width}");

        await page.GetByRole(AriaRole.Link, new() { Name = "回到首页" }).ClickAsync();
        await page.ScreenshotAsync(new() { Path = EveryPageTests.PictureOf($"progress-home-{width}") });
        var line = page.Locator(".todo").GetByRole(AriaRole.Link, new() { Name = $"正在导入“汇总-{width}.xlsx”（7 / 24）" });
        await line.ClickAsync();
        gate.SetResult(Done);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("已完成");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("新记 312 条");
        await Fits(work.Path, width, $"progress-done-{width}");
        await page.GotoAsync("/desk");
        Assert.Equal(0, await page.Locator(".todo").GetByText($"汇总-{width}").CountAsync());
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task What_broke_off_after_it_was_left_is_on_home_with_its_problems_behind_it(int width)
    {
        var (work, gate) = await Begin($"街道-{width}");
        gate.SetResult(BrokenOff);
        await Ended(work);
        var page = await server.Clerk(width, scripts: false);
        await page.Locator(".todo").GetByRole(AriaRole.Link, new() { Name = $"导入“街道-{width}.xlsx”：没有办完" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("已写入的都在");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("本年度已封账");
        await Fits(work.Path, width, $"progress-broken-{width}");
        await page.GetByRole(AriaRole.Link, new() { Name = "接着导入" }).ClickAsync();
        Assert.EndsWith("/imports", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_does_not_want_it_to_refresh_turns_that_off()
    {
        var (work, gate) = await Begin("still");
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
        Task<Begun<WorkEnd>> Press() => server.Works.Run(Named("twice"), (_, _) =>
        {
            Interlocked.Increment(ref times);
            return gate.Task;
        }, end => end);
        var (first, second) = (await Press(), await Press());
        Assert.Same(first.Work, second.Work);
        Assert.Null(second.Result);
        gate.SetResult(Done);
        await Ended(first.Work);
        Assert.Equal(1, times);
        Assert.NotSame(first.Work, (await Press()).Work);
    }

    [Fact]
    public async Task A_work_that_fails_says_what_to_do_and_leaves_the_next_to_be_begun()
    {
        var failing = (await server.Works.Run<WorkEnd>(Named("failing"), async (_, _) =>
        {
            await Task.Yield();
            throw new StoreException("the disk is full");
        }, end => end)).Work;
        var words = (await Ended(failing)).Words;
        Assert.Contains("稍后再试", words.Zh, StringComparison.Ordinal);
        Assert.Contains("Try again later", words.En, StringComparison.Ordinal);
        var next = (await server.Works.Run(Named("failing"), (_, _) => Task.FromResult(Done), end => end)).Work;
        Assert.Equal(Done, await Ended(next));
    }

    private static async Task<WorkEnd> Ended(LongWork work)
    {
        for (var turns = 0; work.End is null && turns < 1_000; turns++) await Task.Delay(10);
        return work.End!;
    }

    private async Task<(LongWork Work, TaskCompletionSource<WorkEnd> Gate)> Begin(string key)
    {
        var gate = new TaskCompletionSource<WorkEnd>();
        return ((await server.Works.Run(Named(key), (_, _) => gate.Task, e => e)).Work, gate);
    }

    private static WorkToDo Named(string key) => new(key, new Title($"导入“{key}.xlsx”"), Clerk, County, "/imports");

    /// <summary>Looked at with script, which axe-core needs.</summary>
    private async Task Fits(string path, int width, string name)
    {
        var page = await server.Clerk(width);
        await page.GotoAsync(path);
        await page.ScreenshotAsync(new() { Path = EveryPageTests.PictureOf(name), FullPage = true });
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") <= 0, "it scrolls sideways");
        if (Browser.HasAxe) Assert.Empty(await EveryPageTests.Findings(page));
    }
}

/// <summary>A desk whose pages wait for nothing.</summary>
public sealed class ImpatientDesk : DeskServer
{
    protected override TimeSpan AnswersWithin => TimeSpan.Zero;
}
