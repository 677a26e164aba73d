using System.Net.Http.Headers;
using MicroPoints.Identity;
using MicroPoints.Runtime;

namespace MicroPoints.Web.Tests;

/// <summary>Passwords, what is kept of them, and links' secrets come out nowhere.</summary>
public sealed class SecretTests(RealServer server) : IClassFixture<RealServer>
{
    private static readonly Actor Founder = new(new ActorId("founder"), Role.Approver, RegionCode.Nation);

    [Fact]
    public async Task Neither_a_password_nor_its_hash_nor_a_links_secret_is_in_api_audit_or_log()
    {
        var account = await server.Account(name: "孙丽");
        await server.Visitor().SignIn(account.Id.Value, "my wrong password");
        var (_, secret) = await server.Workspace.Accounts.IssueLink(account.Id, Founder, default);
        await server.Visitor().Get($"/set-password/{secret}");
        var (_, card) = await server.Workspace.ChamberLinks.Issue(
            new ChamberId(RealServer.Chamber), new RegionCode($"{RealServer.County}001"), null, Founder, default);
        Assert.Equal(200, (await server.Visitor().Get($"/c/{card}")).Status);

        var said = new List<string> { server.Logged };
        var (_, key) = await server.Workspace.Keys.Issue(new NewKey(null, null, Role.Approver, RegionCode.Nation, null), Founder, default);
        using var http = new HttpClient { BaseAddress = new Uri(server.Running.Address) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        foreach (var path in (string[])["/api/v1/audit?limit=500", "/api/v1/keys", $"/api/v1/chambers/{RealServer.Chamber}/ledger",
            "/api/v1/identity", "/openapi/v1.json", "/health/ready"])
            said.Add(await http.GetStringAsync(new Uri(path, UriKind.Relative)));
        var audit = said[1];
        Assert.Contains("password-set/1", audit, StringComparison.Ordinal);
        Assert.Contains($"开立账号 {account.Id}", audit, StringComparison.Ordinal);
        Assert.Contains("chamber-link-issued/1", audit, StringComparison.Ordinal);
        var approver = await server.SignedIn();
        foreach (var path in (string[])["/accounts", $"/accounts/{account.Id}", "/chamber-links", "/account"])
            said.Add((await approver.Get(path)).Text);

        var hash = server.Workspace.Accounts.Find(account.Id)!.Password!.Reveal();
        foreach (var hidden in (string[])[hash, secret, card, RealServer.Password, "my wrong password"])
            Assert.All(said, text => Assert.DoesNotContain(hidden, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_signed_out_and_when_is_not_in_the_audit()
    {
        var visitor = await server.SignedIn();
        await visitor.SignOut();
        var (_, key) = await server.Workspace.Keys.Issue(new NewKey(null, null, Role.Auditor, RealServer.County, null), Founder, default);
        using var http = new HttpClient { BaseAddress = new Uri(server.Running.Address) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        var audit = await http.GetStringAsync(new Uri("/api/v1/audit?limit=500", UriKind.Relative));
        Assert.Contains("account-opened/1", audit, StringComparison.Ordinal);
        Assert.DoesNotContain("sessions-ended/1", audit, StringComparison.Ordinal);
    }
}
