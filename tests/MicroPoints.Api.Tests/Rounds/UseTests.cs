using System.Text.Json.Nodes;
using MicroPoints.Identity;

namespace MicroPoints.Api.Tests;

/// <summary>Uses of a sealed round's result over HTTP, weeks after the lock.</summary>
public sealed class UseTests(RoundServer server) : IClassFixture<RoundServer>
{
    private static readonly DateTimeOffset November = new(2026, 11, 20, 2, 0, 0, TimeSpan.Zero);

    private Task<Sent> Post(string round, string what, string body, Role role = Role.Clerk) =>
        server.Post($"/api/v1/rounds/{round}/{what}", body, role);

    private Task<Sent> Use(string round, string more, string id = "u-1", Role role = Role.Clerk) => Post(round, "uses",
        $$"""{"id":"{{id}}","chamber":"{{round}}-a","body":"县政协办","purpose":"评先评优","on":"2026-11-30",{{more}}}""", role);

    private Task<string> Decided()
    {
        server.Clock.Now = November;
        return server.Annual();
    }

    private async Task<string> Sealed()
    {
        var town = await Decided();
        (await server.Seal(town)).Is(201);
        return town;
    }

    private async Task<JsonArray> Uses(string round, Role role = Role.Clerk) =>
        JsonNode.Parse((await server.Get($"/api/v1/rounds/{round}/uses", role)).Is(200).Text)!["uses"]!.AsArray();

    [Fact]
    public async Task A_use_is_recorded_once_listed_and_withdrawn_and_the_proof_stays_byte_for_byte()
    {
        var town = await Sealed();
        var proof = (await server.Get($"/api/v1/rounds/{town}/proof", Role.Auditor)).Is(200).ETag;
        (await Use(town, "\"grade\":\"D\",\"note\":\"张三经办\"")).Is(201);
        (await Use(town, "\"grade\":\"D\",\"note\":\"张三经办\"")).Is(200);
        (await Use(town, "\"outcome\":\"assistance\",\"document\":\"县协办函〔2026〕2号\"", "u-2")).Is(201);
        Assert.Equal(["u-1", "u-2"], (await Uses(town)).Select(u => (string)u!["id"]!));
        (await Post(town, "uses/u-1/withdrawal", """{"reason":"误登记"}""")).Is(201);
        (await Post(town, "uses/u-1/withdrawal", """{"reason":"误登记"}""")).Is(200);
        (await Post(town, "uses/u-1/withdrawal", """{"reason":"另外的理由"}""")).IsProblem(409, "exists-with-different-reason");
        var first = (await Uses(town))[0]!;
        Assert.Equal(("张三经办", "误登记", "2026-11-30"),
            ((string)first["note"]!, (string)first["withdrawn"]!["reason"]!, (string)first["withdrawn"]!["on"]!));
        Assert.Null((await Uses(town))[1]!["withdrawn"]);
        (await server.Seal(town)).Is(200);
        Assert.Equal(proof, (await server.Get($"/api/v1/rounds/{town}/proof", Role.Auditor)).Is(200).ETag);
    }

    [Fact]
    public async Task Notes_and_reasons_are_not_shown_to_a_key_that_only_reads()
    {
        var town = await Sealed();
        (await Use(town, "\"grade\":\"D\",\"note\":\"张三经办\"")).Is(201);
        (await Post(town, "uses/u-1/withdrawal", """{"reason":"张三写错"}""")).Is(201);
        var seen = (await Uses(town, Role.Reader))[0]!;
        Assert.Equal((null, null, "2026-11-30"),
            ((string?)seen["note"], (string?)seen["withdrawn"]!["reason"], (string)seen["withdrawn"]!["on"]!));
        var audited = (await Uses(town, Role.Auditor))[0]!;
        Assert.Equal(("张三经办", "张三写错"), ((string)audited["note"]!, (string)audited["withdrawn"]!["reason"]!));
    }

    [Fact]
    public async Task Pages_of_uses_follow_one_another()
    {
        var town = await Sealed();
        foreach (var id in (string[])["u-1", "u-2", "u-3"]) (await Use(town, "\"grade\":\"D\"", id)).Is(201);
        var page = JsonNode.Parse((await server.Get($"/api/v1/rounds/{town}/uses?limit=2", Role.Reader)).Is(200).Text)!;
        Assert.Equal(2, page["uses"]!.AsArray().Count);
        var rest = JsonNode.Parse((await server.Get(
            $"/api/v1/rounds/{town}/uses?limit=2&cursor={page["next"]}", Role.Reader)).Is(200).Text)!;
        Assert.Equal(("u-3", null), ((string)rest["uses"]![0]!["id"]!, (string?)rest["next"]));
    }

    [Fact]
    public async Task What_cannot_be_relied_on_is_refused_by_name()
    {
        var town = await Decided();
        (await Use(town, "\"grade\":\"D\"")).IsProblem(409, "round-wrong-state");
        (await server.Seal(town)).Is(201);
        (await Use(town, "\"grade\":\"A\"")).IsProblem(409, "result-not-given");
        (await Use(town, "\"outcome\":\"award-nomination\"")).IsProblem(409, "result-not-given");
        (await Use(town, "\"note\":\"x\"")).IsProblem(422, "round-step-incomplete");
        (await Use(town, "\"grade\":\"D\",\"note\":\"\\u001b[2J\"")).IsProblem(422, "text-not-plain");
        (await Use(town, "\"grade\":\"D\"", role: Role.Reader)).IsProblem(403, "role-not-sufficient");
        (await Post(town, "uses/u-9/withdrawal", """{"reason":"误登记"}""")).IsProblem(404, "use-unknown");
        (await Post(town, "uses/-/withdrawal", """{"reason":"误登记"}""")).IsProblem(404, "use-unknown");
        Assert.Empty(await Uses(town));
    }

    [Fact]
    public async Task Nothing_relies_on_a_rehearsal()
    {
        server.Clock.Now = November;
        var town = await server.Sealed();
        (await Use(town, "\"grade\":\"D\"")).IsProblem(409, "result-of-rehearsal");
    }

    [Fact]
    public async Task Uses_of_another_region_are_unknown()
    {
        var town = await Sealed();
        var foreign = await server.IssueFor(Role.Approver, "990203");
        (await server.SendWith(foreign, HttpMethod.Post, $"/api/v1/rounds/{town}/uses", "{}")).IsProblem(404, "round-unknown");
        (await server.SendWith(foreign, HttpMethod.Post, $"/api/v1/rounds/{town}/uses/u-1/withdrawal", "{}"))
            .IsProblem(404, "round-unknown");
        (await server.SendWith(foreign, HttpMethod.Get, $"/api/v1/rounds/{town}/uses")).IsProblem(404, "round-unknown");
    }
}
