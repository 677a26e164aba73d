using System.Net;
using MicroPoints.Identity;
using MicroPoints.Runtime;
using MicroPoints.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace MicroPoints.Web.Tests;

/// <summary>The folder of the daily backup is named at the desk, and the first page tells what is the matter with it.</summary>
public sealed class BackupSectionTests : IDisposable
{
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("micropoints-second-");

    private string Folder => Path.Combine(_place.FullName, "积分备份");

    public void Dispose() => _place.Delete(recursive: true);

    [Fact]
    public async Task The_first_page_asks_for_a_folder_and_naming_one_writes_the_backup_of_today()
    {
        await using var own = await SignInTests.Started();
        var clerk = await own.Server.SignedIn();
        Assert.Contains("还没有设置每天备份的文件夹", (await clerk.Get("/desk")).Words, StringComparison.Ordinal);
        var told = await clerk.Submit("/settings", "backup", ("folder", $" {Folder} "));
        Assert.Contains("现在的数据已经备份", told.Words, StringComparison.Ordinal);
        Assert.Contains("KB）", told.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("备份", (await clerk.Get("/desk")).Words, StringComparison.Ordinal);
        var written = Assert.Single(Directory.GetFiles(Folder));
        Assert.Matches(@"micropoints-\d{4}-\d\d-\d\d\.zip$", written);
    }

    [Fact]
    public async Task A_backup_that_failed_is_told_on_the_first_page_until_one_is_written()
    {
        await using var own = await SignInTests.Started();
        var (clerk, backup) = (await own.Server.SignedIn(), own.Server.Running.Services.GetRequiredService<IDailyBackup>());
        await clerk.Submit("/settings", "backup", ("folder", Folder));
        Directory.Delete(Folder, recursive: true);
        Assert.False(await backup.RunIfDue(default));
        Assert.Contains("备份没有成功：找不到文件夹", (await clerk.Get("/desk")).Words, StringComparison.Ordinal);
        Assert.Contains("备份没有成功：找不到文件夹", (await clerk.Get("/settings")).Words, StringComparison.Ordinal);
        Directory.CreateDirectory(Folder);
        own.Server.Later(TimeSpan.FromHours(1));
        Assert.True(await backup.RunIfDue(default));
        Assert.DoesNotContain("备份没有成功", (await clerk.Get("/desk")).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>", "完整的路径")]
    [InlineData("/no/such/<b>place", "找不到文件夹")]
    public async Task What_will_not_do_is_told_beside_what_was_typed_and_nothing_is_kept(string typed, string words)
    {
        await using var own = await SignInTests.Started();
        var clerk = await own.Server.SignedIn();
        var told = await clerk.Submit("/settings", "backup", ("folder", typed));
        Assert.Contains(words, told.Words, StringComparison.Ordinal);
        Assert.Contains($"value=\"{WebUtility.HtmlEncode(typed)}\"", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(typed, told.Text, StringComparison.Ordinal);
        Assert.Contains("还没有设置", (await clerk.Get("/settings")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_may_not_approve_sees_the_backups_and_names_no_folder()
    {
        await using var own = await SignInTests.Started();
        var clerk = await own.Server.SignedIn(Role.Clerk);
        Assert.DoesNotContain("name=\"folder\"", (await clerk.Get("/settings")).Text, StringComparison.Ordinal);
        var token = await clerk.TokenOf("/settings");
        await clerk.Post("/settings", ("__RequestVerificationToken", token), ("_handler", "backup"), ("folder", Folder));
        Assert.False(Directory.Exists(Folder));
    }

    [Fact]
    public async Task A_day_that_begins_while_the_server_runs_has_its_backup()
    {
        await using var own = new OwnClock(Folder);
        Directory.CreateDirectory(Folder);
        await own.InitializeAsync();
        await own.Sees("micropoints-2026-12-31.zip");
        own.Turn(TimeSpan.FromHours(9));
        await own.Sees("micropoints-2027-01-01.zip");
    }

    [AxeTheory, InlineData(1280), InlineData(390)]
    public async Task It_is_usable_and_fits(int width)
    {
        await using var own = await SignInTests.Started();
        await (await own.Server.SignedIn()).Submit("/settings", "backup", ("folder", Folder));
        await using var context = await (await Browser.Get()).NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = own.Server.Running.Address,
            Locale = "zh-CN",
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
        });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in");
        var account = await own.Server.Account();
        await page.FillAsync("[name=who]", account.Id.Value);
        await page.FillAsync("[name=password]", RealServer.Password);
        await page.ClickAsync("main button");
        await page.GotoAsync("/settings");
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = EveryPageTests.PictureOf($"backup-{width}"), FullPage = true });
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") <= 0, "it scrolls sideways");
        Assert.Empty(await EveryPageTests.Findings(page));
    }

    /// <summary>A server whose timers run when a test turns its clock.</summary>
    private sealed class OwnClock(string folder) : TimeProvider, IAsyncDisposable
    {
        private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("micropoints-clock-");
        private readonly List<Turned> _timers = [];
        private DateTimeOffset _now = new(2026, 12, 31, 8, 0, 0, TimeSpan.Zero);
        private RunningServer? _running;

        public override DateTimeOffset GetUtcNow() => _now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            lock (_timers) _timers.Add(new Turned(callback, state));
            return _timers[^1];
        }

        public async Task InitializeAsync() => _running = await Hosting.Start(new ServerOptions
        {
            Data = Path.Combine(_data.FullName, "data"),
            BackupTo = folder,
            Listen = new IPEndPoint(IPAddress.Loopback, 0),
            Clock = this,
        }, TextWriter.Null, e => throw e, default);

        public void Turn(TimeSpan by)
        {
            _now += by;
            lock (_timers) foreach (var timer in _timers) timer.Run();
        }

        public async Task Sees(string file)
        {
            for (var i = 0; i < 200 && !File.Exists(Path.Combine(folder, file)); i++) await Task.Delay(50);
            Assert.True(File.Exists(Path.Combine(folder, file)), $"{file} is not written");
        }

        public async ValueTask DisposeAsync()
        {
            if (_running is not null) await _running.DisposeAsync();
            _data.Delete(recursive: true);
        }

        private sealed class Turned(TimerCallback callback, object? state) : ITimer
        {
            private bool _ended;

            public void Run()
            {
                if (!_ended) callback(state);
            }

            public bool Change(TimeSpan dueTime, TimeSpan period) => true;
            public void Dispose() => _ended = true;

            public ValueTask DisposeAsync()
            {
                Dispose();
                return default;
            }
        }
    }
}
