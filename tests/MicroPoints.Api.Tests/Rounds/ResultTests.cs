using System.Text.Json.Nodes;
using MicroPoints.Identity;

namespace MicroPoints.Api.Tests;

public sealed class ResultTests(RoundServer server) : IClassFixture<RoundServer>
{
    private const string Outcome = "assistance";

    private async Task<Sent> Results(string round, string query = "") =>
        (await server.Get($"/api/v1/rounds/{round}/results{query}")).Is(200);

    private static JsonNode? Of(JsonNode chamber, string outcome) =>
        chamber["outcomes"]!.AsArray().FirstOrDefault(o => o!["outcome"]!.ToString() == outcome);

    [Fact]
    public async Task Results_are_provisional_until_the_seal_and_say_what_the_meeting_gave()
    {
        var town = await server.Opened();
        await server.Record($"{town}-b", Visit.Of("v-1", 10));
        await server.Lock(town);
        var proposal = await Results(town);
        var leader = proposal.Json["results"]![0]!;
        Assert.Equal(("true", "2"), (proposal["provisional"], proposal["ranked"]));
        Assert.Equal(($"{town}-b", "1", "8", "青石镇商会b"), (leader["chamber"]!.ToString(),
            leader["place"]!.ToString(), leader["points"]!.ToJsonString(), leader["name"]!.ToString()));
        Assert.Null(Of(leader, Outcome)!["given"]);

        var departure = $$"""{"outcome":"{{Outcome}}","chamber":"{{town}}-b","selected":false,"reason":"已有帮扶"}""";
        var decided = (await server.Decide(town, departure)).Is(201).Json["round"]!["decided"]!["departures"]!.AsArray().Single()!;
        Assert.Equal(("已有帮扶", "false"), (decided["reason"]!.ToString(), decided["selected"]!.ToJsonString()));
        // Why it was passed over is for those who work on rounds; that it was, is for everybody.
        var read = (await server.Get($"/api/v1/rounds/{town}", Role.Reader)).Is(200);
        Assert.DoesNotContain("已有帮扶", read.Text);
        Assert.Equal($"{town}-b", read.Json["decided"]!["departures"]![0]!["chamber"]!.ToString());
        Assert.Contains("已有帮扶", (await server.Get($"/api/v1/rounds/{town}", Role.Auditor)).Is(200).Text);
        var chambers = (await Results(town)).Json["results"]!.AsArray();
        Assert.Equal(["false", "true"], chambers.Select(c => Of(c!, Outcome)!["given"]!.ToJsonString()));

        await server.Seal(town);
        var final = await Results(town);
        Assert.Equal(("false", "sealed"), (final["provisional"], final["status"]));
        Assert.Equal(64, final["result"]!.Length);
    }

    [Fact]
    public async Task What_is_recorded_after_the_lock_moves_no_result()
    {
        var town = await server.Opened();
        await server.Lock(town);
        var before = await Results(town);
        (await server.Record($"{town}-a", Visit.Of("after", 10))).Is(201);
        Assert.Equal(before.Text, (await Results(town)).Text);
        (await server.Get($"/api/v1/rounds/{town}/results", headers: ("If-None-Match", before.ETag!))).Is(304);
    }

    [Fact]
    public async Task Pages_of_results_join_to_the_whole_and_a_cursor_of_another_round_is_refused()
    {
        var (town, other) = (await server.Opened(3), await server.Opened(3));
        await server.Lock(town);
        await server.Lock(other);
        var (seen, cursor) = (new List<string>(), "");
        for (var page = await Results(town, "?limit=2"); ; page = await Results(town, $"?limit=2&cursor={cursor}"))
        {
            seen.AddRange(page.Json["results"]!.AsArray().Select(r => r!["chamber"]!.ToString()));
            if (page["next"] is not { } next) break;
            cursor = next;
        }
        Assert.Equal([$"{town}-a", $"{town}-b", $"{town}-c"], seen);
        (await server.Get($"/api/v1/rounds/{other}/results?cursor={cursor}")).IsProblem(400, "cursor-invalid");
    }

    [Theory]
    [InlineData("award-nomination", "-a", "true", "理由", "selection-ineligible")]
    [InlineData("award-nomination", "-z", "true", "理由", "chamber-unknown")]
    [InlineData("no-such", "-a", "true", "理由", "selection-unknown-outcome")]
    [InlineData("assistance", "-a", "false", " ", "selection-reason-missing")]
    public async Task A_departure_that_a_meeting_may_not_make_is_refused(
        string outcome, string chamber, string selected, string reason, string refusal)
    {
        var town = await server.Opened();
        await server.Lock(town);
        var sent = await server.Decide(town,
            $$"""{"outcome":"{{outcome}}","chamber":"{{town}}{{chamber}}","selected":{{selected}},"reason":"{{reason}}"}""");
        sent.IsProblem(refusal == "chamber-unknown" ? 404 : 422, refusal);
        Assert.Equal("locked", (await server.Get($"/api/v1/rounds/{town}", Role.Auditor))["status"]);
    }
}
