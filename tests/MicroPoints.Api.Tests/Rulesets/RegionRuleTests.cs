using MicroPoints.Identity;

namespace MicroPoints.Api.Tests;

public sealed class RegionRuleTests(RoundServer server) : IClassFixture<RoundServer>
{
    private Task<Sent> Declare(string id, string region, string more = "", string? key = null) => server.SendWith(
        key ?? server.Key(Role.Approver), HttpMethod.Post, "/api/v1/not-applicable", $$"""
        {"id":"{{id}}","region":"{{region}}","ruleset":"micro-points","period":"2026","indicator":"X1","reason":"未发生"{{more}}}
        """);

    private Task<Sent> Adopt(string id, string region, string settings = "{}") => server.Post("/api/v1/adoptions", $$"""
        {"id":"{{id}}","region":"{{region}}","ruleset":"micro-points","version":"2026.1","from":"2026-11-01","settings":{{settings}}}
        """, Role.Approver);

    private async Task<string[]> Listed(string query = "", string? key = null) => [.. (await server.SendWith(
        key ?? server.Key(Role.Reader), HttpMethod.Get, $"/api/v1/not-applicable{query}")).Is(200)
        .Json["declarations"]!.AsArray().Select(d => d!["id"]!.ToString())];

    [Fact]
    public async Task A_declaration_counts_at_once_and_again_is_a_replay()
    {
        var town = await server.Town(1);
        var first = (await Declare($"d-{town}", town)).Is(201);
        Assert.Equal(first["hash"], (await Declare($"d-{town}", town)).Is(200)["hash"]);
        (await Declare($"d-{town}", town, ",\"chamber\":\"" + town + "-a\"")).IsProblem(409, "exists-with-different-content");
        var card = (await server.Get($"/api/v1/chambers/{town}-a/scorecard?period=2026")).Is(200);
        Assert.Equal("未发生", card.Json["lines"]!.AsArray().Single(l => l!["id"]!.ToString() == "X1")!["note"]!.ToString());
    }

    [Fact]
    public async Task An_adoption_is_ended_with_a_reason_and_the_regions_own_rules_say_so()
    {
        const string region = "/api/v1/regions/990101/rules";
        Task<Sent> End(string id, string reason, string from = "2026-01-01", Role role = Role.Approver) =>
            server.Post("/api/v1/adoptions/end", $$"""
                {"id":"{{id}}","region":"990101","ruleset":"vitality","from":"{{from}}","reason":"{{reason}}"}
                """, role);
        (await End("end", "不再用")).IsProblem(409, "adoption-not-own");
        (await server.Post("/api/v1/adoptions",
            """{"id":"vital","region":"990101","ruleset":"vitality","version":"2026.1","from":"2026-01-01"}""", Role.Approver)).Is(201);
        Assert.Contains("vitality", (await server.Get(region)).Is(200).Text);
        (await End("end", " ")).IsProblem(422, "reason-missing");
        (await End("end", "不再用", role: Role.Clerk)).IsProblem(403, "role-not-sufficient");
        var ended = (await End("end", "不再用")).Is(201);
        Assert.Equal(ended["hash"], (await End("end", "不再用")).Is(200)["hash"]);
        (await End("end", "不再用", "2026-02-01")).IsProblem(409, "exists-with-different-content");
        Assert.DoesNotContain("vitality", (await server.Get(region)).Is(200).Text);
        Assert.Contains("停用 vitality", (await server.Get("/api/v1/audit", Role.Auditor)).Is(200).Text);
    }

    [Fact]
    public async Task Declarations_are_listed_with_those_of_regions_above_and_without_other_peoples_chambers()
    {
        var (town, elsewhere) = (await server.Town(1), await server.Town(1, "990303"));
        var province = await server.IssueFor(Role.Approver, "99");
        (await Declare("from-town", town)).Is(201);
        (await Declare("from-province", "99", key: province)).Is(201);
        (await Declare("for-mine", "99", $",\"chamber\":\"{town}-a\"", province)).Is(201);
        (await Declare("for-theirs", "99", $",\"chamber\":\"{elsewhere}-a\"", province)).Is(201);
        string[] all = ["from-town", "from-province", "for-mine", "for-theirs"];
        Assert.Equal(["for-mine", "from-province", "from-town"], (await Listed($"?scope={town}")).Intersect(all).Order());
        Assert.Equal(4, (await Listed(key: province)).Intersect(all).Count());
        Assert.Empty(await Listed("?ruleset=four-good"));
        Assert.Empty(await Listed("?period=2025"));
        (await server.Get($"/api/v1/not-applicable?scope={TestServer.Elsewhere}")).IsProblem(404, "region-unknown");
    }

    [Fact]
    public async Task What_may_not_be_declared_is_refused()
    {
        var (town, other) = (await server.Town(1), await server.Town(1));
        (await Declare("x", TestServer.Elsewhere)).IsProblem(404, "region-unknown");
        (await Declare("x", town, ",\"chamber\":\"nobody\"")).IsProblem(404, "chamber-unknown");
        (await Declare("x", town, $",\"chamber\":\"{other}-a\"")).IsProblem(404, "chamber-unknown");
        async Task Refused(string was, string now, int status, string refusal) => (await server.Post("/api/v1/not-applicable", $$"""
            {"id":"x","region":"{{town}}","ruleset":"micro-points","period":"2026","indicator":"X1","reason":"未发生"}
            """.Replace(was, now), Role.Approver)).IsProblem(status, refusal);
        await Refused("X1", "M1", 422, "indicator-always-applicable");
        await Refused("X1", "Z9", 422, "indicator-unknown");
        await Refused("未发生", " ", 422, "reason-missing");
        await Refused("micro-points", "four-good", 409, "nothing-adopted");
    }

    [Fact]
    public async Task A_township_is_told_that_its_county_adopts_so_that_a_chamber_has_one_grade()
    {
        var town = await server.Town(1);
        var refused = (await Adopt("own", town)).IsProblem(422, "region-below-county");
        Assert.Contains(TestServer.County, refused["detail"]);
        Assert.NotEqual(town, (await server.Get($"/api/v1/regions/{town}/rules")).Json["rules"]![0]!["adoptedBy"]!.ToString());
    }

    [Fact]
    public async Task A_region_shows_what_counts_there_and_whose_decision_it_is()
    {
        var town = await server.Town(1);
        var rule = (await server.Get($"/api/v1/regions/{town}/rules")).Is(200).Json["rules"]!.AsArray().Single()!;
        Assert.Equal(("micro-points", "00", "true"),
            (rule["ruleset"]!.ToString(), rule["adoptedBy"]!.ToString(), rule["sample"]!.ToJsonString()));
        var setting = rule["settings"]!.AsArray().First(s => s!["type"]!.ToString() == "switch")!;
        Assert.False(setting["set"]!.GetValue<bool>());
        var other = setting["switch"]!.GetValue<bool>() ? "false" : "true";
        (await Adopt("own", TestServer.County, $$"""{"{{setting["id"]}}":{{other}}}""")).Is(201);
        var own = (await server.Get($"/api/v1/regions/{town}/rules")).Json["rules"]!.AsArray().Single()!;
        var changed = own["settings"]!.AsArray().Single(s => s!["id"]!.ToString() == setting["id"]!.ToString())!;
        Assert.Equal((TestServer.County, true, !setting["switch"]!.GetValue<bool>()),
            (own["adoptedBy"]!.ToString(), changed["set"]!.GetValue<bool>(), changed["switch"]!.GetValue<bool>()));
        Assert.Equal("00", (await server.Get($"/api/v1/regions/{town}/rules?asOf=2026-10-31")).Json["rules"]![0]!["adoptedBy"]!.ToString());
        (await server.Get($"/api/v1/regions/{TestServer.Elsewhere}/rules")).IsProblem(404, "region-unknown");
        (await server.Get("/api/v1/regions/abc/rules")).IsProblem(404, "region-unknown");
    }
}
