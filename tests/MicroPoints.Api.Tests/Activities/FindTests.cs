using System.Text.Json.Nodes;
using MicroPoints.Identity;

namespace MicroPoints.Api.Tests;

/// <summary>Questions over many ledgers; each test tells its own activities by the actor or key or chamber it asks for.</summary>
public sealed class FindTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task What_was_just_recorded_is_found_with_what_it_says()
    {
        var chamber = await server.Chamber();
        (await server.Record(chamber, Visit.Of("v", 3))).Is(201);
        var found = (await server.Get($"/api/v1/activities?chamber={chamber}")).Is(200);
        var line = Assert.Single(found.Json["activities"]!.AsArray())!;
        Assert.Equal((chamber, "v", 2, 3), ((string)line["chamber"]!, (string)line["id"]!, (int)line["sequence"]!,
            (int)line["activity"]!["count"]!));
        Assert.Equal(("member.visited", "2026-01-12"), ((string)line["activity"]!["kind"]!, (string)line["activity"]!["on"]!));
        Assert.True((DateTimeOffset)found.Json["caughtUpTo"]! >= (DateTimeOffset)line["recorded"]!);
    }

    [Fact]
    public async Task What_was_taken_back_is_left_out_unless_it_is_asked_for()
    {
        var chamber = await server.Chamber();
        await server.Record(chamber, Visit.Of("v"));
        (await server.Post($"/api/v1/chambers/{chamber}/activities/v/reversal", """{"id":"undo","reason":"误记"}""")).Is(201);
        Assert.Empty(await Ids($"chamber={chamber}"));
        var all = (await server.Get($"/api/v1/activities?chamber={chamber}&reversed=true")).Json["activities"]!.AsArray();
        Assert.Equal("undo", (string)Assert.Single(all)!["reversedBy"]!);
    }

    [Fact]
    public async Task Pages_join_without_gap_or_repetition()
    {
        var chamber = await server.Chamber();
        for (var i = 0; i < 5; i++) await server.Record(chamber, Visit.Of($"v-{i}"));
        var (ids, cursor) = (new List<string>(), "");
        do
        {
            var page = (await server.Get($"/api/v1/activities?chamber={chamber}&limit=2{cursor}")).Is(200);
            ids.AddRange(page.Json["activities"]!.AsArray().Select(a => (string)a!["id"]!));
            cursor = page["next"] is { } next ? $"&cursor={next}" : "";
        }
        while (cursor != "");
        Assert.Equal(["v-0", "v-1", "v-2", "v-3", "v-4"], ids);
    }

    [Fact]
    public async Task A_cursor_of_another_question_is_refused()
    {
        var chamber = await server.Chamber();
        for (var i = 0; i < 2; i++) await server.Record(chamber, Visit.Of($"v-{i}"));
        var next = (await server.Get($"/api/v1/activities?chamber={chamber}&limit=1"))["next"];
        (await server.Get($"/api/v1/activities?chamber={chamber}&kind=member.visited&limit=1&cursor={next}"))
            .IsProblem(400, "cursor-invalid");
    }

    [Theory]
    [InlineData("kind=member.vanished", "member.vanished")]
    [InlineData("onFrom=2026-07-01&onUntil=2026-01-01", "until is the first day")]
    [InlineData("onFrom=2026-07-01&onUntil=2026-07-01", "until is the first day")]
    [InlineData("recordedFrom=2026-07-01&recordedUntil=2026-06-30", "until is the first")]
    public async Task A_question_that_nothing_can_answer_is_refused_and_not_silently_empty(string query, string saying) =>
        Assert.Contains(saying, (await server.Get($"/api/v1/activities?{query}")).IsProblem(400, "query-invalid")["detail"]);

    [Fact]
    public async Task A_key_finds_only_what_lies_in_its_scope()
    {
        var foreign = await server.Chamber(TestServer.Elsewhere);
        var own = server.Key(Role.Approver, TestServer.Elsewhere);
        await server.SendWith(own, HttpMethod.Post, $"/api/v1/chambers/{foreign}/activities", Visit.Of("theirs"));
        var there = (await server.SendWith(own, HttpMethod.Get, "/api/v1/activities")).Is(200);
        Assert.Contains("\"theirs\"", there.Text, StringComparison.Ordinal);
        var here = (await server.Get("/api/v1/activities?limit=500&reversed=true")).Is(200);
        Assert.DoesNotContain("\"theirs\"", here.Text, StringComparison.Ordinal);
        var unknown = (await server.Get($"/api/v1/activities?chamber={foreign}")).IsProblem(404, "chamber-unknown");
        var nowhere = (await server.Get("/api/v1/activities?chamber=nowhere")).IsProblem(404, "chamber-unknown");
        Assert.Equal(nowhere["detail"]!.Replace("nowhere", foreign, StringComparison.Ordinal), unknown["detail"]);
    }

    [Theory]
    [InlineData("kind=member.visited", true)]
    [InlineData("kind=project.brokered", false)]
    [InlineData("onFrom=2026-01-12&onUntil=2026-01-13", true)]
    [InlineData("onFrom=2026-01-13", false)]
    [InlineData("onUntil=2026-01-12", false)]
    [InlineData("recordedFrom=2026-01-12", true)]
    [InlineData("recordedUntil=2026-01-12T00:00:00Z", false)]
    [InlineData("by=nobody", false)]
    [InlineData("key=none", false)]
    public async Task Each_filter_holds(string filter, bool found)
    {
        var chamber = await server.Chamber();
        await server.Record(chamber, Visit.Of("v"));
        Assert.Equal(found, (await Ids($"chamber={chamber}&{filter}")).Count == 1);
    }

    [Theory]
    [InlineData("kind=-x")]
    [InlineData("by=%20")]
    [InlineData("onFrom=yesterday")]
    [InlineData("recordedFrom=2026-13-01")]
    [InlineData("reversed=yes")]
    [InlineData("order=desc")]
    [InlineData("key=")]
    public async Task What_cannot_be_read_is_refused_by_name(string query) =>
        Assert.Contains(query[..query.IndexOf('=')],
            (await server.Get($"/api/v1/activities?{query}")).IsProblem(400, "query-invalid")["detail"], StringComparison.Ordinal);

    private async Task<List<string>> Ids(string query) =>
        [.. (await server.Get($"/api/v1/activities?{query}")).Is(200).Json["activities"]!.AsArray()
            .Select((JsonNode? a) => (string)a!["id"]!)];
}
