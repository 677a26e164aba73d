using System.Security.Cryptography;
using System.Text;
using MicroPoints.Identity;
using MicroPoints.Runtime;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace MicroPoints.Web;

/// <summary>Signing in and out: a cookie that says who sits at the desk, asked on each request whether it still counts.</summary>
internal static class SigningIn
{
    public const string Scheme = "desk", Path = "/sign-in", Out = "/sign-out", Language = "/language", Year = "/year";
    private static readonly TimeSpan Idle = TimeSpan.FromHours(8), Longest = TimeSpan.FromHours(Limits.SessionHoursMax);

    public static IServiceCollection AddSigningIn(this IServiceCollection services, PageOptions options)
    {
        var keys = services.AddDataProtection().SetApplicationName("MicroPoints");
        if (options.Keys is { } folder) keys.PersistKeysToFileSystem(new DirectoryInfo(folder));
        else keys.UseEphemeralDataProtectionProvider();
        services.AddAuthentication(Scheme).AddCookie(Scheme, cookie =>
        {
            cookie.Cookie.Name = options.SessionCookie;
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            (cookie.LoginPath, cookie.ReturnUrlParameter, cookie.AccessDeniedPath) = (Path, "to", Path);
            (cookie.ExpireTimeSpan, cookie.SlidingExpiration) = (Idle, true);
            cookie.Events.OnValidatePrincipal = Validate;
        });
        services.AddAuthorization();
        services.AddAntiforgery(forms => (forms.Cookie.Name, forms.Cookie.SameSite) = (options.FormCookie, SameSiteMode.Strict));
        services.AddCascadingAuthenticationState();
        return services.AddSingleton<IPasswordHasher, FrameworkHasher>().AddSingleton<DemoSessions>().AddSingleton(of =>
            new SignIns(of.GetRequiredService<Workspace>().Accounts, of.GetRequiredService<IPasswordHasher>(),
                of.GetRequiredService<Workspace>().Clock));
    }

    public static void MapSigningIn(this RouteGroupBuilder open)
    {
        open.MapGet("/demo/{ticket}", (HttpContext http, PageOptions options, string ticket) => Demo(http, options, ticket))
            .ExcludeFromDescription();
        open.MapPost(Out, (HttpContext http, IAntiforgery forms) => SignOut(http, forms)).ExcludeFromDescription();
        open.MapPost(Language, (HttpContext http, IAntiforgery forms, PageOptions options) =>
            Choose(http, forms, options.LanguageCookie)).ExcludeFromDescription();
        open.MapPost(Year, (HttpContext http, IAntiforgery forms, PageOptions options) =>
            Choose(http, forms, options.YearCookie)).ExcludeFromDescription();
    }

    /// <summary>Begins a session, with an id of its own whatever the browser had before.</summary>
    public static Task Begin(HttpContext http, Account account) =>
        http.SignInAsync(Scheme, DeskSession.Of(account, Now(http)).ToUser());

    /// <summary>A path of this server and nothing else.</summary>
    public static bool IsLocal(string? path) =>
        path is ['/', ..] && !path.StartsWith("//", StringComparison.Ordinal) && !path.Contains('\\') && !path.Any(char.IsControl);

    private static DateTimeOffset Now(HttpContext http) => http.RequestServices.GetRequiredService<Workspace>().Clock.GetUtcNow();

    private static async Task Validate(CookieValidatePrincipalContext cookie)
    {
        if (StillCounts(cookie.HttpContext, DeskSession.From(cookie.Principal))) return;
        cookie.RejectPrincipal();
        await cookie.HttpContext.SignOutAsync(Scheme);
    }

    private static bool StillCounts(HttpContext http, DeskSession? session)
    {
        var services = http.RequestServices;
        if (session is null) return false;
        return session.Account is { } account
            ? Now(http) - session.Since <= Longest && session.StillHolds(services.GetRequiredService<Workspace>().Accounts.Find(account))
            : services.GetRequiredService<DemoSessions>().Holds(session);
    }

    private static async Task Demo(HttpContext http, PageOptions options, string ticket)
    {
        if (options.DemoTicket is not { } known || !CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(known), Encoding.UTF8.GetBytes(ticket)))
        {
            http.Response.Redirect(Path);
            return;
        }
        await http.SignInAsync(Scheme, DeskSession.OfDemo(known, options.Scope, Now(http)).ToUser());
        http.Response.Redirect(Desk.Home);
    }

    /// <summary>What the cookie carries counts no more, whoever has a copy of it.</summary>
    private static async Task SignOut(HttpContext http, IAntiforgery forms)
    {
        await forms.ValidateRequestAsync(http);
        if (DeskSession.From(http.User) is { Account: { } account } session)
            await http.RequestServices.GetRequiredService<Workspace>().Accounts.EndSessions(
                account, session.Digest, session.Actor, http.RequestAborted);
        else if (DeskSession.From(http.User) is { } demo) http.RequestServices.GetRequiredService<DemoSessions>().End(demo);
        await http.SignOutAsync(Scheme);
        http.Response.Redirect(Path);
    }

    /// <summary>Remembers in this browser what was chosen; whoever reads it takes only what there is to choose.</summary>
    private static async Task Choose(HttpContext http, IAntiforgery forms, string cookie)
    {
        await forms.ValidateRequestAsync(http);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var to = form["to"].ToString();
        http.Response.Cookies.Append(cookie, to.Length <= 4 && to.All(char.IsAsciiLetterOrDigit) ? to : "",
            new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(365) });
        http.Response.Redirect(IsLocal(form["back"]) ? form["back"]! : Desk.Home);
    }
}
