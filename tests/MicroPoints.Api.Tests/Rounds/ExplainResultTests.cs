using System.Text.Json.Nodes;
using MicroPoints.Identity;

namespace MicroPoints.Api.Tests;

/// <summary>Why a scorecard is what it is in a locked round, asked over HTTP.</summary>
public sealed class ExplainResultTests(RoundServer server) : IClassFixture<RoundServer>
{
    private static string Path(string round, string chamber) => $"/api/v1/rounds/{round}/chambers/{chamber}/explain";

    [Fact]
    public async Task It_is_explained_by_what_was_frozen_to_the_points_of_its_result()
    {
        var town = await server.Opened();
        await server.Record($"{town}-b", Visit.Of("v-1", 10));
        (await server.Get(Path(town, $"{town}-b"))).IsProblem(409, "round-wrong-state");
        (await server.Lock(town)).Is(201);
        var told = (await server.Get(Path(town, $"{town}-b"))).Is(200);
        var result = (await server.Get($"/api/v1/rounds/{town}/results")).Is(200).Json["results"]![0]!;
        Assert.Equal(($"{town}-b", result["points"]!.ToJsonString(), result["name"]!.ToString(), "true"),
            (told["chamber"], told.Json["points"]!.ToJsonString(), told["name"], told["provisional"]));
        Assert.Equal("10", Visits(told)["amount"]!.ToString());
        Assert.Equal(["1", "2"], told.Json["ranking"]!["peers"]!.AsArray().Select(p => p!["place"]!.ToString()));

        await server.Record($"{town}-b", Visit.Of("v-2", 3));
        Assert.Equal(told.Text, (await server.Get(Path(town, $"{town}-b"))).Is(200).Text);
        Assert.Equal("13", Visits((await server.Get($"/api/v1/chambers/{town}-b/explain?period=2026")).Is(200))["amount"]!.ToString());

        static JsonNode Visits(Sent told) => told.Json["lines"]!.AsArray().Single(l => l!["id"]!.ToString() == "M1")!["facts"]!.AsArray()
            .Single(f => (bool)f!["counts"]!)!;
    }

    [Fact]
    public async Task It_is_told_to_those_who_may_read_the_results_and_of_chambers_that_the_round_counts()
    {
        var (town, other) = (await server.Sealed(), await server.Town(1));
        (await server.SendWith(await server.IssueFor(Role.Reader, town), HttpMethod.Get, Path(town, $"{town}-a"))).Is(200);
        (await server.SendWith(await server.IssueFor(Role.Reader, other), HttpMethod.Get, Path(town, $"{town}-a")))
            .IsProblem(404, "round-unknown");
        foreach (var (chamber, header) in ((string, string)[])[($"{other}-a", ""), ("nobody", "*"), ("%20", ""), ($"{other}-a", "*")])
            (await server.Get(Path(town, chamber), Role.Reader, header == "" ? [] : [("If-None-Match", header)]))
                .IsProblem(404, "chamber-unknown");
    }

    [Fact]
    public async Task What_is_known_is_answered_304_until_the_round_moves()
    {
        var town = await server.Opened();
        (await server.Lock(town)).Is(201);
        var first = (await server.Get(Path(town, $"{town}-a"))).Is(200);
        (await server.Record($"{town}-a", Visit.Of("later"))).Is(201);
        Assert.Equal(first.ETag, (await server.Get(Path(town, $"{town}-a"), Role.Reader, ("If-None-Match", first.ETag!))).Is(304).ETag);
        (await server.Decide(town)).Is(201);
        Assert.NotEqual(first.ETag, (await server.Get(Path(town, $"{town}-a"), Role.Reader, ("If-None-Match", first.ETag!))).Is(200).ETag);
    }

    [Fact]
    public async Task A_chamber_is_named_as_on_the_periods_last_day_in_results_and_explanation()
    {
        var town = await server.Opened();
        server.Clock.Now = new DateTimeOffset(2027, 1, 10, 2, 0, 0, TimeSpan.Zero);
        (await server.Send(HttpMethod.Put, $"/api/v1/chambers/{town}-a",
            $$"""{"name":"新名镇商会","kind":"township","seat":"{{town}}"}""")).Is(200);
        (await server.Lock(town)).Is(201);
        Assert.Equal("青石镇商会a", (await server.Get(Path(town, $"{town}-a"))).Is(200)["name"]);
        Assert.DoesNotContain("新名镇商会", (await server.Get($"/api/v1/rounds/{town}/results")).Is(200).Text, StringComparison.Ordinal);
    }
}
