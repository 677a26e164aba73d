using MicroPoints.Identity;

namespace MicroPoints.Api.Tests;

/// <summary>What lies outside a key's scope is told exactly as what is nowhere.</summary>
public sealed class ScopeTests(TestServer server) : IClassFixture<TestServer>
{
    public static TheoryData<string, string, string?> OfChambers => new()
    {
        { "GET", "", null },
        { "GET", "/ledger", null },
        { "GET", "/scorecard", null },
        { "GET", "/explain", null },
        { "GET", "/advice", null },
        { "POST", "/what-if", "{\"activities\":[" + Visit.Of("more") + "]}" },
        { "GET", "/activities/known", null },
        { "POST", "/activities", Visit.Of("known", 2) },
        { "POST", "/activities/preview", Visit.Of("known", 2) },
        { "POST", "/activities/batch", "{\"activities\":[" + Visit.Of("known") + "]}" },
        { "POST", "/activities/known/reversal", "{\"id\":\"undo\",\"reason\":\"r\"}" },
        { "POST", "/dissolution", "{\"id\":\"end\",\"on\":\"2026-01-01\"}" },
        { "POST", "/merger", "{\"id\":\"m\",\"on\":\"2026-01-01\",\"into\":\"c-1\"}" },
        { "POST", "/split", "{\"id\":\"s\",\"on\":\"2026-01-01\",\"shares\":[]}" },
        { "POST", "/late-windows", "{\"id\":\"w\",\"period\":\"2026\",\"through\":\"2199-01-01\",\"reason\":\"r\"}" },
    };

    [Theory]
    [MemberData(nameof(OfChambers))]
    public async Task A_foreign_chamber_is_as_unknown_as_one_that_is_nowhere(string method, string path, string? body)
    {
        var foreign = await server.Chamber(TestServer.Elsewhere);
        await server.SendWith(server.Key(Role.Approver, TestServer.Elsewhere), HttpMethod.Post,
            $"/api/v1/chambers/{foreign}/activities", Visit.Of("known"));
        var heads = await server.Heads();
        Task<Sent> Ask(string chamber) =>
            server.Send(new HttpMethod(method), $"/api/v1/chambers/{chamber}{path}", body, Role.Approver);
        var there = (await Ask(foreign)).IsProblem(404, "chamber-unknown");
        var nowhere = (await Ask("nowhere")).IsProblem(404, "chamber-unknown");
        Assert.Equal(nowhere["detail"]!.Replace("nowhere", foreign), there["detail"]);
        Assert.Equal(heads, await server.Heads());
    }

    [Theory]
    [InlineData("/api/v1/chambers?scope=")]
    [InlineData("/api/v1/activities?scope=")]
    [InlineData("/api/v1/coverage?scope=")]
    [InlineData("/api/v1/standings?scope=")]
    [InlineData("/api/v1/adoptions?region=")]
    [InlineData("/api/v1/rounds?scope=")]
    [InlineData("/api/v1/not-applicable?scope=")]
    public async Task A_region_outside_the_scope_is_unknown(string path)
    {
        (await server.Get(path + TestServer.Elsewhere)).IsProblem(404, "region-unknown");
        (await server.Get(path + "99")).IsProblem(404, "region-unknown");
        (await server.Get(path + "00")).IsProblem(404, "region-unknown");
        (await server.Get(path + "9901x")).IsProblem(400, "query-invalid");
        (await server.Get(path + TestServer.County)).Is(200);
        (await server.Get(path + TestServer.County + "101")).Is(200);
    }

    [Fact]
    public async Task Lists_show_only_what_the_key_reaches()
    {
        var (own, foreign) = (await server.Chamber(), await server.Chamber(TestServer.Elsewhere));
        var listed = (await server.Get("/api/v1/chambers?limit=500")).Text;
        Assert.Contains($"\"{own}\"", listed);
        Assert.DoesNotContain($"\"{foreign}\"", listed);
        (await server.Get($"/api/v1/standings?period=2026&chamber={foreign}")).IsProblem(404, "chamber-unknown");
    }

    [Fact]
    public async Task Nothing_is_put_where_the_key_does_not_reach()
    {
        var foreign = await server.Chamber(TestServer.Elsewhere);
        var body = """{"name":"青石镇商会","kind":"township","seat":"990202101"}""";
        (await server.Send(HttpMethod.Put, $"/api/v1/chambers/{foreign}", body)).IsProblem(409, "chamber-exists");
        (await server.Send(HttpMethod.Put, "/api/v1/chambers/new-there", body)).IsProblem(403, "not-allowed");
        (await server.Post("/api/v1/adoptions",
            """{"id":"a","region":"990202","ruleset":"micro-points","version":"2026.1","from":"2026-01-01"}""", Role.Approver))
            .IsProblem(404, "region-unknown");
        foreach (var region in (string[])["990202", "00", "99"])
            (await server.Post("/api/v1/rulesets/impact",
                $$"""{"scope":"{{region}}","after":{"ruleset":"micro-points","version":"2026.1"} }""", Role.Approver))
                .IsProblem(404, "region-unknown");
    }
}
