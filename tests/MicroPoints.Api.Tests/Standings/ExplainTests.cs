using System.Text.Json.Nodes;
using MicroPoints.Identity;

namespace MicroPoints.Api.Tests;

/// <summary>Why a scorecard is what it is, what it would be, and what a chamber can do: asked over HTTP, written nowhere.</summary>
public sealed class ExplainTests(TestServer server) : IClassFixture<TestServer>
{
    private static string Batch(params string[] lines) => $$"""{"activities":[{{string.Join(',', lines)}}]}""";

    private static JsonNode LineOf(Sent sent, string id) => sent.Json["lines"]!.AsArray().Single(l => l!["id"]!.ToString() == id)!;

    [Fact]
    public async Task An_explanation_tells_the_facts_the_value_and_every_step_to_the_points_of_the_scorecard()
    {
        var chamber = await server.Chamber();
        await server.Record(chamber, Visit.Of("v", 20));
        var card = (await server.Get($"/api/v1/chambers/{chamber}/scorecard?period=2026")).Is(200);
        var told = (await server.Get($"/api/v1/chambers/{chamber}/explain?period=2026")).Is(200);
        Assert.Equal(card.Json["points"]!.ToJsonString(), told.Json["points"]!.ToJsonString());
        Assert.Equal(card.Json["lines"]!.AsArray().Select(l => $"{l!["id"]} {l["raw"]} {l["points"]}"),
            told.Json["lines"]!.AsArray().Select(l => $"{l!["id"]} {l["raw"]} {l["points"]}"));
        var line = LineOf(told, "M1");
        var fact = line["facts"]!.AsArray().Single(f => (bool)f!["counts"]!)!;
        Assert.Equal(("20", "10"), (fact["amount"]!.ToString(), line["raw"]!.ToString()));
        Assert.Equal(("cap", "10", "6"), (line["cuts"]![0]!["by"]!.ToString(), line["cuts"]![0]!["before"]!.ToString(),
            line["cuts"]![0]!["after"]!.ToString()));
        Assert.Contains(line["steps"]!.AsArray(), s => s!["zh"]!.ToString().Contains("上限 6：10 → 6"));
        Assert.All(told.Json["limits"]!.AsArray(), l => Assert.Equal(
            card.Json["limits"]!.AsArray().Single(c => c!["id"]!.ToString() == l!["id"]!.ToString())!["status"]!.ToString() switch
            {
                "switched-off" => l!["condition"]!["verdict"]!.ToString(),
                var status => status,
            }, l!["condition"]!["verdict"]!.ToString()));
        Assert.Equal(card["grade"], told.Json["grade"]!["grade"]!.ToString());
        Assert.Equal(card["place"], told.Json["ranking"]!["placeInCounty"]!.ToString());
    }

    [Fact]
    public async Task Neighbours_around_the_place_are_named_only_within_the_keys_reach()
    {
        var (own, other) = (await server.Chamber(), await server.Chamber());
        var peers = (await server.Get($"/api/v1/chambers/{own}/explain?period=2026", Role.Reader)).Is(200)
            .Json["ranking"]!["peers"]!.AsArray().Select(p => p!["chamber"]!.ToString()).ToList();
        Assert.Contains(own, peers);
        Assert.Contains(other, peers);
        var (_, secret) = await server.Running.Workspace.Keys.Issue(new Runtime.NewKey(null, null, Role.Reader,
            new RegionCode(TestServer.County + "101"), null), new Actor(new ActorId("f"), Role.Approver, RegionCode.Nation), default);
        var street = $"street-{Guid.NewGuid():N}";
        (await server.Send(HttpMethod.Put, $"/api/v1/chambers/{street}",
            $$"""{"name":"江北街道商会","kind":"street","seat":"{{TestServer.County}}102"}""", Role.Approver)).Is(201);
        var seen = (await server.SendWith(secret, HttpMethod.Get, $"/api/v1/chambers/{own}/explain?period=2026")).Is(200);
        Assert.DoesNotContain(street, seen.Text);
        Assert.True((int)seen.Json["ranking"]!["ranked"]! > seen.Json["ranking"]!["peers"]!.AsArray().Count);
    }

    [Fact]
    public async Task What_is_supposed_changes_the_answer_and_nothing_else()
    {
        var chamber = await server.Chamber();
        await server.Record(chamber, Visit.Of("v", 3));
        var heads = await server.Heads();
        var then = (await server.Send(HttpMethod.Post, $"/api/v1/chambers/{chamber}/what-if?period=2026",
            Batch(Visit.Of("v", 3), Visit.Of("w", 2)), Role.Reader)).Is(200);
        Assert.Equal(("1", "1"), (then["supposed"], then["existing"]));
        Assert.Equal(1m, then.Json["pointsThen"]!.GetValue<decimal>() - then.Json["points"]!.GetValue<decimal>());
        Assert.Equal(("M1", "1.5", "2.5"), (then.Json["lines"]![0]!["id"]!.ToString(), then.Json["lines"]![0]!["before"]!.ToString(),
            then.Json["lines"]![0]!["after"]!.ToString()));
        Assert.Equal(heads, await server.Heads());
        await server.Record(chamber, Visit.Of("w", 2));
        Assert.Equal(then["pointsThen"], (await server.Get($"/api/v1/chambers/{chamber}/scorecard?period=2026"))["points"]);
    }

    [Theory]
    [InlineData("""{"activities":[]}""", 400, "field-invalid")]
    [InlineData("""{}""", 400, "json-invalid")]
    [InlineData("""{"activities":[{"id":"a","kind":"no.such","on":"2026-04-12","count":1}]}""", 422, "batch-refused")]
    [InlineData("""{"activities":[{"id":"a","kind":"member.visited","on":"2199-04-12","count":1}]}""", 422, "batch-refused")]
    public async Task What_could_not_be_recorded_cannot_be_supposed(string body, int status, string refusal) =>
        (await server.Send(HttpMethod.Post, $"/api/v1/chambers/{await server.Chamber()}/what-if", body)).IsProblem(status, refusal);

    [Fact]
    public async Task Advice_comes_with_what_it_leaves_out_and_why()
    {
        var chamber = await server.Chamber();
        var advice = (await server.Get($"/api/v1/chambers/{chamber}/advice", Role.Reader)).Is(200);
        var ways = advice.Json["ways"]!.AsArray();
        Assert.Contains(ways, w => w!["goal"]!.ToString().StartsWith("grade ", StringComparison.Ordinal));
        var left = advice.Json["notAdvised"]!.AsArray();
        Assert.Contains(left, l => l!["because"]!.ToString() == "others-answer");
        Assert.Contains(left, l => l!["because"]!.ToString() == "by-rule"
            && l["why"]!["zh"]!.ToString() == "积分办法规定不列入建议");
        // What is left out is part of no way.
        var rules = (await server.Get($"/api/v1/chambers/{chamber}/scorecard")).Is(200).Json["lines"]!.AsArray();
        Assert.All(left, l => Assert.Contains(rules, r => r!["id"]!.ToString() == l!["id"]!.ToString()));
        (await server.Get($"/api/v1/chambers/{chamber}/advice?period=2025")).IsProblem(422, "advice-period-over");
        (await server.Get($"/api/v1/chambers/{chamber}/advice?asOf=2026-01-01")).IsProblem(400, "query-invalid");
    }
}
