using System.Text.Json.Nodes;
using MicroPoints.Identity;
using MicroPoints.Rulesets;

namespace MicroPoints.Api.Tests;

/// <summary>Publishing rulesets over HTTP: for everybody, once, with tests or a reason.</summary>
public sealed class PublishTests(RoundServer server) : IClassFixture<RoundServer>, IAsyncLifetime
{
    private const string Passing = "suite: micro-points 2026.1\ncases:\n  - name: Two visits\n    given: "
        + "[ { kind: member.visited, on: '2026-06-30', count: 2 } ]\n    then: { points: { M1: 1 }, only: [ M1 ] }\n";

    private static string _nation = "", _shipped = "";

    public async Task InitializeAsync()
    {
        _nation = await server.IssueFor(Role.Approver, "00");
        _shipped = (await server.Get("/api/v1/rulesets/micro-points/versions/2026.1")).Is(200).Text;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private static string Version(string version) => _shipped.Replace("version: '2026.1'", $"version: '{version}'");

    private Task<Sent> Publish(string rules, string? tests = null, string? reason = null, string? key = null)
    {
        var body = new JsonObject { ["rules"] = rules };
        if (tests is not null) body["tests"] = tests;
        if (reason is not null) body["withoutTests"] = reason;
        return server.SendWith(key ?? _nation, HttpMethod.Post, "/api/v1/rulesets", body.ToJsonString());
    }

    [Fact]
    public async Task A_version_is_published_with_its_tests_and_the_same_again_is_a_replay()
    {
        var first = (await Publish(Version("tested"), Passing)).Is(201);
        Assert.Equal(("recorded", "publish-tested", "tested", "1", Digest.OfText(Version("tested")).ToString()),
            (first["answer"], first["id"], first["version"], first["testsPassed"], first["rulesHash"]));
        Assert.Equal(Version("tested"), (await server.Get(first.Location!)).Is(200).Text);
        var heads = await server.Heads();
        foreach (var again in (Sent[])[await Publish(Version("tested"), Passing), await Publish(Version("tested"))])
            Assert.Equal(("exists", first["hash"], first["recorded"], first.ETag),
                (again.Is(200)["answer"], again["hash"], again["recorded"], again.ETag));
        Assert.Equal(heads, await server.Heads());
        (await server.Post("/api/v1/adoptions", $$"""
            {"id":"a-tested","region":"{{TestServer.County}}","ruleset":"micro-points","version":"tested","from":"2026-01-01"}
            """, Role.Approver)).Is(201);
    }

    [Fact]
    public async Task Without_tests_it_is_published_for_a_reason_that_stands_with_it()
    {
        (await Publish(Version("reasoned"))).IsProblem(422, "ruleset-untested");
        (await Publish(Version("reasoned"), null, " ")).IsProblem(422, "ruleset-untested");
        (await Publish(Version("reasoned"), null, "县里首次试行")).Is(201);
        var kept = await server.Running.Workspace.Streams.Load<RulesetState>(StreamId.OfRuleset("micro-points"), default);
        Assert.Equal("县里首次试行", kept.EntryOf("reasoned")!.ShownReason);
    }

    [Fact]
    public async Task What_is_wrong_is_listed_with_its_place_and_every_test_that_fails()
    {
        var heads = await server.Heads();
        var bad = (await Publish(Version("bad").Replace("period: year", "period: week"), Passing)).IsProblem(422, "ruleset-unreadable");
        var found = bad.Json["diagnostics"]!.AsArray().First(d => d!["severity"]!.ToString() == "error")!;
        var line = Version("bad").Split('\n').ToList().FindIndex(l => l.StartsWith("period: year", StringComparison.Ordinal)) + 1;
        Assert.Equal((line, 9), ((int)found["line"]!, (int)found["column"]!));
        Assert.NotEmpty(found["fix"]!.ToString());
        var fails = (await Publish(Version("bad"), Passing.Replace("M1: 1", "M1: 9"), "急")).IsProblem(422, "ruleset-tests-fail");
        Assert.Contains("Two visits", fails.Json["failures"]!.AsArray().Single()!.ToString(), StringComparison.Ordinal);
        (await Publish(Version("2026.1") + "# more\n", Passing)).IsProblem(409, "ruleset-version-exists");
        (await Publish(Version("2026.1").Replace("ruleset: micro-points", "ruleset: calendar"), Passing))
            .IsProblem(422, "ruleset-unreadable");
        Assert.Equal(heads, await server.Heads());
    }

    [Fact]
    public async Task Only_an_approver_for_the_whole_country_publishes_and_nothing_too_long_is_taken()
    {
        var clerk = await server.IssueFor(Role.Clerk, "00");
        var heads = await server.Heads();
        (await Publish(Version("county"), Passing, key: server.Key(Role.Approver))).IsProblem(403, "not-an-authority");
        (await Publish(Version("county"), Passing, key: clerk)).IsProblem(403, "role-not-sufficient");
        var longest = new string('#', Limits.RulesetBytesMax);
        Assert.Equal("$.rules", (await Publish(longest + "#", Passing)).IsProblem(413, "ruleset-too-large")["path"]);
        Assert.Equal("$.tests", (await Publish(Version("county"), longest + "#")).IsProblem(413, "ruleset-too-large")["path"]);
        (await Publish(longest, longest)).IsProblem(422, "ruleset-unreadable");
        (await Publish(new string('#', Limits.RulesBodyBytesMax))).IsProblem(413, "body-too-large");
        (await server.SendWith(_nation, HttpMethod.Post, "/api/v1/rulesets", "{}")).IsProblem(400, "json-invalid");
        Assert.Equal(heads, await server.Heads());
    }
}
