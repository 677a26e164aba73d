using MicroPoints.Identity;

namespace MicroPoints.Api.Tests;

public sealed class PureReadsTests(RoundServer server) : IClassFixture<RoundServer>
{
    private const string Unknown = "no-such-objection";
    private static readonly string[] Beside = ["/openapi/v1.json", "/"];

    [Fact]
    public async Task Every_GET_of_the_document_twice_leaves_every_head_as_it_was()
    {
        var round = await server.Sealed();
        var nation = await server.IssueFor(Role.Approver, "00");
        (await server.SendWith(nation, HttpMethod.Put, "/api/v1/calendar",
            """{"days":[{"date":"2026-10-01","kind":"holiday","name":"国庆节"}]}""")).Is(201);
        var heads = await server.Heads();
        foreach (var path in (string[])[.. await Paths(round), .. Beside])
            // The round had no objection, which is an answer too.
            for (var i = 0; i < 2; i++) (await server.Get(path, Role.Approver)).Is(path.Contains(Unknown) ? 404 : 200);
        Assert.Equal(heads, await server.Heads());
    }

    /// <summary>Every path that the document lets be read, its places filled with what is there.</summary>
    private async Task<string[]> Paths(string round)
    {
        var paths = (await server.Get("/openapi/v1.json", null)).Is(200).Json["paths"]!.AsObject();
        var read = paths.Where(p => p.Value!["get"] is not null).Select(p => p.Key).ToArray();
        Assert.True(read.Length > 20, string.Join('\n', read));
        return [.. read.Select(p => p.Replace("{chamber}", $"{round}-a")
            .Replace("{id}", "v-1").Replace("{round}", round).Replace("{objection}", Unknown)
            .Replace("{ruleset}", "micro-points").Replace("{version}", "2026.1").Replace("{region}", "990101").Replace("{year}", "2026"))];
    }
}
