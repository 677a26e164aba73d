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

    [Theory]
    [InlineData("bearer")]
    [InlineData("BEARER")]
    public async Task The_scheme_of_a_key_is_written_in_any_case(string scheme) => (await server.Get(
        "/api/v1/identity", null, ("Authorization", $"{scheme} {server.Key(Role.Reader)}"))).Is(200);

    [Fact]
    public async Task A_document_that_there_is_not_is_a_problem_too() =>
        (await server.Get("/openapi/v2.json", null)).IsProblem(404, "route-unknown");

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
        Api = new ApiOptions { RequestsAtOnce = 3, RequestsPerSecond = 1, RefusedKeysPerMinute = 5 },
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

    [Fact]
    public async Task An_address_that_sends_keys_that_are_none_is_told_to_wait_and_good_keys_behind_it_are_not()
    {
        var sent = new List<Sent>();
        for (var i = 0; i < 8; i++) sent.Add(await server.SendWith($"mp_guess_{i}", HttpMethod.Get, "/api/v1/identity"));
        sent[0].IsProblem(401, "key-required");
        Assert.True(int.Parse(sent[^1].IsProblem(429, "rate-limited").Header("Retry-After")!) >= 1);
        (await server.Get("/api/v1/identity", Role.Auditor)).Is(200);
    }

    [Fact]
    public void Unless_told_otherwise_a_key_sends_no_faster_than_a_program_in_order_would() =>
        Assert.Equal((2_000, 4_000, 120), (new ApiOptions().RequestsPerSecond, new ApiOptions().RequestsAtOnce,
            new ApiOptions().RefusedKeysPerMinute));
}
