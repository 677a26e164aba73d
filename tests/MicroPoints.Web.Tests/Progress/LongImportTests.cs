using MicroPoints.Identity;
using MicroPoints.Runtime;
using Microsoft.Playwright;

namespace MicroPoints.Web.Tests;

/// <summary>A table of many chambers is imported while whoever began it is elsewhere.</summary>
public sealed class LongImportTests(CountyOfMany county) : IClassFixture<CountyOfMany>, IAsyncLifetime
{
    private static readonly LocatorAssertionsToContainTextOptions Patiently = new() { Timeout = 120_000 };

    public async Task InitializeAsync()
    {
        if (await county.Workspace.Chambers.View(new ChamberId($"{RealServer.County}001"), Period.Year(2026), AsOf.On(county.Workspace.Today), default)
            is { Register: null }) await county.Register();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Two_tabs_press_it_goes_on_once_is_left_and_found_again_on_home()
    {
        var page = await county.Clerk();
        await CountyOfMany.Send(page, CountyOfMany.Table());
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync(page.Url);
        await Confirm(page);
        Assert.Contains("/progress/", page.Url, StringComparison.Ordinal);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync($"正在导入 {CountyOfMany.FileName}");
        await Confirm(other);
        Assert.Equal(page.Url, other.Url);

        await page.GetByRole(AriaRole.Link, new() { Name = "回到首页" }).ClickAsync();
        await Assertions.Expect(page.Locator(".todo")).ToContainTextAsync($"正在导入 {CountyOfMany.FileName}");
        await page.GotoAsync("/imports");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("进行中");
        await Assertions.Expect(other.GetByRole(AriaRole.Status)).ToContainTextAsync($"新记 {CountyOfMany.Lines} 条", Patiently);
        var import = Assert.Single(await county.Workspace.Imports.List(RealServer.County, default));
        Assert.Equal((ImportStatus.Finished, CountyOfMany.Lines), (import.Status, import.Recorded));
    }

    private static Task Confirm(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "确认导入" }).ClickAsync();
}
