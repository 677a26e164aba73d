using MicroPoints.Identity;

namespace MicroPoints.Api.Tests;

public sealed class PlumbingTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task A_valid_request_id_is_taken_and_any_other_is_replaced()
    {
        Assert.Equal("trace-7", (await server.Get("/api/v1/identity", Role.Reader, ("X-Request-Id", "trace-7"))).Header("X-Request-Id"));
        Assert.NotEqual("a b", (await server.Get("/api/v1/identity", Role.Reader, ("X-Request-Id", "a b"))).Header("X-Request-Id"));
        var refused = (await server.Get("/api/v1/nothing", Role.Reader, ("X-Request-Id", "trace-8"))).IsProblem(404, "route-unknown");
        Assert.Equal("trace-8", refused["requestId"]);
    }

    [Fact]
    public async Task Another_method_and_another_host_are_refused()
    {
        (await server.Send(HttpMethod.Delete, "/api/v1/chambers")).IsProblem(405, "method-not-allowed");
        (await server.Get("/api/v1/identity", Role.Reader, ("Host", "evil.example"))).IsProblem(421, "host-unknown");
    }

    [Fact]
    public async Task Health_prints_what_is_built_in_without_a_key()
    {
        var ready = (await server.Get("/health/ready", null)).Is(200);
        Assert.Equal("ready", ready["status"]);
        Assert.Contains("embedded journal", ready.Json["editions"]!.AsArray().Select(e => e!.ToString()));
        Assert.Equal("live", (await server.Get("/health/live", null)).Is(200)["status"]);
    }

    [Fact]
    public async Task Answers_are_never_sniffed_and_name_no_server()
    {
        var sent = (await server.Get("/api/v1/identity")).Is(200);
        Assert.Equal("nosniff", sent.Header("X-Content-Type-Options"));
        Assert.Null(sent.Header("Server"));
    }

    [Fact]
    public void Every_refusal_and_fault_has_a_status_and_a_name_of_its_own()
    {
        var names = Enum.GetValues<Refusal>().Select(Statuses.Name).Concat(Enum.GetValues<Fault>().Select(Statuses.Name)).ToList();
        Assert.Equal(names.Count, names.Distinct().Count());
        Assert.All(Enum.GetValues<Refusal>(), r => Assert.InRange(Statuses.Of(r), 400, 499));
        Assert.All(Enum.GetValues<Fault>(), f => Assert.InRange(Statuses.Of(f), 400, 599));
    }
}

/// <summary>A key that may send three requests, and then one a second.</summary>
public sealed class SlowServer : TestServer
{
    internal override Server.ServerOptions Options => base.Options with
    {
        Api = new ApiOptions { RequestsAtOnce = 3, RequestsPerSecond = 1 },
    };
}

public sealed class RateTests(SlowServer server) : IClassFixture<SlowServer>
{
    [Fact]
    public async Task A_key_that_sends_too_fast_is_told_how_long_to_wait_and_others_are_not()
    {
        var sent = new List<Sent>();
        for (var i = 0; i < 8; i++) sent.Add(await server.Get("/api/v1/identity", Role.Reader));
        var refused = sent.First(s => s.Status == 429).IsProblem(429, "rate-limited");
        Assert.True(int.Parse(refused.Header("Retry-After")!) >= 1);
        (await server.Get("/api/v1/identity", Role.Clerk)).Is(200);
    }
}
