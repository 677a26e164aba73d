using MicroPoints.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace MicroPoints.Api.Tests;

public sealed class RoundReachTests(RoundServer server) : IClassFixture<RoundServer>
{
    private const string Decision = """{"meeting":"m","on":"2026-11-20","minutes":"1"}""";

    private static readonly (string Method, string Path, string? Body)[] OfOneRound =
    [
        ("GET", "", null), ("POST", "/applications", """{"chamber":"c"}"""), ("POST", "/lock", "{}"), ("POST", "/decide", Decision),
        ("POST", "/seal", null), ("GET", "/results", null), ("GET", "/chambers/c/explain", null), ("GET", "/proof", null),
    ];

    [Fact]
    public async Task A_round_outside_the_keys_scope_is_as_unknown_as_one_that_is_nowhere()
    {
        var town = await server.Sealed();
        foreach (var (method, path, body) in OfOneRound)
        {
            var foreign = await As(method, $"/api/v1/rounds/{town}{path}", body);
            var nowhere = await As(method, $"/api/v1/rounds/n-{town}{path}", body);
            foreign.IsProblem(404, "round-unknown");
            Assert.Equal(nowhere["detail"]!.Replace("n-", ""), foreign["detail"]);
        }
        Assert.Empty((await As("GET", "/api/v1/rounds", null)).Json["rounds"]!.AsArray());

        Task<Sent> As(string method, string path, string? body) =>
            server.SendWith(server.Key(Role.Approver, TestServer.Elsewhere), new HttpMethod(method), path, body);
    }

    [Fact]
    public async Task Neither_a_foreign_scope_nor_a_taken_id_nor_a_foreign_chamber_is_let_through()
    {
        var (town, elsewhere) = (await server.Opened(), await server.Town(1, TestServer.Elsewhere));
        (await server.Open("mine", TestServer.Elsewhere)).IsProblem(404, "region-unknown");
        var taken = await server.SendWith(server.Key(Role.Approver, TestServer.Elsewhere), HttpMethod.Post, "/api/v1/rounds",
            $$"""{"id":"{{town}}","scope":"{{elsewhere}}","period":"2026"}""");
        Assert.DoesNotContain(TestServer.County + " ", taken.IsProblem(409, "round-exists").Text);
        (await server.Post($"/api/v1/rounds/{town}/applications", $$"""{"chamber":"{{elsewhere}}-a"}""")).IsProblem(404, "chamber-unknown");
        var neighbour = await server.Town(1);
        Assert.Contains("which round", (await server.Post($"/api/v1/rounds/{town}/applications",
            $$"""{"chamber":"{{neighbour}}-a"}""")).IsProblem(404, "chamber-unknown")["detail"]);
    }

    [Fact]
    public async Task Reading_rounds_leaves_every_head_where_it_was()
    {
        var town = await server.Sealed();
        var heads = await server.Heads();
        foreach (var path in (string[])["", $"/{town}", $"/{town}/results", $"/{town}/chambers/{town}-a/explain", $"/{town}/proof"])
            for (var i = 0; i < 2; i++) (await server.Get($"/api/v1/rounds{path}", Role.Auditor)).Is(200);
        Assert.Equal(heads, await server.Heads());
    }

    [Fact]
    public async Task Long_work_waits_for_its_turn_and_keeps_nobody_else_waiting()
    {
        var town = await server.Opened();
        var finish = new TaskCompletionSource<int>();
        var before = server.Running.Services.GetRequiredService<LongWork>().Run(() => finish.Task, default).AsTask();
        var locking = server.Lock(town);
        for (var i = 0; i < 20; i++) (await server.Record($"{town}-a", Visit.Of($"v-{i}"))).Is(201);
        Assert.Equal("draft", (await server.Get($"/api/v1/rounds/{town}"))["status"]);
        Assert.False(locking.IsCompleted);
        finish.SetResult(1);
        (await locking).Is(201);
        Assert.Equal(1, await before);
    }
}
