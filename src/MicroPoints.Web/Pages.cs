using System.Reflection;
using MicroPoints.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Web;

/// <summary>Maps the pages and what they need.</summary>
public static class Pages
{
    /// <summary>No script, no frame, no form, nothing from elsewhere.</summary>
    private const string Policy =
        "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly byte[] Style = ReadStyle();

    public static RouteGroupBuilder MapPages(this IEndpointRouteBuilder routes, Workspace workspace, PageOptions options)
    {
        var group = routes.MapGroup("");
        var page = new PublicPage(workspace, options);
        group.MapGet("/", async (HttpContext http) => await Write(
            http, "text/html; charset=utf-8", await page.Html(http.RequestAborted), "no-cache")).ExcludeFromDescription();
        group.MapGet("/page.css", (HttpContext http) => Write(
            http, "text/css; charset=utf-8", Style, "max-age=300")).ExcludeFromDescription();
        return group;
    }

    private static Task Write(HttpContext http, string type, byte[] bytes, string caching)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = caching;
        http.Response.ContentType = type;
        http.Response.ContentLength = bytes.Length;
        return http.Response.Body.WriteAsync(bytes).AsTask();
    }

    private static byte[] ReadStyle()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("page.css")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
