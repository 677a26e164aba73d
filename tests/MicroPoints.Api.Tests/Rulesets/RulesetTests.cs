using MicroPoints.Identity;

namespace MicroPoints.Api.Tests;

public sealed class RulesetTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task A_published_ruleset_is_listed_and_its_bytes_have_the_hash()
    {
        var version = (await server.Get("/api/v1/rulesets")).Is(200).Json["rulesets"]!.AsArray()
            .Single(r => r!["id"]!.ToString() == "micro-points")!["versions"]![0]!;
        var file = (await server.Get($"/api/v1/rulesets/micro-points/versions/{version["version"]}")).Is(200);
        Assert.Equal("application/yaml", file.MediaType);
        Assert.Equal(version["hash"]!.ToString(), Digest.OfText(file.Text).ToString());
        (await server.Get($"/api/v1/rulesets/micro-points/versions/{version["version"]}", Role.Reader,
            ("If-None-Match", file.ETag!))).Is(304);
    }

    [Theory]
    [InlineData("micro-points", "1999.1")]
    [InlineData("activities", "2026.1")]
    [InlineData("calendar", "1")]
    [InlineData("nothing", "1")]
    public async Task What_is_not_published_is_unknown(string ruleset, string version) =>
        (await server.Get($"/api/v1/rulesets/{ruleset}/versions/{version}")).IsProblem(404, "ruleset-unknown");

    [Fact]
    public async Task A_check_says_every_diagnostic_with_its_place_and_keeps_nothing()
    {
        var heads = await server.Heads();
        var shipped = (await server.Get("/api/v1/rulesets/micro-points/versions/2026.1")).Text;
        Task<Sent> Check(string yaml, Role role = Role.Sandbox) =>
            server.Send(HttpMethod.Post, "/api/v1/rulesets/check", yaml, role, "application/yaml");
        Assert.Equal("micro-points@2026.1", (await Check(shipped)).Is(200)["ruleset"]);
        var bad = (await Check(shipped.Replace("period: year", "period: week"))).Is(200);
        Assert.Equal("false", bad["fine"], ignoreCase: true);
        Assert.All(bad.Json["diagnostics"]!.AsArray(), d => Assert.True((int)d!["line"]! > 0 && d["fix"]!.ToString().Length > 0));
        (await Check(new string('#', Limits.RulesetBytesMax + 1))).IsProblem(413, "body-too-large");
        (await Check("")).IsProblem(400, "request-invalid");
        Assert.Equal(heads, await server.Heads());
    }

    [Fact]
    public async Task An_adoption_counts_below_and_the_same_again_is_a_replay()
    {
        const string Body = """
            {"id":"adopt-1","region":"990101","ruleset":"micro-points","version":"2026.1","from":"2026-01-01",
             "settings":{"party-limit":false}}
            """;
        var first = (await server.Post("/api/v1/adoptions", Body, Role.Approver)).Is(201);
        var again = (await server.Post("/api/v1/adoptions", Body, Role.Approver)).Is(200);
        Assert.Equal((first["hash"], "exists"), (again["hash"], again["answer"]));
        var counts = (await server.Get("/api/v1/adoptions?region=990101101")).Is(200).Json["adoptions"]!.AsArray().Single()!;
        Assert.Equal(("micro-points", "false"), (counts["ruleset"]!.ToString(), counts["settings"]!["party-limit"]!.ToJsonString()));
        (await server.Post("/api/v1/adoptions", Body.Replace("false", "true"), Role.Approver))
            .IsProblem(409, "exists-with-different-content");
    }

    [Theory]
    [InlineData("\"party-limit\":1", 422, "setting-not-of-type")]
    [InlineData("\"no-such\":true", 422, "setting-unknown")]
    public async Task Settings_that_the_ruleset_does_not_have_are_refused(string setting, int status, string refusal) =>
        (await server.Post("/api/v1/adoptions",
            $$$"""
            {"id":"a","region":"990101","ruleset":"micro-points","version":"2026.1","from":"2026-01-01","settings":{{{{setting}}}}}
            """,
            Role.Approver)).IsProblem(status, refusal);
}
