using MicroPoints.Identity;

namespace MicroPoints.Api.Tests;

public sealed class KeyTests(RoundServer server) : IClassFixture<RoundServer>
{
    private Task<Sent> Issue(string body, Role role = Role.Approver) => server.Post("/api/v1/keys", body, role);

    private static string Key(string id, string scope = TestServer.County, string more = "") =>
        $$"""{"id":"{{id}}","role":"reader","scope":"{{scope}}"{{more}}}""";

    private Task<Sent> Revoke(string id, string reason = "人员调整", string? key = null) => server.SendWith(
        key ?? server.Key(Role.Approver), HttpMethod.Delete, $"/api/v1/keys/{id}", $$"""{"reason":"{{reason}}"}""");

    [Theory]
    [InlineData("\"Clerk\"")]
    [InlineData("\"CLERK\"")]
    [InlineData("\"king\"")]
    [InlineData("1")]
    public async Task A_role_is_one_of_the_words_as_they_are_written(string role) => Assert.Contains(
        "clerk, approver, reader, auditor, sandbox", (await server.Post("/api/v1/keys",
            $$"""{"role":{{role}},"scope":"990101"}""", Role.Approver)).IsProblem(400, "json-invalid")["detail"]);

    [Fact]
    public async Task An_issued_key_is_in_force_at_once_and_lets_nobody_in_once_revoked()
    {
        var issued = (await Issue(Key("k-1", more: ",\"label\":\"看板\",\"until\":\"2027-01-01\""))).Is(201);
        Assert.Equal("no-store", issued.Header("Cache-Control"));
        var secret = issued["secret"]!;
        Assert.Equal(("key:k-1", "reader"), await Caller());
        var revoked = (await Revoke("k-1")).Is(200);
        Assert.Equal(("false", "人员调整", "看板"), (revoked["valid"], revoked["reason"], revoked["label"]));
        (await server.SendWith(secret, HttpMethod.Get, "/api/v1/identity")).IsProblem(401, "key-required");
        (await Revoke("k-1")).Is(200);
        (await Revoke("k-1", "另因")).IsProblem(409, "key-already-revoked");
        (await Issue(Key("k-1"))).IsProblem(409, "exists-with-different-content");

        async Task<(string?, string?)> Caller()
        {
            var caller = (await server.SendWith(secret, HttpMethod.Get, "/api/v1/identity")).Is(200);
            return (caller["id"], caller["role"]);
        }
    }

    [Fact]
    public async Task A_key_is_listed_without_its_secret_by_those_who_manage_or_audit()
    {
        var secret = (await Issue(Key("k-listed")))["secret"]!;
        foreach (var role in (Role[])[Role.Approver, Role.Auditor])
        {
            var list = (await server.Get("/api/v1/keys?limit=500", role)).Is(200);
            Assert.Contains("k-listed", list.Text);
            Assert.DoesNotContain(secret, list.Text);
            Assert.DoesNotContain("secret", list.Text);
        }
        var (ids, cursor) = (new List<string>(), "");
        do
        {
            var page = (await server.Get($"/api/v1/keys?limit=2{cursor}", Role.Approver)).Is(200);
            ids.AddRange(page.Json["keys"]!.AsArray().Select(k => k!["id"]!.ToString()));
            cursor = page["next"] is { } next ? $"&cursor={next}" : "";
        }
        while (cursor != "");
        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
        Assert.Contains("k-listed", ids);
    }

    [Fact]
    public async Task A_key_beyond_the_callers_scope_is_neither_issued_nor_seen_nor_revoked()
    {
        (await Issue(Key("k-up", "99"))).IsProblem(404, "region-unknown");
        (await Issue(Key("k-side", TestServer.Elsewhere))).IsProblem(404, "region-unknown");
        (await server.SendWith(server.Key(Role.Approver, TestServer.Elsewhere), HttpMethod.Post, "/api/v1/keys",
            Key("k-theirs", TestServer.Elsewhere))).Is(201);
        (await Revoke("k-theirs")).IsProblem(404, "key-unknown");
        (await Revoke("k-nowhere")).IsProblem(404, "key-unknown");
        Assert.DoesNotContain("k-theirs", (await server.Get("/api/v1/keys?limit=500", Role.Auditor)).Text);
        (await server.Get($"/api/v1/keys?scope={TestServer.Elsewhere}", Role.Auditor)).IsProblem(404, "region-unknown");
        (await Revoke("k-theirs", key: server.Key(Role.Approver, TestServer.Elsewhere))).Is(200);
    }

    [Theory]
    [InlineData("""{"id":"k k","role":"reader","scope":"990101"}""", 400, "field-invalid")]
    [InlineData("""{"role":"king","scope":"990101"}""", 400, "json-invalid")]
    [InlineData("""{"role":3,"scope":"990101"}""", 400, "json-invalid")]
    [InlineData("""{"role":"reader","scope":"x"}""", 400, "field-invalid")]
    [InlineData("""{"role":"reader","scope":"990101","until":"2026-11-20"}""", 422, "expires-too-early")]
    public async Task A_key_that_makes_no_sense_is_refused(string body, int status, string refusal) =>
        (await Issue(body)).IsProblem(status, refusal);

    [Fact]
    public async Task A_key_without_an_id_is_given_one_and_a_revocation_says_why()
    {
        var id = (await Issue("""{"role":"clerk","scope":"990101101"}""")).Is(201).Json["key"]!["id"]!.ToString();
        (await Revoke(id, " ")).IsProblem(422, "reason-missing");
        (await Revoke(id)).Is(200);
    }
}
