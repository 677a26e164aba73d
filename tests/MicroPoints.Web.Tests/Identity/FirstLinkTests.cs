using MicroPoints.Identity;
using MicroPoints.Runtime;

namespace MicroPoints.Web.Tests;

/// <summary>The link that a start prints, and the password that is set by it.</summary>
public sealed class FirstLinkTests
{
    [Fact]
    public async Task A_first_start_prints_one_link_which_sets_a_password_and_signs_in()
    {
        await using var own = await SignInTests.Started();
        var link = Assert.Single(own.Server.Links);
        var visitor = own.Server.Visitor();
        var page = await visitor.Get(link);
        Assert.Equal((200, true), (page.Status, page.Words.Contains("经办人", StringComparison.Ordinal)));
        Assert.Equal("/desk", (await Set(visitor, link, RealServer.Password)).Location);
        Assert.True(await visitor.IsIn());
        Assert.Equal((Role.Approver, RealServer.County),
            own.Server.Workspace.Accounts.Find(new AccountId("first")) is { } first ? (first.Role, first.Scope) : default);
        Assert.Equal("/desk", (await own.Server.Visitor().SignIn("first")).Location);
    }

    [Fact]
    public async Task It_is_printed_anew_at_each_start_until_it_was_used_and_older_ones_are_void()
    {
        await using var own = await SignInTests.Started();
        await own.Server.Restart();
        var links = own.Server.Links;
        Assert.Equal(2, links.Distinct().Count());
        Assert.Equal(404, (await own.Server.Visitor().Get(links[0])).Status);
        Assert.Equal("/desk", (await Set(own.Server.Visitor(), links[1], RealServer.Password)).Location);
        await own.Server.Restart();
        Assert.Equal(2, own.Server.Links.Count);
        Assert.Single(own.Server.Workspace.Accounts.List(RegionCode.Nation));
    }

    [Fact]
    public async Task It_works_once_and_whoever_opens_it_again_is_told_what_to_do()
    {
        await using var own = await SignInTests.Started();
        var (link, late) = (own.Server.Links[0], own.Server.Visitor());
        var token = await late.TokenOf(link);
        Assert.Equal("/desk", (await Set(own.Server.Visitor(), link, RealServer.Password)).Location);
        var again = await late.Post(link, ("__RequestVerificationToken", token), ("_handler", "set-password"),
            ("password", "quite another password"), ("again", "quite another password"));
        Assert.Equal(404, again.Status);
        Assert.Contains("已经用过", (await late.Get(link)).Words, StringComparison.Ordinal);
        Assert.Equal("/desk", (await own.Server.Visitor().SignIn("first")).Location);
    }

    [Fact]
    public async Task It_expires_after_a_day()
    {
        await using var own = await SignInTests.Started();
        own.Server.Later(Accounts.LinkLasts);
        Assert.Equal(404, (await own.Server.Visitor().Get(own.Server.Links[0])).Status);
    }

    [Theory]
    [InlineData("short", "short", "密码至少")]
    [InlineData("1234567890", "1234567890", "太常见")]
    [InlineData("walking the dog", "walking the cat", "两次输入的不一样")]
    public async Task A_password_that_will_not_do_is_refused_in_words_and_the_link_stays(string password, string again, string words)
    {
        await using var own = await SignInTests.Started();
        var visitor = own.Server.Visitor();
        var told = await visitor.Submit(own.Server.Links[0], "set-password", ("password", password), ("again", again));
        Assert.Contains(words, told.Words, StringComparison.Ordinal);
        Assert.DoesNotContain($"\"{password}\"", told.Words, StringComparison.Ordinal);
        Assert.Equal("/desk", (await Set(visitor, own.Server.Links[0], RealServer.Password)).Location);
    }

    [Fact]
    public async Task A_link_that_was_never_drawn_is_not_found()
    {
        await using var own = await SignInTests.Started();
        foreach (var text in (string[])["x", new string('A', 43), "%20", new string('a', 5000)])
            Assert.Equal(404, (await own.Server.Visitor().Get($"/set-password/{text}")).Status);
    }

    private static Task<Seen> Set(Visitor visitor, string link, string password) =>
        visitor.Submit(link, "set-password", ("password", password), ("again", password));
}
