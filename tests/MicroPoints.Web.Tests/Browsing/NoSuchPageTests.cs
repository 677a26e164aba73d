using MicroPoints.Server;

namespace MicroPoints.Web.Tests;

/// <summary>An address with nothing at it: a page for people, a problem for programs.</summary>
public sealed class NoSuchPageTests(RealServer server) : IClassFixture<RealServer>
{
    private static readonly (string, string) Browser = ("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");

    [Fact]
    public async Task A_browser_is_answered_a_page_in_its_language_under_the_strict_policy()
    {
        var nobody = server.Visitor();
        var chinese = await nobody.Get("/nowhere", Browser);
        Assert.Equal((404, "text/html; charset=utf-8"), (chinese.Status, chinese.Headers["Content-Type"]));
        Assert.Contains("没有这一页", chinese.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("openapi", chinese.Words, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", chinese.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        var english = await nobody.Get("/nowhere", Browser, ("Cookie", $"mp-lang-{CookieMark.Of(server.Options)}=en"));
        Assert.Equal((404, true), (english.Status, english.Words.Contains("No such page", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_answered_a_page_too()
    {
        var approver = await server.SignedIn();
        var answer = await approver.Get("/rounds/elsewhere/papers.zip", Browser);
        Assert.Equal((404, true), (answer.Status, answer.Words.Contains("没有这一页", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("/nowhere", "application/json")]
    [InlineData("/nowhere", "*/*")]
    [InlineData("/api/v1/nowhere", "text/html")]
    public async Task A_program_is_answered_a_problem_as_before(string path, string accept)
    {
        var answer = await server.Visitor().Get(path, ("Accept", accept));
        Assert.Equal((404, true), (answer.Status, answer.Text.Contains("/openapi/v1.json", StringComparison.Ordinal)));
    }
}
