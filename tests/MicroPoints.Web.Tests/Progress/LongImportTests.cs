using MicroPoints.Activities;
using MicroPoints.Identity;
using MicroPoints.Ledger;
using MicroPoints.Runtime;
using Microsoft.Playwright;

namespace MicroPoints.Web.Tests;

/// <summary>A table of many chambers is imported while whoever began it is elsewhere.</summary>
public sealed class LongImportTests : IAsyncLifetime
{
    private static readonly Actor Looking = new(new ActorId("looking"), Role.Clerk, RealServer.County);
    private readonly CountyOfMany _county = new();

    public async Task InitializeAsync()
    {
        await _county.InitializeAsync();
        await _county.Register();
    }

    public Task DisposeAsync() => _county.DisposeAsync();

    [Fact]
    public async Task Pressed_in_two_tabs_it_goes_on_once_is_left_and_found_done_on_home()
    {
        var page = await _county.Clerk(await _county.Account(Role.Clerk));
        await CountyOfMany.Send(page, CountyOfMany.Table());
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync(page.Url);
        await Press(page, "确认导入");
        Assert.Contains("/progress/", page.Url, StringComparison.Ordinal);
        await Press(other, "确认导入");
        Assert.Equal(page.Url, other.Url);
        await Assertions.Expect(other.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToHaveTextAsync($"正在导入“{CountyOfMany.FileName}”");
        await other.GotoAsync("about:blank");
        await page.GotoAsync("/imports");
        await Until(() => Task.FromResult(_county.Works.For(Looking)[0] is { End: not null } or { Count.Done: > 0 }));
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("进行中");

        await page.GotoAsync("about:blank");
        await Until(() => Task.FromResult(_county.Works.For(Looking)[0].End is not null));
        await page.GotoAsync("/desk");
        await page.GetByRole(AriaRole.Link, new() { Name = $"导入“{CountyOfMany.FileName}”：已完成" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync($"新记 {CountyOfMany.Lines} 条");
        Assert.Single(_county.Works.For(Looking));
        var import = Assert.Single(await Imports());
        Assert.Equal((ImportStatus.Finished, CountyOfMany.Lines), (import.Status, import.Recorded));
    }

    [Fact]
    public async Task A_server_that_stops_ends_it_between_two_chambers_and_one_press_goes_on()
    {
        var account = await _county.Account(Role.Clerk);
        var page = await _county.Clerk(account);
        await CountyOfMany.Send(page, CountyOfMany.Table());
        await Press(page, "确认导入");
        await Until(() => Task.FromResult(_county.Works.For(Looking)[0].Count.Done > 0));
        await _county.Restart();

        var stopped = Assert.Single(await Imports());
        Assert.Equal(ImportStatus.Unfinished, stopped.Status);
        var perChamber = CountyOfMany.Lines / CountyOfMany.Many;
        var written = await Task.WhenAll(Enumerable.Range(1, CountyOfMany.Many).Select(Written));
        Assert.All(written, lines => Assert.True(lines == 0 || lines == perChamber, $"{lines} lines of {perChamber}"));
        Assert.InRange(written.Sum(), 1, CountyOfMany.Lines - 1);

        page = await _county.Clerk(account);
        await page.GetByRole(AriaRole.Link, new() { Name = $"导入“{CountyOfMany.FileName}”在中途停下了，接着导入" }).ClickAsync();
        await Press(page, "接着导入");
        await Until(async () => (await Imports())[0].Status == ImportStatus.Finished);
        Assert.All(await Task.WhenAll(Enumerable.Range(1, CountyOfMany.Many).Select(Written)), lines => Assert.Equal(perChamber, lines));
    }

    private async Task<int> Written(int chamber)
    {
        var view = await _county.Workspace.Chambers.View(
            CountyOfMany.IdOf(chamber), Period.Year(2026), AsOf.On(_county.Workspace.Today), default);
        return (await view.Entries(default)).Count(e => e.Body is ActivityRecorded);
    }

    private async Task<IReadOnlyList<ImportSummary>> Imports() => await _county.Workspace.Imports.List(RealServer.County, Looking, default);

    private static Task Press(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();

    private static async Task Until(Func<Task<bool>> holds)
    {
        for (var turns = 0; !await holds(); turns++)
        {
            Assert.True(turns < 12_000, "it never came");
            await Task.Delay(10);
        }
    }
}
