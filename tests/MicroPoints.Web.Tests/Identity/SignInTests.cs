using MicroPoints.Identity;

namespace MicroPoints.Web.Tests;

/// <summary>How people get in, and that nobody else does.</summary>
public sealed class SignInTests(RealServer server) : IClassFixture<RealServer>
{
    [Fact]
    public async Task A_name_or_an_account_with_the_password_opens_the_desk()
    {
        var account = await server.Account(name: "李明");
        foreach (var who in (string[])["李明", account.Id.Value])
        {
            var visitor = server.Visitor();
            Assert.Equal("/desk", (await visitor.SignIn(who)).Location);
            Assert.Contains("李明", (await visitor.Get("/desk")).Words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_are_answered_in_the_same_words()
    {
        var account = await server.Account();
        var wrong = await server.Visitor().SignIn(account.Id.Value, "not the password");
        var unknown = await server.Visitor().SignIn("nobody-at-all", "not the password");
        Assert.Equal((200, 200, null), (wrong.Status, unknown.Status, wrong.Location));
        Assert.Contains("姓名（账号）或密码不对", wrong.Words, StringComparison.Ordinal);
        Assert.Contains("姓名（账号）或密码不对", unknown.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("not the password", wrong.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_grows_and_ends()
    {
        await using var own = await Started();
        var (account, visitor) = (await own.Server.Account(), own.Server.Visitor());
        for (var i = 0; i < 5; i++) Assert.Equal(200, (await visitor.SignIn(account.Id.Value, "wrong password")).Status);
        foreach (var seconds in (int[])[15, 30, 60])
        {
            var told = await visitor.SignIn(account.Id.Value);
            Assert.Equal(429, told.Status);
            Assert.InRange(int.Parse(told.Headers["Retry-After"]), seconds - 5, seconds);
            own.Server.Later(TimeSpan.FromSeconds(seconds));
            if (seconds < 60) Assert.Equal(200, (await visitor.SignIn(account.Id.Value, "wrong password")).Status);
        }
        Assert.Equal("/desk", (await visitor.SignIn(account.Id.Value)).Location);
    }

    [Theory]
    [InlineData("/record?chamber=c-01", "/record?chamber=c-01")]
    [InlineData("https://evil.example/", "/desk")]
    [InlineData("//evil.example/", "/desk")]
    [InlineData("/\\evil.example", "/desk")]
    [InlineData("/\t/evil.example", "/desk")]
    [InlineData("javascript:alert(1)", "/desk")]
    public async Task After_signing_in_one_is_taken_to_a_page_of_this_server(string to, string taken)
    {
        var account = await server.Account();
        var visitor = server.Visitor();
        Assert.Equal(taken, (await visitor.SignIn(account.Id.Value, to: $"?to={Uri.EscapeDataString(to)}")).Location);
        Assert.Equal(taken, (await visitor.Get($"/sign-in?to={Uri.EscapeDataString(to)}")).Location);
    }

    [Fact]
    public async Task A_session_that_was_there_before_is_not_taken_over()
    {
        var account = await server.Account();
        var visitor = server.Visitor();
        visitor.Session = "chosen-by-somebody-else";
        await visitor.SignIn(account.Id.Value);
        var first = visitor.Session;
        Assert.NotEqual("chosen-by-somebody-else", first);
        await visitor.SignOut();
        await visitor.SignIn(account.Id.Value);
        Assert.NotEqual(first, visitor.Session);
        var old = server.Visitor();
        old.Session = first;
        Assert.False(await old.IsIn());
        Assert.True(await visitor.IsIn());
    }

    [Fact]
    public async Task After_signing_out_a_copy_of_the_cookie_is_worth_nothing_even_after_a_restart()
    {
        await using var own = await Started();
        var account = await own.Server.Account();
        var (visitor, elsewhere) = (own.Server.Visitor(), own.Server.Visitor());
        await visitor.SignIn(account.Id.Value);
        await elsewhere.SignIn(account.Id.Value);
        var (copy, kept) = (visitor.Session, elsewhere.Session);
        Assert.Equal("/sign-in", (await visitor.SignOut()).Location);
        Assert.True(await elsewhere.IsIn());
        await own.Server.Restart();
        var (thief, holder) = (own.Server.Visitor(), own.Server.Visitor());
        (thief.Session, holder.Session) = (copy, kept);
        Assert.False(await thief.IsIn());
        Assert.True(await holder.IsIn());
    }

    [Fact]
    public async Task Signing_out_everywhere_closing_and_a_new_role_end_every_session()
    {
        var deeds = new Func<Account, Task>[]
        {
            async a => await server.Workspace.Accounts.EndSessions(a.Id, null, a.Actor, default),
            async a => await server.Workspace.Accounts.Close(a.Id, "调走", a.Actor with { Role = Role.Approver }, default),
            async a => await server.Workspace.Accounts.ChangeRole(a.Id, Role.Reader, "轮岗", a.Actor with { Role = Role.Approver }, default),
        };
        foreach (var deed in deeds)
        {
            var account = await server.Account(Role.Clerk);
            var visitor = server.Visitor();
            await visitor.SignIn(account.Id.Value);
            Assert.True(await visitor.IsIn());
            await deed(server.Workspace.Accounts.Find(account.Id)!);
            Assert.False(await visitor.IsIn());
        }
    }

    [Fact]
    public async Task A_session_ends_after_a_day_however_busy()
    {
        await using var own = await Started();
        var account = await own.Server.Account();
        var visitor = own.Server.Visitor();
        await visitor.SignIn(account.Id.Value);
        for (var hour = 0; hour < 24; hour += 6)
        {
            Assert.True(await visitor.IsIn(), $"after {hour} hours");
            own.Server.Later(TimeSpan.FromHours(6));
        }
        own.Server.Later(TimeSpan.FromMinutes(1));
        Assert.False(await visitor.IsIn());
    }

    [Fact]
    public async Task The_page_of_ones_own_account_changes_the_password_and_signs_out_everywhere()
    {
        var account = await server.Account();
        var (visitor, elsewhere) = (server.Visitor(), server.Visitor());
        await visitor.SignIn(account.Id.Value);
        await elsewhere.SignIn(account.Id.Value);
        var wrong = await visitor.Submit("/account", "change",
            ("old", "wrong"), ("password", "a new password"), ("again", "a new password"));
        Assert.Contains("现在的密码不对", wrong.Words, StringComparison.Ordinal);
        var differ = await visitor.Submit("/account", "change",
            ("old", RealServer.Password), ("password", "a new password"), ("again", "x"));
        Assert.Contains("两次输入的不一样", differ.Words, StringComparison.Ordinal);
        var done = await visitor.Submit("/account", "change",
            ("old", RealServer.Password), ("password", "a new password"), ("again", "a new password"));
        Assert.Equal("/account?changed=1", done.Location);
        Assert.Equal((true, false), (await visitor.IsIn(), await elsewhere.IsIn()));
        await elsewhere.SignIn(account.Id.Value, "a new password");
        Assert.Equal("/sign-in", (await visitor.Submit("/account", "everywhere")).Location);
        Assert.Equal((false, false), (await visitor.IsIn(), await elsewhere.IsIn()));
    }

    internal static async Task<Own> Started()
    {
        var server = new RealServer();
        await server.InitializeAsync();
        return new Own(server);
    }

    /// <summary>A server that one test has to itself.</summary>
    internal sealed record Own(RealServer Server) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await Server.DisposeAsync();
    }
}
