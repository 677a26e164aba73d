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

    /// <summary>Left to itself OpenTelemetry sends figures once a minute; what is there sooner goes by the environment.</summary>
    private static readonly TimeSpan Sooner = TimeSpan.FromSeconds(40);

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

    [Theory]
    [InlineData("http/protobuf", "/v1/logs", "/v1/metrics", "/v1/traces")]
    [InlineData("grpc", "/opentelemetry.proto.collector.logs.v1.LogsService/Export",
        "/opentelemetry.proto.collector.metrics.v1.MetricsService/Export",
        "/opentelemetry.proto.collector.trace.v1.TraceService/Export")]
    public async Task Traces_figures_and_logs_arrive_by_either_protocol_and_name_nobody(string protocol, params string[] paths)
    {
        await using var receiver = await OtlpReceiver.Start(protocol != "grpc");
        using var process = Serve(receiver.Address, protocol, milliseconds: 200);
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
        Assert.Equal(paths, receiver.Paths);
        foreach (var signal in (string[])["traces", "metrics", "logs"])
            Assert.Equal(["micropoints"], receiver.Services(signal).Distinct());
        foreach (var figure in (string[])["micropoints.entries.recorded", "micropoints.append.duration", "micropoints.refusals",
            "micropoints.batch.size", "micropoints.fold.duration", "micropoints.fold.entries",
            "micropoints.group.bytes", "micropoints.group.flush.duration", "micropoints.standings.duration"])
            Assert.Contains(figure, receiver.Figures);
        Assert.All(receiver.Texts, text => Assert.All(
            (string[])[Name, Phone, "青石镇商会", Uri.EscapeDataString(Name), _before.Key(Role.Clerk), _before.Key(Role.Reader)],
            personal => Assert.DoesNotContain(personal, text, StringComparison.Ordinal)));
    }

    /// <summary>It waits for far longer than the server runs, so that only the stop can send anything.</summary>
    [Fact]
    public async Task What_was_not_sent_yet_is_sent_at_the_stop_under_the_name_that_the_environment_gives()
    {
        await using var receiver = await OtlpReceiver.Start(isHttp: true);
        using var process = Serve(receiver.Address, "http/protobuf", milliseconds: 600_000, ("OTEL_SERVICE_NAME", "county"));
        var said = await process.StandardOutput.ReadLineAsync().WaitAsync(Patience);
        try
        {
            using var http = new HttpClient { BaseAddress = new Uri(said!.Split(' ')[^1]) };
            await Work(http);
            await Breaks(http);
            Assert.Empty(receiver.Paths);
        }
        finally { await Stop(process); }

        Assert.Contains("standings", receiver.Spans);
        Assert.Contains("micropoints.entries.recorded", receiver.Figures);
        Assert.NotEmpty(receiver.Logs);
        foreach (var signal in (string[])["traces", "metrics", "logs"]) Assert.Equal(["county"], receiver.Services(signal).Distinct());
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

    /// <param name="milliseconds">Between two sendings of a signal.</param>
    private Process Serve(string collector, string protocol, int milliseconds, params (string Name, string Value)[] more)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var word in (string[])[typeof(Hosting).Assembly.Location, "--data", _before.Data, "--listen", "127.0.0.1:0"])
            start.ArgumentList.Add(word);
        foreach (var (name, value) in (IEnumerable<(string, string)>)
        [
            ("OTEL_EXPORTER_OTLP_ENDPOINT", collector), ("OTEL_EXPORTER_OTLP_PROTOCOL", protocol),
            ("OTEL_METRIC_EXPORT_INTERVAL", $"{milliseconds}"), ("OTEL_BSP_SCHEDULE_DELAY", $"{milliseconds}"),
            ("OTEL_BLRP_SCHEDULE_DELAY", $"{milliseconds}"), .. more,
        ]) start.Environment[name] = value;
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
            Assert.True(since.Elapsed < Sooner, "it does not arrive");
    }
}
