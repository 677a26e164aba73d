using System.Net;
using System.Text.RegularExpressions;
using MicroPoints.Identity;

namespace MicroPoints.Web.Tests;

/// <summary>An approver opens accounts, hands on links, gives roles and closes.</summary>
public sealed partial class AccountsPageTests(RealServer server) : IClassFixture<RealServer>
{
    [Fact]
    public async Task Opening_an_account_shows_its_link_once_and_the_link_works()
    {
        var approver = await server.SignedIn();
        var page = await approver.Submit("/accounts", "open", ("name", "王芳"), ("role", "Clerk"));
        var link = LinkIn(page.Text);
        Assert.DoesNotContain(link, (await approver.Get("/accounts")).Words, StringComparison.Ordinal);
        var visitor = server.Visitor();
        Assert.Equal("/desk", (await visitor.Submit(link, "set-password",
            ("password", "many plain words"), ("again", "many plain words"))).Location);
        Assert.Equal("/desk", (await server.Visitor().SignIn("王芳", "many plain words")).Location);
    }

    [Fact]
    public async Task A_name_that_is_taken_and_none_are_refused_in_words_and_nothing_is_written()
    {
        var approver = await server.SignedIn(name: "赵强");
        var before = await server.Heads();
        Assert.Contains("已有同名的账号",
            (await approver.Submit("/accounts", "open", ("name", "赵强"), ("role", "Clerk"))).Words, StringComparison.Ordinal);
        Assert.Contains("请填写姓名",
            (await approver.Submit("/accounts", "open", ("name", " "), ("role", "Clerk"))).Words, StringComparison.Ordinal);
        Assert.Contains("请选择角色",
            (await approver.Submit("/accounts", "open", ("name", "某某"), ("role", "Sandbox"))).Words, StringComparison.Ordinal);
        Assert.Equal(before, await server.Heads());
    }

    [Fact]
    public async Task A_new_link_a_role_and_closing_are_on_the_accounts_own_page()
    {
        var (approver, other) = (await server.SignedIn(), await server.Account(Role.Clerk));
        var path = $"/accounts/{other.Id}";
        Assert.NotEmpty(LinkIn((await approver.Submit(path, "link")).Text));
        Assert.Contains("请写明理由",
            (await approver.Submit(path, "close", ("reason", " "))).Words, StringComparison.Ordinal);
        await approver.Submit(path, "role", ("role", "Reader"), ("reason", "轮岗"));
        await approver.Submit(path, "close", ("reason", "调走"));
        Assert.Equal((false, Role.Reader), (Now(other).IsOpen, Now(other).Role));
        Assert.Equal(200, (await server.Visitor().SignIn(other.Id.Value)).Status);
        await approver.Submit(path, "reopen", ("reason", "调回"));
        Assert.Equal((true, null), (Now(other).IsOpen, Now(other).Password));
    }

    [Fact]
    public async Task Only_an_approver_sees_and_changes_accounts()
    {
        var (clerk, other) = (await server.SignedIn(Role.Clerk), await server.Account());
        Assert.DoesNotContain(other.Id.Value, (await clerk.Get("/accounts")).Words, StringComparison.Ordinal);
        Assert.Equal(404, (await clerk.Get($"/accounts/{other.Id}")).Status);
        var before = await server.Heads();
        var token = await clerk.TokenOf("/account");
        await clerk.Post("/accounts", ("__RequestVerificationToken", token), ("_handler", "open"), ("name", "某某"), ("role", "Approver"));
        await clerk.Post($"/accounts/{other.Id}", ("__RequestVerificationToken", token), ("_handler", "close"), ("reason", "x"));
        await clerk.Post("/chamber-links", ("__RequestVerificationToken", token), ("_handler", "links"), ("issue", RealServer.Chamber));
        Assert.Equal(before, await server.Heads());
    }

    [Fact]
    public async Task An_account_of_another_county_looks_as_one_that_is_not_there()
    {
        var approver = await server.SignedIn();
        var elsewhere = await server.Workspace.Accounts.Open(new Runtime.NewAccount(null, "外县人", Role.Clerk, new RegionCode("990202")),
            new Actor(new ActorId("founder"), Role.Approver, RegionCode.Nation), default);
        Assert.Equal(404, (await approver.Get($"/accounts/{elsewhere.Id}")).Status);
        Assert.DoesNotContain("外县人", (await approver.Get("/accounts")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hostile_name_is_shown_as_text()
    {
        const string hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";
        var approver = await server.SignedIn(name: hostile);
        var account = server.Workspace.Accounts.List(RealServer.County).Single(a => a.Name == hostile);
        foreach (var path in (string[])["/accounts", $"/accounts/{account.Id}", "/desk", "/account"])
        {
            var text = (await approver.Get(path)).Text;
            Assert.DoesNotContain("<script>alert", text, StringComparison.Ordinal);
            Assert.DoesNotContain("<img", text, StringComparison.Ordinal);
            Assert.Contains("&lt;script&gt;alert(1)", text, StringComparison.Ordinal);
        }
        var told = await server.Visitor().SignIn(hostile, "wrong password");
        Assert.DoesNotContain("<script>alert", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", told.Text, StringComparison.Ordinal);
    }

    private Account Now(Account account) => server.Workspace.Accounts.Find(account.Id)!;

    internal static string LinkIn(string text) => Shown().Match(WebUtility.HtmlDecode(text)) is { Success: true } found
        ? new Uri(found.Value).PathAndQuery : throw new InvalidOperationException("no link is shown");

    [GeneratedRegex(@"https?://[^""<]+/(set-password|c)/[\w-]{43}")]
    private static partial Regex Shown();
}
