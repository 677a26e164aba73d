using MicroPoints.Identity;

namespace MicroPoints.Api.Tests;

public sealed class LineageTests(RoundServer server) : IClassFixture<RoundServer>
{
    private Task<Sent> End(string chamber, string how, string body, Role role = Role.Approver, params (string, string)[] headers) =>
        server.Post($"/api/v1/chambers/{chamber}/{how}", body, role, headers);

    private static string Dissolution(string id = "end", string on = "2026-11-01") => $$"""{"id":"{{id}}","on":"{{on}}"}""";

    private static string Merger(string town, string more = "") => $$"""
        {"id":"m","on":"2026-07-01","into":"{{town}}-u","with":["{{town}}-b"],
         "register":{"name":"联合商会","kind":"township","seat":"{{town}}"}{{more}}}
        """;

    private async Task<string[]> Types(string chamber) => [.. (await server.Get($"/api/v1/chambers/{chamber}/ledger"))
        .Json["entries"]!.AsArray().Select(e => e!["type"]!.ToString())];

    [Fact]
    public async Task A_dissolved_chamber_takes_no_more_and_the_same_again_is_a_replay()
    {
        var chamber = await server.Town(1) + "-a";
        (await End(chamber, "dissolution", Dissolution(on: "2026-11-21"))).IsProblem(422, "on-in-future");
        var first = (await End(chamber, "dissolution", Dissolution())).Is(201);
        Assert.Equal(first["hash"], (await End(chamber, "dissolution", Dissolution())).Is(200)["hash"]);
        (await End(chamber, "dissolution", Dissolution("again"))).IsProblem(409, "chamber-dissolved");
        (await server.Record(chamber, Visit.Of("v"))).IsProblem(409, "chamber-dissolved");
        Assert.Equal("2026-11-01", (await server.Get($"/api/v1/chambers/{chamber}"))["endedOn"]);
    }

    [Fact]
    public async Task A_dissolution_from_a_head_that_moved_fails_its_condition()
    {
        var chamber = await server.Town(1) + "-a";
        var seen = (await server.Get($"/api/v1/chambers/{chamber}")).ETag!;
        await server.Record(chamber, Visit.Of("v"));
        (await End(chamber, "dissolution", Dissolution(), headers: ("If-Match", seen))).IsProblem(412, "head-moved");
        var now = (await server.Get($"/api/v1/chambers/{chamber}")).ETag!;
        (await End(chamber, "dissolution", Dissolution(), headers: ("If-Match", now))).Is(201);
    }

    [Fact]
    public async Task A_merger_carries_events_restates_states_and_repeats_nothing()
    {
        var town = await server.Town(2);
        await server.Record($"{town}-a", Visit.Of("v-1"));
        await server.Record($"{town}-b", Visit.Of("v-2"));
        var body = Merger(town, ",\"states\":[{\"kind\":\"party-charter.adopted\",\"flag\":true}]");
        var first = (await End($"{town}-a", "merger", body)).Is(201);
        Assert.Equal(["1", "1", "6"], first.Json["steps"]!.AsArray().Select(s => s!["recorded"]!.ToString()));
        Assert.Equal(2, (await Types($"{town}-u")).Count(t => t == "activity-carried/1"));
        Assert.Contains("activity-recorded/1", await Types($"{town}-u"));
        var heads = await server.Heads();
        Assert.Equal("exists", (await End($"{town}-a", "merger", body)).Is(200)["answer"]);
        Assert.Equal(heads, await server.Heads());
        (await server.Record($"{town}-a", Visit.Of("v-3"))).IsProblem(409, "chamber-merged");
    }

    [Fact]
    public async Task A_merger_that_is_refused_leaves_no_trace()
    {
        var (town, elsewhere) = (await server.Town(2), await server.Town(1, TestServer.Elsewhere));
        var heads = await server.Heads();
        (await End($"{town}-a", "merger", Merger(town, ",\"states\":[{\"kind\":\"member.visited\"}]"))).IsProblem(422, "kind-unknown");
        (await End($"{town}-a", "merger", Merger(town).Replace($"{town}-b", $"{elsewhere}-a"))).IsProblem(404, "chamber-unknown");
        (await End($"{town}-a", "merger", Merger(town).Replace($"{town}-u", $"{elsewhere}-a"))).IsProblem(409, "chamber-exists");
        (await End($"{town}-a", "merger", $$"""{"id":"m","on":"2026-07-01","into":"{{elsewhere}}-a"}""")).IsProblem(404, "chamber-unknown");
        (await End($"{town}-a", "merger", Merger(town).Replace($"{town}-b", $"{town}-a"))).IsProblem(422, "lineage-invalid");
        Assert.Equal("$.register.seat", (await End($"{town}-a", "merger", Merger(town).Replace($"\"seat\":\"{town}\"", "\"seat\":\"x\"")))
            .IsProblem(400, "field-invalid")["path"]);
        Assert.Equal(heads, await server.Heads());
    }

    [Fact]
    public async Task A_split_gives_each_successor_what_it_is_allocated()
    {
        var town = await server.Town(3);
        foreach (var id in (string[])["v-1", "v-2", "v-3"]) await server.Record($"{town}-a", Visit.Of(id));
        string Body(string ofB, string ofC) => $$"""
            {"id":"s","on":"2026-07-01","shares":[
              {"chamber":"{{town}}-b","allocated":[{{ofB}}]}, {"chamber":"{{town}}-c","allocated":[{{ofC}}]}]}
            """;
        (await End($"{town}-a", "split", Body("\"v-1\"", "\"v-1\""))).IsProblem(422, "lineage-invalid");
        (await End($"{town}-a", "split", Body("\"v-9\"", ""))).IsProblem(404, "entry-not-found");
        var body = Body("\"v-1\",\"v-2\"", "\"v-3\"");
        (await End($"{town}-a", "split", body)).Is(201);
        (await End($"{town}-a", "split", body)).Is(200);
        Assert.Equal(2, (await Types($"{town}-b")).Count(t => t == "activity-carried/1"));
        Assert.Single(await Types($"{town}-c"), "activity-carried/1");
        (await server.Record($"{town}-a", Visit.Of("v-4"))).IsProblem(409, "chamber-split");
    }
}
