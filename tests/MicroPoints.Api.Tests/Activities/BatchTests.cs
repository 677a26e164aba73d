namespace MicroPoints.Api.Tests;

public sealed class BatchTests(TestServer server) : IClassFixture<TestServer>
{
    private Task<Sent> Batch(string chamber, params string[] lines) =>
        server.Post($"/api/v1/chambers/{chamber}/activities/batch", $$"""{"activities":[{{string.Join(",", lines)}}]}""");

    [Fact]
    public async Task A_batch_is_recorded_whole_and_replays_in_it_are_fine()
    {
        var chamber = await server.Chamber();
        (await Batch(chamber, Visit.Of("a"), Visit.Of("b"))).Is(201);
        var second = (await Batch(chamber, Visit.Of("b"), Visit.Of("c"))).Is(201);
        Assert.Equal(("1", "1"), (second["recorded"], second["existed"]));
        Assert.Equal(["exists", "recorded"], second.Json["lines"]!.AsArray().Select(l => l!["answer"]!.ToString()));
        Assert.Equal("4", second.Json["head"]!["sequence"]!.ToString());
        (await Batch(chamber, Visit.Of("b"), Visit.Of("c"))).Is(200);
    }

    [Fact]
    public async Task A_batch_with_bad_lines_records_nothing_and_names_each_by_its_index()
    {
        var chamber = await server.Chamber();
        var heads = await server.Heads();
        var refused = (await Batch(chamber, Visit.Of("a"), Visit.Of("b", 0),
            """{"id":"c d","kind":"member.visited","on":"2026-01-01","count":1}""",
            """{"id":"d","kind":"member.visited","on":"2199-01-01","count":1}""")).IsProblem(422, "batch-refused");
        Assert.Equal([(1, "count-out-of-range"), (2, "field-invalid"), (3, "on-in-future")],
            refused.Json["lines"]!.AsArray().Select(l => ((int)l!["index"]!, l["refusal"]!.ToString())));
        Assert.Contains("$.activities[2].id", refused.Json["lines"]![1]!["detail"]!.ToString());
        Assert.Equal(heads, await server.Heads());
    }

    [Fact]
    public async Task Lines_that_share_a_status_give_it_to_the_batch()
    {
        var chamber = await server.Chamber();
        await Batch(chamber, Visit.Of("a"), Visit.Of("b"));
        (await Batch(chamber, Visit.Of("a", 2), Visit.Of("b", 2))).IsProblem(409, "batch-refused");
    }

    [Fact]
    public async Task An_empty_a_too_long_and_a_too_large_batch_are_refused()
    {
        var chamber = await server.Chamber();
        (await Batch(chamber)).IsProblem(400, "field-invalid");
        (await Batch(chamber, "null")).IsProblem(400, "batch-refused");
        (await Batch(chamber, [.. Enumerable.Range(0, Limits.BatchMax + 1).Select(i => Visit.Of($"v-{i}"))]))
            .IsProblem(413, "batch-too-large");
        (await Batch(chamber, Visit.Of("a") + new string(' ', Limits.BatchBodyBytesMax))).IsProblem(413, "body-too-large");
        (await Batch(chamber, [.. Enumerable.Range(0, Limits.BatchMax).Select(i => Visit.Of($"v-{i}"))])).Is(201);
    }
}
