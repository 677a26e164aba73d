using MicroPoints.Identity;

namespace MicroPoints.Api.Tests;

public sealed class ETagTests(TestServer server) : IClassFixture<TestServer>
{
    [Theory]
    [InlineData("")]
    [InlineData("/ledger")]
    [InlineData("/scorecard?period=2026")]
    public async Task What_is_known_is_answered_304_until_something_is_recorded(string path)
    {
        var chamber = await server.Chamber();
        var address = $"/api/v1/chambers/{chamber}{path}";
        var first = (await server.Get(address)).Is(200);
        var same = (await server.Get(address, Role.Reader, ("If-None-Match", first.ETag!))).Is(304);
        Assert.Equal((first.ETag, ""), (same.ETag, same.Text));
        (await server.Get(address, Role.Reader, ("If-None-Match", $"\"other\", {first.ETag}"))).Is(304);
        await server.Record(chamber, Visit.Of("v"));
        var changed = (await server.Get(address, Role.Reader, ("If-None-Match", first.ETag!))).Is(200);
        Assert.NotEqual(first.ETag, changed.ETag);
    }

    [Fact]
    public async Task A_write_that_expects_a_head_is_done_there_and_nowhere_else()
    {
        var chamber = await server.Chamber();
        var seen = (await server.Get($"/api/v1/chambers/{chamber}")).ETag!;
        (await server.Record(chamber, Visit.Of("a"), ("If-Match", seen))).Is(201);
        (await server.Record(chamber, Visit.Of("b"), ("If-Match", seen))).IsProblem(412, "head-moved");
        (await server.Post($"/api/v1/chambers/{chamber}/activities/batch", "{\"activities\":[" + Visit.Of("b") + "]}", Role.Clerk,
            ("If-Match", seen))).IsProblem(412, "head-moved");
        (await server.Post($"/api/v1/chambers/{chamber}/activities/a/reversal", "{\"id\":\"u\",\"reason\":\"r\"}", Role.Clerk,
            ("If-Match", seen))).IsProblem(412, "head-moved");
        (await server.Send(HttpMethod.Put, $"/api/v1/chambers/{chamber}", """{"name":"新名","kind":"township","seat":"990101101"}""",
            headers: ("If-Match", seen))).IsProblem(412, "head-moved");
        // The answer to the first may have been lost: its repetition is known all the same.
        (await server.Record(chamber, Visit.Of("a"), ("If-Match", seen))).Is(200);
        (await server.Record(chamber, Visit.Of("b"), ("If-Match", (await server.Get($"/api/v1/chambers/{chamber}")).ETag!))).Is(201);
    }

    [Theory]
    [InlineData("If-Match", "17")]
    [InlineData("If-Match", "\"17\"")]
    [InlineData("If-Match", "*")]
    [InlineData("If-Match", "\"x-00\"")]
    public async Task A_head_that_this_server_never_gave_is_refused(string name, string value) =>
        (await server.Record(await server.Chamber(), Visit.Of("v"), (name, value))).IsProblem(400, "etag-invalid");

    [Fact]
    public async Task A_malformed_If_None_Match_is_refused() =>
        (await server.Get($"/api/v1/chambers/{await server.Chamber()}", Role.Reader, ("If-None-Match", "W/17")))
            .IsProblem(400, "etag-invalid");
}
