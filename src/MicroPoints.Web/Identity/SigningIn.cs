using System.Security.Cryptography;
using System.Text;
using MicroPoints.Identity;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace MicroPoints.Web;

/// <summary>Signing in and out: a cookie that says who sits at the desk.</summary>
internal static class SigningIn
{
    public const string Scheme = "desk", Path = "/sign-in", Out = "/sign-out", Language = "/language";
    private const string Cookie = "mp-desk";
    private static readonly TimeSpan Idle = TimeSpan.FromHours(8);

    public static void AddSigningIn(this IServiceCollection services, PageOptions options)
    {
        var keys = services.AddDataProtection().SetApplicationName("MicroPoints");
        if (options.Keys is { } folder) keys.PersistKeysToFileSystem(new DirectoryInfo(folder));
        else keys.UseEphemeralDataProtectionProvider();
        services.AddAuthentication(Scheme).AddCookie(Scheme, cookie =>
        {
            cookie.Cookie.Name = Cookie;
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            (cookie.LoginPath, cookie.ReturnUrlParameter, cookie.AccessDeniedPath) = (Path, "to", Path);
            (cookie.ExpireTimeSpan, cookie.SlidingExpiration) = (Idle, true);
        });
        services.AddAuthorization();
        services.AddAntiforgery(forms => (forms.Cookie.Name, forms.Cookie.SameSite) = ("mp-form", SameSiteMode.Strict));
        services.AddCascadingAuthenticationState();
    }

    public static void MapSigningIn(this RouteGroupBuilder open)
    {
        open.MapGet("/demo/{ticket}", (HttpContext http, PageOptions options, string ticket) => Demo(http, options, ticket))
            .ExcludeFromDescription();
        open.MapPost(Out, (HttpContext http, IAntiforgery forms) => SignOut(http, forms)).ExcludeFromDescription();
        open.MapPost(Language, (HttpContext http, IAntiforgery forms) => Switch(http, forms)).ExcludeFromDescription();
    }

    private static async Task Demo(HttpContext http, PageOptions options, string ticket)
    {
        if (options.DemoTicket is not { } known || !CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(known), Encoding.UTF8.GetBytes(ticket)))
        {
            http.Response.Redirect(Path);
            return;
        }
        await http.SignInAsync(Scheme, DeskClaims.Of(new Actor(new ActorId("demo"), Role.Approver, options.Scope), "演示经办人"));
        http.Response.Redirect(Desk.Home);
    }

    private static async Task SignOut(HttpContext http, IAntiforgery forms)
    {
        await forms.ValidateRequestAsync(http);
        await http.SignOutAsync(Scheme);
        http.Response.Redirect(Path);
    }

    private static async Task Switch(HttpContext http, IAntiforgery forms)
    {
        await forms.ValidateRequestAsync(http);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        http.Response.Cookies.Append(Desk.LanguageCookie, form["to"] == Desk.English ? Desk.English : "zh",
            new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(365) });
        http.Response.Redirect(IsLocal(form["back"]) ? form["back"]! : Desk.Home);
    }

    /// <summary>A path of this server and nothing else.</summary>
    private static bool IsLocal(string? path) =>
        path is ['/', ..] && !path.StartsWith("//", StringComparison.Ordinal) && !path.StartsWith("/\\", StringComparison.Ordinal);
}
