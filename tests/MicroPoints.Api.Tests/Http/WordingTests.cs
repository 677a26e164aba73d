using MicroPoints.Identity;

namespace MicroPoints.Api.Tests;

/// <summary>Refusals say what is true and what to send instead.</summary>
public sealed class WordingTests(TestServer server) : IClassFixture<TestServer>
{
    private const string Check = "/api/v1/rulesets/check";

    [Fact]
    public async Task A_media_type_that_is_not_read_is_answered_with_those_that_are()
    {
        var yaml = (await server.Post(Check, "{}")).IsProblem(415, "media-type-unsupported")["detail"];
        Assert.Equal("'application/json; charset=utf-8' is not read here: send application/yaml, text/yaml or text/plain", yaml);
        var chamber = await server.Chamber();
        var json = await server.Send(HttpMethod.Post, $"/api/v1/chambers/{chamber}/activities", "a", mediaType: "text/csv");
        Assert.EndsWith("send application/json", json.IsProblem(415, "media-type-unsupported")["detail"]);
    }

    [Theory]
    [InlineData("""{"id":null,"kind":"member.visited","on":"2026-01-12","count":1}""", "$.id")]
    [InlineData("""{"id":"x","kind":"member.visited","on":null,"count":1}""", "$.on")]
    public async Task Null_in_a_required_member_is_told_as_that(string body, string path)
    {
        var refused = (await server.Record(await server.Chamber(), body)).IsProblem(400, "json-invalid");
        Assert.Equal((path, "null may not stand here: give it a value"), (refused["path"], refused["detail"]));
    }

    [Theory]
    [InlineData("asOf")]
    [InlineData("knownAt")]
    public async Task A_day_out_of_the_span_is_answered_with_the_span(string parameter) => Assert.Contains(
        "from 1949-10-01 to 2199-12-31",
        (await server.Get($"/api/v1/standings?{parameter}=1900-01-01")).IsProblem(400, "query-invalid")["detail"]);

    [Fact]
    public async Task The_length_of_a_period_is_told_in_words() => Assert.Contains("is per year, and 2026Q3 is not such a period",
        (await server.Get("/api/v1/standings?period=2026Q3")).IsProblem(422, "period-not-of-ruleset")["detail"]);

    [Fact]
    public async Task A_key_whose_role_may_not_do_it_is_called_by_its_role()
    {
        var chamber = await server.Chamber();
        Assert.Equal("a key of role auditor may not do this: it takes clerk or approver",
            (await server.Send(HttpMethod.Post, $"/api/v1/chambers/{chamber}/activities", Visit.Of("v"), Role.Auditor))
                .IsProblem(403, "role-not-sufficient")["detail"]);
    }

    [Fact]
    public async Task A_right_sequence_with_another_hash_is_told_as_another_hash()
    {
        var chamber = await server.Chamber();
        var etag = (await server.Get($"/api/v1/chambers/{chamber}/ledger")).Is(200).ETag!;
        var digit = etag.LastIndexOfAny([.. "0123456789abcdef"]);
        var other = etag[..digit] + (etag[digit] == '0' ? '1' : '0') + etag[(digit + 1)..];
        var refused = (await server.Record(chamber, Visit.Of("v"), ("If-Match", other))).IsProblem(412, "head-moved");
        Assert.Contains("the entry at sequence 1 is another than you saw", refused["detail"]);
    }
}
