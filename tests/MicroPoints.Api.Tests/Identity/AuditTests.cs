using MicroPoints.Identity;

namespace MicroPoints.Api.Tests;

public sealed class AuditTests(RoundServer server) : IClassFixture<RoundServer>
{
    private async Task<Sent> Audit(string query = "", Role role = Role.Auditor) =>
        (await server.Get($"/api/v1/audit{query}", role)).Is(200);

    private static string[] Ids(Sent page) => [.. page.Json["entries"]!.AsArray().Select(e => e!["id"]!.ToString())];

    private Task<Sent> Issue(string id, string region) => server.SendWith(server.Key(Role.Approver, region), HttpMethod.Post,
        "/api/v1/keys", $$"""{"id":"{{id}}","role":"reader","scope":"{{region}}","label":"看板"}""");

    [Fact]
    public async Task It_shows_who_decided_what_about_keys_and_rules_of_the_scope_and_nothing_beyond()
    {
        (await Issue("a-mine", TestServer.County)).Is(201);
        (await Issue("a-theirs", TestServer.Elsewhere)).Is(201);
        (await server.Post("/api/v1/not-applicable", """
            {"id":"a-na","region":"990101","ruleset":"micro-points","period":"2026","indicator":"X1","reason":"未发生"}
            """, Role.Approver)).Is(201);
        var page = await Audit("?limit=500");
        var (issued, declared) = (Entry("issue-a-mine"), Entry("a-na"));
        Assert.Equal(("identity:keys", "key-issued/1", "看板"),
            (issued["stream"]!.ToString(), issued["type"]!.ToString(), issued["reason"]!.ToString()));
        Assert.Contains("reader，990101", issued["text"]!.ToString());
        Assert.StartsWith("key:", issued["by"]!.ToString());
        Assert.Equal(("region:990101", "micro-points 2026 X1 不适用"), (declared["stream"]!.ToString(), declared["text"]!.ToString()));
        Assert.DoesNotContain("a-theirs", page.Text);
        var nation = await server.IssueFor(Role.Auditor, "00");
        Assert.Contains("a-theirs", (await server.SendWith(nation, HttpMethod.Get, "/api/v1/audit?limit=500")).Text);

        System.Text.Json.Nodes.JsonNode Entry(string id) => page.Json["entries"]!.AsArray().Single(e => e!["id"]!.ToString() == id)!;
    }

    [Fact]
    public async Task Pages_hold_every_entry_once_and_after_leaves_out_what_was_recorded_before()
    {
        var before = server.Clock.Now;
        server.Clock.Now = before.AddHours(1);
        foreach (var id in (string[])["p-1", "p-2", "p-3"]) await Issue(id, TestServer.County);
        var after = $"?after={Uri.EscapeDataString(Calendar.Text(before))}";
        Assert.Equal(["issue-p-1", "issue-p-2", "issue-p-3"], Ids(await Audit(after)).Where(i => i.StartsWith("issue-p-")));
        var (seen, cursor) = (new List<string>(), "");
        do
        {
            var page = await Audit($"{after}&limit=2{cursor}", Role.Approver);
            seen.AddRange(Ids(page));
            cursor = page["next"] is { } next ? $"&cursor={next}" : "";
        }
        while (cursor != "");
        Assert.Equal(Ids(await Audit(after)), seen);
        (await server.Get("/api/v1/audit?after=yesterday", Role.Auditor)).IsProblem(400, "query-invalid");
    }
}
