using System.Security.Cryptography;
using MicroPoints.Identity;
using MicroPoints.Rounds;
using MicroPoints.Rulesets.Yaml;

namespace MicroPoints.Api.Tests;

public sealed class RoundTests(RoundServer server) : IClassFixture<RoundServer>
{
    private async Task<byte[]> Proof(string round)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/rounds/{round}/proof");
        request.Headers.Authorization = new("Bearer", server.Key(Role.Auditor));
        using var answer = await server.Http.SendAsync(request);
        Assert.Equal("application/zip", answer.Content.Headers.ContentType!.MediaType);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    [Fact]
    public async Task A_round_goes_from_draft_to_sealed_and_its_proof_replays_to_what_it_sealed()
    {
        var town = await server.Town(2);
        await server.Record($"{town}-a", Visit.Of("v-1", 10));
        var opened = (await server.Open(town, town)).Is(201);
        Assert.Equal(($"/api/v1/rounds/{town}", "draft"), (opened.Location, opened.Json["round"]!["status"]!.ToString()));
        Assert.Equal("locked", (await server.Lock(town)).Is(201).Json["round"]!["status"]!.ToString());
        var decided = (await server.Decide(town)).Is(201).Json["round"]!["decided"]!;
        Assert.Equal(("主席办公会", "同意"), (decided["meeting"]!.ToString(), decided["conclusion"]!.ToString()));
        var seal = (await server.Seal(town)).Is(201).Json["round"]!["sealed"]!;

        var proof = await Proof(town);
        Assert.Equal(seal["proof"]!.ToString(), Convert.ToHexStringLower(SHA256.HashData(proof)));
        Assert.Equal(seal["proof"]!.ToString()[..12], seal["code"]!.ToString());
        Assert.Equal(seal["result"]!.ToString(), Replay.Run(proof, YamlRules.Instance).Result.ToString());
        Assert.Equal(proof, await File.ReadAllBytesAsync(Path.Combine(server.Data, "proofs", $"{town}.zip")));
        var shown = (await server.Get($"/api/v1/rounds/{town}")).Is(200);
        Assert.Equal(("sealed", "rehearsal", town, "micro-points"), (shown["status"], shown["purpose"], shown["scope"], shown["ruleset"]));
    }

    [Fact]
    public async Task Every_step_sent_again_answers_exists_with_the_first_sequence_and_hash()
    {
        var town = await server.Town(2);
        Func<Task<Sent>>[] steps =
        [
            () => server.Open(town, town),
            () => server.Post($"/api/v1/rounds/{town}/applications", $$"""{"chamber":"{{town}}-a"}"""),
            () => server.Lock(town), () => server.Decide(town), () => server.Seal(town),
        ];
        foreach (var step in steps)
        {
            var first = (await step()).Is(201);
            var again = (await step()).Is(200);
            Assert.Equal((first["sequence"], first["hash"], "exists"), (again["sequence"], again["hash"], again["answer"]));
        }
        foreach (var step in steps) (await step()).Is(200);
        Assert.Equal("5", (await server.Get($"/api/v1/rounds/{town}")).Json["head"]!["sequence"]!.ToString());
    }

    [Fact]
    public async Task A_step_before_its_time_is_refused_and_says_what_it_needs()
    {
        var town = await server.Opened();
        (await server.Decide(town)).IsProblem(409, "round-wrong-state");
        (await server.Seal(town)).IsProblem(409, "round-wrong-state");
        (await server.Get($"/api/v1/rounds/{town}/results")).IsProblem(409, "round-wrong-state");
        (await server.Get($"/api/v1/rounds/{town}/proof", Role.Clerk)).IsProblem(409, "round-wrong-state");
        await server.Lock(town);
        var late = await server.Post($"/api/v1/rounds/{town}/applications", $$"""{"chamber":"{{town}}-a"}""");
        Assert.Contains("draft", late.IsProblem(409, "round-wrong-state")["detail"]);
    }

    [Fact]
    public async Task Another_decision_under_the_same_round_is_refused()
    {
        var town = await server.Opened();
        await server.Lock(town);
        (await server.Decide(town)).Is(201);
        (await server.Post($"/api/v1/rounds/{town}/decide", """{"meeting":"另一次会议","on":"2026-11-20","minutes":"1"}""", Role.Approver))
            .IsProblem(409, "exists-with-different-content");
    }

    [Theory]
    [InlineData(",\"ruleset\":\"four-good\"", 409, "nothing-adopted")]
    [InlineData(",\"peerGroups\":[\"harbour\"]", 422, "peer-group-not-of-ruleset")]
    [InlineData(",\"purpose\":\"Annual!\"", 400, "json-invalid")]
    public async Task A_round_that_could_not_be_locked_is_not_opened(string more, int status, string refusal)
    {
        var town = await server.Town(1);
        (await server.Open(town, town, more)).IsProblem(status, refusal);
        (await server.Get($"/api/v1/rounds/{town}")).IsProblem(404, "round-unknown");
    }

    [Fact]
    public async Task A_period_of_another_length_and_an_id_of_another_spelling_are_refused()
    {
        var town = await server.Town(1);
        (await server.Post("/api/v1/rounds", $$"""{"id":"q","scope":"{{town}}","period":"2026Q1"}"""))
            .IsProblem(422, "period-not-of-ruleset");
        Assert.Equal("$.period", (await server.Post("/api/v1/rounds", $$"""{"id":"q","scope":"{{town}}","period":"26"}"""))
            .IsProblem(400, "field-invalid")["path"]);
        Assert.Equal("$.id", (await server.Open("q q", town)).IsProblem(400, "field-invalid")["path"]);
    }

    [Fact]
    public async Task A_lock_is_of_a_day_that_has_come_and_sealing_takes_no_body()
    {
        var town = await server.Opened();
        (await server.Lock(town, """{"asOf":"2026-11-21"}""")).IsProblem(422, "on-in-future");
        var locked = (await server.Lock(town, """{"asOf":"2026-10-31"}""")).Is(201).Json["round"]!["locked"]!;
        Assert.Equal(("2026-10-31", "2", "False"), (locked["asOf"]!.ToString(), locked["chambers"]!.ToString(),
            locked["closesPeriod"]!.GetValue<bool>().ToString()));
        (await server.Post($"/api/v1/rounds/{town}/seal", "{}", Role.Approver)).IsProblem(400, "request-invalid");
    }

    [Fact]
    public async Task A_lock_that_closes_the_period_refuses_later_entries_until_a_window_is_opened()
    {
        var town = await server.Opened(1);
        (await server.Lock(town, """{"closePeriod":true}""")).Is(201);
        (await server.Record($"{town}-a", Visit.Of("late"))).IsProblem(409, "period-closed");
        Task<Sent> Window(string reason, Role role = Role.Approver) => server.Post($"/api/v1/chambers/{town}-a/late-windows",
            $$"""{"id":"w","period":"2026","through":"2026-12-15","reason":"{{reason}}"}""", role);
        (await Window(" ")).IsProblem(422, "reason-missing");
        var first = (await Window("补录")).Is(201);
        Assert.Equal(first["hash"], (await Window("补录")).Is(200)["hash"]);
        (await Window("另因")).IsProblem(409, "exists-with-different-reason");
        (await server.Record($"{town}-a", Visit.Of("late"))).Is(201);
    }

    [Fact]
    public async Task Rounds_are_listed_by_scope_page_by_page_in_order_of_id()
    {
        string[] towns = [await server.Opened(1), await server.Opened(1)];
        Assert.Equal([towns[1]], Ids(await server.Get($"/api/v1/rounds?scope={towns[1]}")));
        var (seen, cursor) = (new List<string>(), "");
        do
        {
            var page = (await server.Get($"/api/v1/rounds?limit=1{cursor}")).Is(200);
            seen.AddRange(Ids(page));
            cursor = page["next"] is { } next ? $"&cursor={next}" : "";
        }
        while (cursor != "");
        Assert.Equal(seen.Order(StringComparer.Ordinal), seen);
        Assert.Subset(seen.ToHashSet(), towns.ToHashSet());
        (await server.Get("/api/v1/rounds?cursor=AAAA")).IsProblem(400, "cursor-invalid");
        (await server.Get($"/api/v1/rounds?scope={TestServer.Elsewhere}")).IsProblem(404, "region-unknown");
    }

    private static IEnumerable<string> Ids(Sent page) => page.Json["rounds"]!.AsArray().Select(r => r!["id"]!.ToString());
}
