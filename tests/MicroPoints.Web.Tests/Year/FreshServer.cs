using System.Net;
using MicroPoints.Runtime;
using MicroPoints.Server;
using Microsoft.Playwright;

namespace MicroPoints.Web.Tests;

/// <summary>A server started on an empty directory as a county starts it: no option, no chamber, nobody with a password.</summary>
public sealed class FreshServer : IAsyncLifetime
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("micropoints-year-");
    private readonly StringWriter _output = new();
    private readonly SetClock _clock = new() { Now = new(2027, 1, 5, 2, 0, 0, TimeSpan.Zero) };
    private RunningServer _running = null!;

    public DateTimeOffset Now { get => _clock.Now; set => _clock.Now = value; }

    public Workspace Workspace => _running.Workspace;

    /// <summary>The link by which the first person sets a password.</summary>
    public string FirstLink => _output.ToString().Split('\n').Last(l => l.Contains("/set-password/", StringComparison.Ordinal)).Trim();

    public async Task InitializeAsync() => _running = await Hosting.Start(new ServerOptions
    {
        Data = Path.Combine(_directory.FullName, "data"),
        Listen = new IPEndPoint(IPAddress.Loopback, 0),
        Clock = _clock,
        PagesAnswerWithin = DeskServer.Patience,
    }, _output, e => throw e, default);

    public async Task DisposeAsync()
    {
        await _running.DisposeAsync();
        _directory.Delete(recursive: true);
    }

    public async Task<IPage> Window(int width = 1280, bool scripts = false) =>
        await (await (await Browser.Get()).NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = _running.Address,
            JavaScriptEnabled = scripts,
            Locale = "zh-CN",
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
        })).NewPageAsync();
}
