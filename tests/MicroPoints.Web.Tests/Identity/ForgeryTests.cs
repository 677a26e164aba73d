using MicroPoints.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace MicroPoints.Web.Tests;

/// <summary>What holds of every page and form, whatever it is for.</summary>
public sealed class ForgeryTests(RealServer server) : IClassFixture<RealServer>
{
    private const string Token = "__RequestVerificationToken";

    /// <summary>Every page that opens without signing in; whoever adds one writes it here.</summary>
    private static readonly string[] OpenToAnybody =
    [
        "/", "/sign-in", "/set-password/{Secret}", "/c/{Secret}", "/demo/{ticket}", "/public.css", "/desk.css", "/print.css", "/desk.js",
        "/mark.svg",
    ];

    private IEnumerable<RouteEndpoint> Endpoints() => server.Running.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>().Where(e => !Path(e).StartsWith("/api/", StringComparison.Ordinal)
            && !Path(e).StartsWith("/health", StringComparison.Ordinal) && !Path(e).StartsWith("/openapi", StringComparison.Ordinal)
            && !Path(e).StartsWith("/_framework", StringComparison.Ordinal));

    private static string Path(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.TrimStart('/');

    private static bool IsRead(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") ?? true;

    [Fact]
    public async Task Every_page_but_those_named_sends_whoever_is_not_signed_in_to_sign_in()
    {
        var asked = Endpoints().Where(IsRead).Select(Path).Distinct().Except(OpenToAnybody).ToList();
        Assert.True(asked.Count >= 8, string.Join(' ', asked));
        foreach (var path in asked)
        {
            var answer = await server.Visitor().Get(path.Replace("{Id}", "x", StringComparison.Ordinal));
            Assert.True(answer.Status == 302 && answer.Location!.StartsWith("/sign-in?to=", StringComparison.Ordinal),
                $"{path}: {answer.Status}");
        }
    }

    [Fact]
    public async Task No_page_is_framed_or_kept_and_each_runs_nothing_but_its_own()
    {
        var approver = await server.SignedIn();
        foreach (var path in Endpoints().Where(IsRead).Select(Path).Distinct().Where(p => !p.Contains('.', StringComparison.Ordinal)))
        {
            var headers = (await approver.Get(path.Replace("{Id}", "x", StringComparison.Ordinal))).Headers;
            Assert.Equal("DENY", headers["X-Frame-Options"]);
            Assert.Contains("frame-ancestors 'none'", headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.Equal("no-referrer", headers["Referrer-Policy"]);
            Assert.Contains("no-store", headers["Cache-Control"], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/accounts", "open")]
    [InlineData("/account", "everywhere")]
    [InlineData("/chamber-links", "links")]
    [InlineData("/settings", "profile")]
    [InlineData("/sign-out", "")]
    [InlineData("/language", "")]
    public async Task A_form_without_or_with_anothers_token_is_refused_and_nothing_is_written(string path, string form)
    {
        var (approver, other) = (await server.SignedIn(), await server.SignedIn());
        var anothers = await other.TokenOf("/account");
        var nobodys = await server.Visitor().TokenOf("/sign-in");
        var before = await server.Heads();
        (string, string)[] fields = [("_handler", form), ("name", "某某"), ("role", "Approver"), ("issue", RealServer.Chamber)];
        foreach (var token in (string?[])[null, anothers, nobodys, "x"])
        {
            var sent = await approver.Post(path, token is null ? fields : [(Token, token), .. fields]);
            Assert.True(sent.Status == 400, $"{path} with {(token is null ? "no token" : "a foreign token")}: {sent.Status}");
        }
        Assert.Equal(before, await server.Heads());
        Assert.True(await approver.IsIn());
    }

    [Fact]
    public async Task Signing_in_and_setting_a_password_take_a_token_too()
    {
        var account = await server.Account();
        var visitor = server.Visitor();
        Assert.Equal(400, (await visitor.Post("/sign-in", ("_handler", "sign-in"), ("who", account.Id.Value),
            ("password", RealServer.Password))).Status);
        Assert.False(await visitor.IsIn());
        var (_, secret) = await server.Workspace.Accounts.IssueLink(account.Id, account.Actor with { Role = Role.Approver }, default);
        Assert.Equal(400, (await visitor.Post($"/set-password/{secret}", ("_handler", "set-password"),
            ("password", "a forged password"), ("again", "a forged password"))).Status);
        Assert.NotNull(server.Workspace.Accounts.OfLink(secret));
    }

    [Fact]
    public async Task The_cookie_is_for_this_server_alone_and_no_script_reads_it()
    {
        var account = await server.Account();
        var sent = await server.Visitor().SignIn(account.Id.Value);
        var cookie = sent.Headers["Set-Cookie"];
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
    }
}
