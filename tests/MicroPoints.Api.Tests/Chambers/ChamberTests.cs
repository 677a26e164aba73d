namespace MicroPoints.Api.Tests;

public sealed class ChamberTests(TestServer server) : IClassFixture<TestServer>
{
    private const string Body = """
        {"name":"青石镇商会","kind":"township","seat":"990101101","founded":"2015-05-20","attributes":{"registered-on":"2016-03-01"}}
        """;

    private Task<Sent> Put(string chamber, string body, params (string, string)[] headers) =>
        server.Send(HttpMethod.Put, $"/api/v1/chambers/{chamber}", body, headers: headers);

    [Fact]
    public async Task A_chamber_is_registered_once_and_the_same_again_changes_nothing()
    {
        var first = (await Put("put-1", Body)).Is(201);
        Assert.Equal("/api/v1/chambers/put-1", first.Location);
        Assert.Equal("2016-03-01", first.Json["attributes"]!["registered-on"]!.ToString());
        var heads = await server.Heads();
        Assert.Equal(first.ETag, (await Put("put-1", Body)).Is(200).ETag);
        Assert.Equal(heads, await server.Heads());
    }

    [Fact]
    public async Task A_new_name_is_recorded_and_a_new_seat_is_refused()
    {
        await Put("put-2", Body);
        Assert.Equal("青石商会", (await Put("put-2", Body.Replace("青石镇商会", "青石商会"))).Is(200)["name"]);
        (await Put("put-2", Body.Replace("990101101", "990101102"))).IsProblem(409, "exists-with-different-content");
    }

    [Theory]
    [InlineData("\"seat\":\"990101101\"", "\"seat\":\"9901\"", 403, "not-allowed")]
    [InlineData("\"seat\":\"990101101\"", "\"seat\":\"99x\"", 400, "field-invalid")]
    [InlineData("青石镇商会", " ", 422, "chamber-name-invalid")]
    [InlineData("2015-05-20", "2199-05-20", 422, "on-in-future")]
    [InlineData("2015-05-20", "1915-05-20", 400, "field-invalid")]
    public async Task What_cannot_be_registered_is_refused(string was, string given, int status, string refusal) =>
        (await Put("put-3", Body.Replace(was, given))).IsProblem(status, refusal);

    [Fact]
    public async Task The_register_is_read_page_by_page_in_order_of_id()
    {
        for (var i = 0; i < 5; i++) await server.Chamber();
        var (ids, path) = (new List<string>(), "/api/v1/chambers?limit=2");
        for (string? next = ""; next is not null;)
        {
            var page = (await server.Get(path + (next.Length > 0 ? $"&cursor={next}" : ""))).Is(200);
            ids.AddRange(page.Json["chambers"]!.AsArray().Select(c => c!["id"]!.ToString()));
            next = page["next"];
        }
        Assert.Equal(ids.Order(StringComparer.Ordinal).Distinct(), ids);
        Assert.True(ids.Count >= 5);
    }

    [Fact]
    public async Task Coverage_counts_chambers_activities_and_blind_spots()
    {
        await server.Record(await server.Chamber(), Visit.Of("v"));
        var whole = (await server.Get("/api/v1/coverage?period=2026")).Is(200).Json["whole"]!;
        Assert.True((int)whole["chambers"]! >= 1 && (int)whole["active"]! >= 1 && (int)whole["activities"]! >= 1);
        Assert.DoesNotContain("member.visited", whole["neverRecorded"]!.AsArray().Select(k => k!.ToString()));
        Assert.Contains("member.satisfaction", whole["neverRecorded"]!.AsArray().Select(k => k!.ToString()));
    }
}
