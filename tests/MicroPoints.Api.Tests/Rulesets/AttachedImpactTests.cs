using System.Text.Json.Nodes;
using MicroPoints.Identity;

namespace MicroPoints.Api.Tests;

/// <summary>An adoption over HTTP with the statement of what it changes.</summary>
public sealed class AttachedImpactTests(RoundServer server) : IClassFixture<RoundServer>
{
    private Task<Sent> Adopt(string id, string version, string more) => server.Post("/api/v1/adoptions", $$"""
        {"id":"{{id}}","region":"{{TestServer.County}}","ruleset":"micro-points","version":"{{version}}","from":"2026-01-01"{{more}}}
        """, Role.Approver);

    [Fact]
    public async Task A_statement_of_the_impact_is_attached_to_an_adoption_once_whatever_was_lost_on_the_way()
    {
        await server.Record($"{await server.Town(2)}-b", Visit.Of("v", 3));
        var nation = await server.IssueFor(Role.Approver, "00");
        var shipped = (await server.Get("/api/v1/rulesets/micro-points/versions/2026.1")).Is(200).Text;
        (await server.SendWith(nation, HttpMethod.Post, "/api/v1/rulesets", new JsonObject
        {
            ["rules"] = shipped.Replace("version: '2026.1'", "version: 'draft'").Replace("value: 0.5", "value: 1"),
            ["withoutTests"] = "试行",
        }.ToJsonString())).Is(201);
        server.Clock.Now = server.Clock.Now.AddSeconds(1);
        // It was adopted, and the statement was not attached any more.
        (await Adopt("lost", "draft", "")).Is(201);
        var mended = (await Adopt("lost", "draft", ",\"impact\":[\"2026\"]")).Is(200);
        var file = mended.Json["impact"]!["file"]!.ToString();
        using (var kept = new MemoryStream())
        {
            await using (var stream = (await server.Running.Workspace.Scans!.Open(Digest.Parse(file), default))!)
                await stream.CopyToAsync(kept);
            Assert.Equal((file, (long)mended.Json["impact"]!["bytes"]!), (Digest.Of(kept.ToArray()).ToString(), kept.Length));
            Assert.Contains("2026.1", Text(kept), StringComparison.Ordinal);
        }
        var heads = await server.Heads();
        Assert.Equal(file, (await Adopt("lost", "draft", ",\"impact\":[\"2026\"]")).Is(200).Json["impact"]!["file"]!.ToString());
        Assert.Equal(heads, await server.Heads());
        foreach (var (bad, status, refusal) in ((string, int, string)[])[("[]", 400, "field-invalid"), ("[null]", 400, "field-invalid"),
            ("[\"26\"]", 400, "field-invalid"),
            ($"[{string.Join(',', Enumerable.Range(2016, 11).Select(y => $"\"{y}\""))}]", 400, "field-invalid"),
            ("[\"2026Q1\"]", 422, "period-not-of-ruleset")])
            (await Adopt("never", "2026.1", $",\"impact\":{bad}")).IsProblem(status, refusal);
        Assert.Equal(heads, await server.Heads());

        // What stands above every sheet names both versions.
        static string Text(Stream workbook)
        {
            using var zip = new System.IO.Compression.ZipArchive(workbook);
            return string.Join('\n', zip.Entries.Select(e => new StreamReader(e.Open()).ReadToEnd()));
        }
    }
}
