using System.Text;
using MicroPoints.Identity;
using MicroPoints.Rulesets;
using MicroPoints.Runtime;

namespace MicroPoints.Api.Tests;

public sealed class ETagTests(TestServer server) : IClassFixture<TestServer>
{
    [Theory]
    [InlineData("")]
    [InlineData("/ledger")]
    [InlineData("/scorecard?period=2026")]
    [InlineData("/explain?period=2026")]
    [InlineData("/advice")]
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

    [Theory]
    [InlineData("explain")]
    [InlineData("advice")]
    public async Task An_answer_about_a_card_changes_with_its_neighbours_the_regions_decisions_and_the_kinds(string asked)
    {
        var (chamber, neighbour) = (await server.Chamber(), await server.Chamber());
        await server.Record(chamber, Visit.Of("v"));
        var address = $"/api/v1/chambers/{chamber}/{asked}";
        var etag = (await server.Get(address)).Is(200).ETag!;
        await server.Record(neighbour, Visit.Of("v", 9));
        etag = await Changed(etag);
        (await server.Post("/api/v1/not-applicable", $$"""
            {"id":"{{asked}}","region":"{{TestServer.County}}","ruleset":"micro-points","period":"2026","indicator":"X1","reason":"无"}
            """, Role.Approver)).Is(201);
        etag = await Changed(etag);
        await server.Chamber(TestServer.Elsewhere);
        (await server.Get(address, Role.Reader, ("If-None-Match", etag))).Is(304);
        await PublishKinds(asked);
        await server.Stop();
        await server.Start();
        await Changed(etag);

        async Task<string> Changed(string before) =>
            (await server.Get(address, Role.Reader, ("If-None-Match", before))).Is(200).ETag!;
    }

    [Fact]
    public async Task An_explanation_is_another_for_a_key_that_reaches_less()
    {
        var chamber = await server.Chamber();
        var whole = (await server.Get($"/api/v1/chambers/{chamber}/explain")).Is(200).ETag!;
        var (_, town) = await server.Running.Workspace.Keys.Issue(
            new NewKey(null, null, Role.Reader, new RegionCode(TestServer.County + "101"), null), Founder, default);
        var part = (await server.SendWith(town, HttpMethod.Get, $"/api/v1/chambers/{chamber}/explain",
            headers: ("If-None-Match", whole))).Is(200);
        Assert.NotEqual(whole, part.ETag);
    }

    private static readonly Actor Founder = new(new ActorId("founder"), Role.Approver, RegionCode.Nation);

    /// <summary>The shipped activities under another version, which a server takes when it starts.</summary>
    private async Task PublishKinds(string version)
    {
        var file = Encoding.UTF8.GetBytes(File.ReadAllText(ShippedFiles.ActivitiesPath)
            .Replace("activities-version: '2026.1'", $"activities-version: '{version}'"));
        Assert.IsType<Answer.Recorded>(await server.Running.Workspace.Streams.Run(StreamId.OfRuleset(RulesetState.Activities),
            RegionCode.Nation, Founder, new PublishRuleset(new EntryId($"publish-{version}"), version, file), default));
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
