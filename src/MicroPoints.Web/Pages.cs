using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using MicroPoints.Rulesets;
using MicroPoints.Runtime;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace MicroPoints.Web;

/// <summary>Maps the pages and what they load.</summary>
public static class Pages
{
    private static readonly (string Path, string Type)[] Assets =
    [
        ("public.css", "text/css"), ("desk.css", "text/css"), ("print.css", "text/css"), ("desk.js", "text/javascript"),
        ("mark.svg", "image/svg+xml"),
    ];

    public static IServiceCollection AddPages(this IServiceCollection services, PageOptions options)
    {
        services.AddSingleton(options).AddSingleton<PublicPage>().AddScoped<Desk>().AddHttpContextAccessor();
        services.AddRazorComponents();
        // Characters that a page's encoding holds are not spelled out: Chinese would be eight bytes a character instead of three.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSigningIn(options).AddSingleton<CardVisits>().AddSingleton<SealedFigures>();
        services.AddSingleton<Uploads>().AddSingleton(s => s.GetRequiredService<Workspace>().Tables)
            .AddSingleton(s => s.GetRequiredService<Workspace>().Imports);
        services.AddSingleton(s => new RulePublishing(s.GetRequiredService<Workspace>(), s.GetRequiredService<IRuleChecks>()));
        services.AddSingleton(s => new KindPublishing(s.GetRequiredService<Workspace>(), s.GetRequiredService<IRuleChecks>()));
        services.AddSingleton<LongWorks>().AddHostedService(s => s.GetRequiredService<LongWorks>());
        return services;
    }

    /// <summary>Everything that is no page of somebody signed in is in the group, open to anybody; the pages are the second.</summary>
    public static (RouteGroupBuilder Open, RazorComponentsEndpointConventionBuilder Desk) MapPages(this WebApplication app)
    {
        app.UseMiddleware<PageGuard>();
        app.UseMiddleware<OnlyHere>();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        var open = app.MapGroup("").WithMetadata(new OfPages());
        open.MapGet("/", (HttpContext http, PublicPage page) => First(http, page)).WithMetadata(new OfPages(IsForAnybody: true))
            .ExcludeFromDescription();
        foreach (var (name, type) in Assets)
        {
            var bytes = Read(name);
            open.MapGet($"/{name}", (HttpContext http) => Write(http, $"{type}; charset=utf-8", bytes, "max-age=300"))
                .WithMetadata(new OfPages(IsForAnybody: true)).ExcludeFromDescription();
        }
        open.MapSigningIn();
        open.MapTables();
        open.MapPost("/record/preview", (HttpContext http, Desk desk, IAntiforgery forms) => PreviewCredit.Answer(http, desk, forms))
            .RequireAuthorization().ExcludeFromDescription();
        open.MapGet("/rounds/{round}/proof", (Desk desk, string round) => ProofFile.Of(desk, round)).RequireAuthorization()
            .ExcludeFromDescription();
        open.MapGet("/rounds/{round}/papers.zip", (Desk desk, LongWorks works, string round) => PaperDownload.All(desk, works, round))
            .RequireAuthorization().ExcludeFromDescription();
        open.MapGet("/progress/{id}/file", (Desk desk, LongWorks works, string id) => WorkDownload.Of(desk, works, id))
            .RequireAuthorization().ExcludeFromDescription();
        open.MapGet("/rounds/{round}/papers/{paper}", (Desk desk, string round, string paper, string? chamber, string? reasons) =>
            PaperDownload.Of(desk, round, paper, chamber, reasons)).RequireAuthorization().ExcludeFromDescription();
        open.MapGet("/rounds/{round}/scans/{scan}", (Desk desk, string round, string scan) => ScanDownload.Of(desk, round, scan))
            .RequireAuthorization().ExcludeFromDescription();
        open.MapGet(RulesetDownload.Document, (Desk desk, IActivitySearch search) => RulesetDownload.Docx(desk, search))
            .RequireAuthorization().ExcludeFromDescription();
        open.MapGet(RulesetDownload.Workbook, (Desk desk, IActivitySearch search) => RulesetDownload.Xlsx(desk, search))
            .RequireAuthorization().ExcludeFromDescription();
        open.MapGet("/rules/impact/{file}.xlsx", (Desk desk, string file) => ImpactDownload.Of(desk, file))
            .RequireAuthorization().ExcludeFromDescription();
        open.MapGet("/rules/{id}/print.html", (Desk desk, IActivitySearch search, string id) => AdoptedRules.Html(desk, search, id))
            .RequireAuthorization().ExcludeFromDescription();
        open.MapGet("/rules/draft/{key}/questions.xlsx", (Desk desk, Uploads uploads, IDraftFormat format, string key, string? title) =>
            DraftMade.Questions(desk, uploads, format, key, title)).RequireAuthorization().ExcludeFromDescription();
        open.MapGet("/rules/draft/{key}/rules.yaml", (Desk desk, Uploads uploads, IDraftFormat format, string key, string? title) =>
            DraftMade.File(desk, uploads, format, key, title, activities: false)).RequireAuthorization().ExcludeFromDescription();
        open.MapGet("/rules/draft/{key}/activities.yaml", (Desk desk, Uploads uploads, IDraftFormat format, string key, string? title) =>
            DraftMade.File(desk, uploads, format, key, title, activities: true)).RequireAuthorization().ExcludeFromDescription();
        var desk = app.MapRazorComponents<App>();
        desk.RequireAuthorization().Add(page => page.Metadata.Add(new OfPages()));
        return (open, desk);
    }

    /// <summary>Whoever has signed in is taken to the desk.</summary>
    private static async Task First(HttpContext http, PublicPage page)
    {
        if (http.User.Identity?.IsAuthenticated == true) http.Response.Redirect(Desk.Home);
        else await Write(http, "text/html; charset=utf-8", await page.Html(http.RequestAborted), "no-cache");
    }

    private static Task Write(HttpContext http, string type, byte[] bytes, string caching)
    {
        http.Response.Headers.CacheControl = caching;
        http.Response.ContentType = type;
        http.Response.ContentLength = bytes.Length;
        return http.Response.Body.WriteAsync(bytes).AsTask();
    }

    private static byte[] Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
