using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MicroPoints.Web;

/// <summary>What every page is answered with: a strict content-security policy, and a page in words where something went wrong.</summary>
internal sealed partial class PageGuard(RequestDelegate next, PageOptions options, ILogger<PageGuard> log)
{
    private const string Policy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; "
        + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private const string ApiPath = "/api";

    public async Task Invoke(HttpContext http)
    {
        if (http.Request.Path.StartsWithSegments(ApiPath))
        {
            await next(http);
            return;
        }
        Protect(http);
        if (http.GetEndpoint() is null)
        {
            await NotThere(http);
            return;
        }
        try
        {
            await next(http);
            // A file that is not there, or not for whoever asks, has a status and no words.
            if (http.Response is { HasStarted: false, StatusCode: StatusCodes.Status404NotFound } && IsPage(http) && IsRead(http))
                await NotThere(http);
        }
        catch (Exception e) when (!http.Response.HasStarted && e is not OperationCanceledException
            && (IsPage(http) || e is AntiforgeryValidationException))
        {
            await Explain(http, e);
        }
    }

    private static bool IsPage(HttpContext http) => http.GetEndpoint()?.Metadata is { } known
        && (known.GetMetadata<ComponentTypeMetadata>() is not null || known.GetMetadata<OfPages>() is not null);

    private static bool IsRead(HttpContext http) => HttpMethods.IsGet(http.Request.Method)
        && http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private Task NotThere(HttpContext http) => IsEnglish(http)
        ? Say(http, StatusCodes.Status404NotFound, "No such page",
            "The address may be mistyped, or the page may not be for your account.", isEnglish: true)
        : Say(http, StatusCodes.Status404NotFound, "没有这一页", "网址可能输错了，这一页可能已经不在了，或者您的账号不能看。");

    private static void Protect(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Frame-Options"] = "DENY";
        headers.CacheControl = "no-store";
    }

    private async Task Explain(HttpContext http, Exception e)
    {
        var (status, title, words) = FaultWords.Of(e, http.TraceIdentifier);
        if (status >= 500) Failed(http.TraceIdentifier, e);
        http.Response.Clear();
        var isEnglish = IsEnglish(http);
        await Say(http, status, isEnglish ? title.EnOrZh : title.Zh, isEnglish ? words.EnOrZh : words.Zh, isEnglish);
    }

    private bool IsEnglish(HttpContext http) => http.Request.Cookies[options.LanguageCookie] == Desk.English;

    /// <summary>Answers with a page of a title and a sentence.</summary>
    internal static async Task Say(HttpContext http, int status, string title, string words, bool isEnglish = false)
    {
        Protect(http);
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        var page = new PageText().Raw($"<!doctype html><html lang=\"{(isEnglish ? "en" : "zh-CN")}\"><head><meta charset=\"utf-8\">")
            .Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">").Element("title", title)
            .Raw("<link rel=\"stylesheet\" href=\"/desk.css\"></head><body><main class=\"alone\">").Element("h1", title)
            .Element("p", words).Raw($"<p><a class=\"button\" href=\"{Desk.Home}\">")
            .Raw(isEnglish ? "To the first page" : "回到首页").Raw("</a></p></main></body></html>");
        await http.Response.Body.WriteAsync(page.ToBytes());
    }

    [LoggerMessage(1, LogLevel.Error, "page of request {RequestId} failed")]
    private partial void Failed(string requestId, Exception e);
}
