using System.Text.Json.Nodes;
using MicroPoints.Identity;
using MicroPoints.Runtime;

namespace MicroPoints.Api.Tests;

/// <summary>What another ruleset would have done, asked over HTTP by those who adopt.</summary>
public sealed class ImpactTests(RoundServer server) : IClassFixture<RoundServer>
{
    private const string Published = """{"ruleset":"micro-points","version":"2026.1"}""";

    private async Task<string> Shipped() => (await server.Get("/api/v1/rulesets/micro-points/versions/2026.1")).Is(200).Text;

    private Task<Sent> Ask(string scope, string after, string more = "", Role role = Role.Approver) => server.Post(
        "/api/v1/rulesets/impact", $$"""{"scope":"{{scope}}","after":{{after}}{{more}}}""", role);

    /// <summary>A draft in which a visit credits twice as much, and at most as much more.</summary>
    private async Task<string> Draft() => new JsonObject
    {
        ["rules"] = (await Shipped()).Replace("version: '2026.1'", "version: 'draft'").Replace("value: 0.5", "value: 1"),
    }.ToJsonString();

    [Fact]
    public async Task A_draft_is_compared_with_what_is_in_force_chamber_by_chamber_and_nothing_is_written()
    {
        var town = await server.Town(2);
        await server.Record($"{town}-b", Visit.Of("v", 3));
        var heads = await server.Heads();
        var told = (await Ask(town, await Draft(), ",\"period\":\"2026\"")).Is(200);
        Assert.Equal(("micro-points@2026.1", "micro-points@draft", town, "2026", "2026-11-20"),
            (told["before"], told["after"], told["scope"], told["period"], told["asOf"]));
        var chamber = told.Json["chambers"]!.AsArray().Single(c => c!["chamber"]!.ToString() == $"{town}-b")!;
        Assert.Equal(1.5m, chamber["after"]!["points"]!.GetValue<decimal>() - chamber["before"]!["points"]!.GetValue<decimal>());
        Assert.Equal(("青石镇商会b", "1", "false"), (chamber["name"]!.ToString(), chamber["after"]!["place"]!.ToString(),
            chamber["after"]!["barred"]!.ToJsonString()));
        var seen = await server.Running.Workspace.Standings.Ask(
            new StandingsQuery("micro-points", Period.Parse("2026"), new RegionCode(town), null, null, []), null, default);
        Assert.Equal(seen.Cards.Select(c => $"{c.Id} {c.Total} {c.Grade}").Order(), told.Json["chambers"]!.AsArray()
            .Select(c => $"{c!["chamber"]} {c["before"]!["points"]} {c["before"]!["grade"]}").Order());
        Assert.Equal(heads, await server.Heads());
    }

    [Fact]
    public async Task A_period_in_which_nothing_was_recorded_says_so()
    {
        var town = await server.Town(2);
        await server.Record($"{town}-b", Visit.Of("v", 3));
        foreach (var (period, hasData, recorded) in ((string, string, string)[])[("2026", "true", "1"), ("2025", "false", "0")])
        {
            var told = (await Ask(town, await Draft(), $",\"period\":\"{period}\"")).Is(200);
            Assert.Equal((hasData, recorded), (told["hasData"], told["recorded"]));
        }
    }

    [Fact]
    public async Task Settings_that_are_sent_count_else_those_of_the_region()
    {
        var town = await server.Town(2);
        await server.Record($"{town}-a", Visit.Of("v", 12));
        await server.Record($"{town}-a", """{"id":"p","kind":"party.coverage","on":"2026-01-01","option":"due-not-founded"}""");
        var lower = (await Shipped()).Replace("from: 90 }", "from: 3 }").Replace("from: 75 }", "from: 2 }")
            .Replace("from: 60 }", "from: 1 }");
        var draft = new JsonObject { ["rules"] = lower };
        Assert.Equal("B", await Grade());
        draft["settings"] = new JsonObject { ["party-limit"] = false };
        Assert.Equal("A", await Grade());
        draft["settings"] = new JsonObject { ["no-such"] = false };
        (await Ask(town, draft.ToJsonString(), ",\"period\":\"2026\"")).IsProblem(422, "setting-unknown");

        async Task<string> Grade() => (await Ask(town, draft.ToJsonString(), $",\"period\":\"2026\",\"before\":{Published}")).Is(200)
            .Json["chambers"]!.AsArray().Single(c => c!["chamber"]!.ToString() == $"{town}-a")!["after"]!["grade"]!.ToString();
    }

    [Theory]
    [InlineData("{}", "", 400, "field-invalid")]
    [InlineData("""{"ruleset":"micro-points"}""", "", 400, "field-invalid")]
    [InlineData("""{"ruleset":"micro-points","version":"2026.1","rules":"x"}""", "", 400, "field-invalid")]
    [InlineData("""{"ruleset":"micro-points","version":"1999"}""", "", 404, "ruleset-unknown")]
    [InlineData("""{"rules":"ruleset: x\n"}""", "", 422, "ruleset-unreadable")]
    [InlineData(Published, ",\"period\":\"2026Q1\"", 422, "period-not-of-ruleset")]
    [InlineData(Published, ",\"period\":\"2030\"", 422, "on-in-future")]
    [InlineData(Published, ",\"period\":\"26\"", 400, "field-invalid")]
    public async Task What_cannot_be_compared_is_refused(string after, string more, int status, string refusal)
    {
        var sent = (await Ask(TestServer.County, after, more)).IsProblem(status, refusal);
        if (refusal == "ruleset-unreadable") Assert.True((int)sent.Json["diagnostics"]![0]!["line"]! > 0);
    }

    [Fact]
    public async Task It_is_for_those_who_adopt_there()
    {
        (await Ask(TestServer.County, Published, role: Role.Clerk)).IsProblem(403, "role-not-sufficient");
        (await Ask(TestServer.Elsewhere, Published)).IsProblem(404, "region-unknown");
    }
}
