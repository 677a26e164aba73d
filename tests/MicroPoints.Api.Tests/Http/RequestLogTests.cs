using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using MicroPoints.Identity;
using Microsoft.Extensions.Logging;

namespace MicroPoints.Api.Tests;

/// <summary>What an operator finds of a request by the id that its sender was given.</summary>
public sealed class RequestLogTests(LoggedServer server) : IClassFixture<LoggedServer>
{
    private async Task<LogLine> LineOf(Sent sent) => Assert.Single(await server.LinesOf(sent.Header("X-Request-Id")!));

    [Fact]
    public async Task Every_request_has_one_line_that_names_route_status_and_key_by_the_answers_request_id()
    {
        var chamber = await server.Chamber();
        var line = await LineOf((await server.Record(chamber, Visit.Of("v-1"))).Is(201));
        Assert.Equal((LogLevel.Information, "POST", "/api/v1/chambers/{chamber}/activities", "201"),
            (line.Level, line["Method"], line["Route"], line["Status"]));
        Assert.True(double.Parse(line["Milliseconds"]!) > 0);
        Assert.Matches("^key:k[0-9a-f]{12}$", line["Key"]);
    }

    [Fact]
    public async Task Refusals_of_every_sort_have_their_line_too()
    {
        var refused = (await server.Get("/api/v1/chambers/nobody/scorecard?period=2026")).IsProblem(404, "chamber-unknown");
        Assert.Equal(refused["requestId"], (await LineOf(refused))["RequestId"]);
        var (lost, open) = (await LineOf(await server.Get("/api/v1/nothing")), await LineOf(await server.Get("/api/v1/rounds", null)));
        Assert.Equal(("404", "-", "401", "-"), (lost["Status"], lost["Route"], open["Status"], open["Key"]));
        Assert.Equal("421", (await LineOf(await server.Get("/api/v1/rounds", Role.Reader, ("Host", "evil.example"))))["Status"]);
    }

    [Fact]
    public async Task No_chamber_question_name_or_reason_is_in_it()
    {
        var chamber = await server.Chamber();
        var award = await server.Record(chamber, """
            {"id":"a-1","kind":"federation.awarded","on":"2026-05-08","points":1.5,"reason":"组织会员抗旱送水"}
            """);
        var asked = await server.Get($"/api/v1/activities?chamber={chamber}&key=secret-1");
        foreach (var line in (LogLine[])[await LineOf(award.Is(201)), await LineOf(asked.Is(200))])
            foreach (var told in (string[])[chamber, "抗旱", "secret-1", server.Key(Role.Clerk), "a-1"])
                Assert.DoesNotContain(told, line.Text);
    }

    [Fact]
    public async Task The_span_of_a_request_bears_its_id_and_holds_what_it_recorded()
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Microsoft.AspNetCore" or "MicroPoints",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        var sent = (await server.Record(await server.Chamber(), Visit.Of("v-1"))).Is(201);
        Activity? request = null;
        for (var attempt = 0; attempt < 500 && request is null; attempt++, await Task.Delay(10))
            request = spans.FirstOrDefault(s => s.GetTagItem("micropoints.request.id") as string == sent.Header("X-Request-Id"));
        Assert.Equal("POST /api/v1/chambers/{chamber}/activities", request!.DisplayName);
        var command = spans.Single(s => s.Source.Name == "MicroPoints" && s.TraceId == request.TraceId);
        Assert.Equal(("command", request.SpanId, "accepted"),
            (command.DisplayName, command.ParentSpanId, command.GetTagItem("micropoints.answer")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_client_that_goes_away_in_the_middle_of_its_body_leaves_a_line_and_no_warning(bool reset)
    {
        var chamber = await server.Chamber();
        var address = new Uri(server.Running.Address);
        for (var i = 0; i < 10; i++)
        {
            using var client = new TcpClient(address.Host, address.Port);
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
                $"POST /api/v1/chambers/{chamber}/activities HTTP/1.1\r\nHost: localhost\r\nX-Request-Id: gone-{reset}-{i}\r\n"
                + $"Authorization: Bearer {server.Key(Role.Clerk)}\r\nContent-Type: application/json\r\n"
                + "Content-Length: 900\r\n\r\n{\"id\":"));
            await Task.Delay(30);
            if (reset) client.LingerState = new LingerOption(true, 0);
        }
        for (var i = 0; i < 10; i++)
            Assert.Contains(Assert.Single(await server.LinesOf($"gone-{reset}-{i}"))["Status"], (string[])["499", "400"]);
        Assert.DoesNotContain(server.Lines, l => l.Level >= LogLevel.Warning || l.Exception is not null);
    }
}
