using System.Diagnostics;
using System.Net;
using MicroPoints.Identity;
using MicroPoints.Server;

namespace MicroPoints.Api.Tests;

/// <summary>What a server sends by OTLP, taken by a collector: it arrives, and nobody is named in it.</summary>
public sealed class OtlpTests : IAsyncLifetime
{
    private const string Name = "王小明", Phone = "13812345678";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TestServer _before = new();
    private string _chamber = "";

    public async Task InitializeAsync()
    {
        await _before.InitializeAsync();
        _chamber = await _before.Chamber();
        await _before.Stop();
    }

    public async Task DisposeAsync()
    {
        await _before.Start();
        await _before.DisposeAsync();
    }

    [Fact]
    public async Task Traces_figures_and_logs_arrive_over_HTTP_and_name_nobody()
    {
        await using var receiver = await OtlpReceiver.Start();
        using var process = Serve(receiver.Address);
        var said = await process.StandardOutput.ReadLineAsync().WaitAsync(Patience);
        try
        {
            using var http = new HttpClient { BaseAddress = new Uri(said!.Split(' ')[^1]) };
            await Work(http);
            await Until(() => receiver.Spans.Contains("standings") && receiver.Figures.Contains("micropoints.group.size"));
            await Breaks(http);
            await Until(() => receiver.Logs.Any());
        }
        finally { await Stop(process); }

        Assert.Equal(0, process.ExitCode);
        Assert.Equal(["/v1/logs", "/v1/metrics", "/v1/traces"], receiver.Paths);
        foreach (var signal in (string[])["traces", "metrics", "logs"])
            Assert.Equal(["micropoints"], receiver.Services(signal).Distinct());
        foreach (var figure in (string[])["micropoints.entries.recorded", "micropoints.append.duration", "micropoints.refusals",
            "micropoints.group.bytes", "micropoints.group.flush.duration", "micropoints.standings.duration"])
            Assert.Contains(figure, receiver.Figures);
        Assert.All(receiver.Texts, text => Assert.All(
            (string[])[Name, Phone, "青石镇商会", Uri.EscapeDataString(Name), _before.Key(Role.Clerk), _before.Key(Role.Reader)],
            personal => Assert.DoesNotContain(personal, text, StringComparison.Ordinal)));
    }

    /// <summary>Records, is refused, looks and searches, with a name and a number wherever one can be written.</summary>
    private async Task Work(HttpClient http)
    {
        Assert.Equal(HttpStatusCode.Created, await Send(http, Role.Clerk, HttpMethod.Post, $"/api/v1/chambers/{_chamber}/activities",
            $$"""{"id":"v-1","kind":"member.visited","on":"2026-01-05","count":1,"reason":"走访{{Name}} {{Phone}}"}"""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Send(http, Role.Clerk, HttpMethod.Post,
            $"/api/v1/chambers/{_chamber}/activities",
            $$"""{"id":"v-2","kind":"member.visited","on":"2026-01-05","count":0,"reason":"走访{{Name}} {{Phone}}"}"""));
        Assert.Equal(HttpStatusCode.OK, await Send(http, Role.Reader, HttpMethod.Get,
            $"/api/v1/chambers/{_chamber}/scorecard?ruleset=micro-points"));
        Assert.Equal(HttpStatusCode.NotFound, await Send(http, Role.Reader, HttpMethod.Get, $"/api/v1/chambers/{Phone}"));
        Assert.Equal(HttpStatusCode.OK, await Send(http, Role.Reader, HttpMethod.Get,
            $"/api/v1/activities?scope={TestServer.County}&key={Uri.EscapeDataString(Name)}"));
    }

    /// <summary>Spoils the journal under the server for one request, which then ends as a fault and is logged.</summary>
    private async Task Breaks(HttpClient http)
    {
        var journal = Path.Combine(_before.Data, "journal-000001.log");
        await using var file = new FileStream(journal, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        var whole = new byte[file.Length];
        await file.ReadExactlyAsync(whole);
        try
        {
            await Overwrite(file, [.. whole.Select(b => (byte)~b)]);
            Assert.InRange((int)await Send(http, Role.Reader, HttpMethod.Get, $"/api/v1/chambers/{_chamber}/ledger"), 500, 599);
        }
        finally { await Overwrite(file, whole); }
    }

    private static async Task Overwrite(FileStream file, byte[] bytes)
    {
        file.Position = 0;
        await file.WriteAsync(bytes);
        await file.FlushAsync();
    }

    private async Task<HttpStatusCode> Send(HttpClient http, Role role, HttpMethod method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new("Bearer", _before.Key(role));
        if (body is not null) request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }

    private Process Serve(string collector)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var word in (string[])[typeof(Hosting).Assembly.Location, "--data", _before.Data, "--listen", "127.0.0.1:0"])
            start.ArgumentList.Add(word);
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "300",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
            ["OTEL_BLRP_SCHEDULE_DELAY"] = "200",
        }) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static async Task Stop(Process process)
    {
        if (!process.HasExited) Process.Start("kill", ["-TERM", $"{process.Id}"])!.WaitForExit();
        await process.WaitForExitAsync().WaitAsync(Patience);
    }

    private static async Task Until(Func<bool> arrived)
    {
        for (var since = Stopwatch.StartNew(); !arrived(); await Task.Delay(50))
            Assert.True(since.Elapsed < Patience, "it does not arrive");
    }
}
