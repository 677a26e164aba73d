using System.Net;
using MicroPoints.Runtime;
using MicroPoints.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace MicroPoints.Web.Tests;

/// <summary>The fictional county served to browsers, in a directory of its own.</summary>
public class DeskServer : IAsyncLifetime
{
    /// <summary>However busy the machine is, a page is not left for its progress but where a test means it to be.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    protected virtual TimeSpan AnswersWithin => Patience;

    private readonly string _data = Path.Combine(Directory.CreateTempSubdirectory("micropoints-desk-").FullName, "demo");
    private readonly SetClock _clock = new();
    private RunningServer _running = null!;
    private string _ticket = "";

    /// <summary>What the server takes the time to be; cookies too, so days are not to be gone back.</summary>
    public DateTimeOffset Now { get => _clock.Now; set => _clock.Now = value; }

    public string Address => _running.Address;

    /// <summary>What the pages are over, for what would take a browser too long to bring about.</summary>
    public Workspace Workspace => _running.Workspace;

    /// <summary>The work that its pages began.</summary>
    public LongWorks Works => _running.Services.GetRequiredService<LongWorks>();

    public async Task InitializeAsync()
    {
        await DemoData.CopyTo(_data);
        var options = new ServerOptions
        {
            Data = _data,
            Demo = true,
            Listen = new IPEndPoint(IPAddress.Loopback, 0),
            Clock = _clock,
            PagesAnswerWithin = AnswersWithin,
        };
        _ticket = options.DemoTicket;
        _running = await Hosting.Start(options, TextWriter.Null, e => throw e, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await _running.DisposeAsync();
        Directory.Delete(Path.GetDirectoryName(_data)!, recursive: true);
    }

    /// <summary>A browser window with nobody signed in.</summary>
    /// <param name="scripts">Whether the browser runs scripts.</param>
    public async Task<IPage> Visitor(int width = 1280, bool scripts = true)
    {
        var context = await (await Browser.Get()).NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address,
            JavaScriptEnabled = scripts,
            Locale = "zh-CN",
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
        });
        return await context.NewPageAsync();
    }

    /// <summary>A browser window in which the demo's clerk has signed in by the link that the start prints.</summary>
    public async Task<IPage> Clerk(int width = 1280, bool scripts = true)
    {
        var page = await Visitor(width, scripts);
        await page.GotoAsync($"/demo/{_ticket}");
        Assert.EndsWith("/desk", page.Url, StringComparison.Ordinal);
        return page;
    }
}
