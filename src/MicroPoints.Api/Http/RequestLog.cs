using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace MicroPoints.Api;

/// <summary>One line of log for every request that reaches the API, and its id on the trace's span.</summary>
/// <remarks>The route stands there as its template, without chambers, keys or questions; no name and no reason does.
/// What Kestrel itself refuses (a request line or headers that are too long or no HTTP) never comes here.</remarks>
internal sealed partial class RequestLog(ILogger<RequestLog> log)
{
    /// <summary>Written where the client went away before an answer began.</summary>
    public const int ClientClosed = 499;

    private const string NoRoute = "-", NoKey = "-";

    public void Tell(HttpContext http, long started)
    {
        var span = http.Features.Get<IHttpActivityFeature>()?.Activity;
        var isTraced = span is { IsAllDataRequested: true };
        if (!isTraced && !log.IsEnabled(LogLevel.Information)) return;
        var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? NoRoute;
        if (isTraced) Name(span!, http, route);
        Answered(http.Request.Method, route, http.Response.StatusCode, Math.Round(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 3),
            http.TraceIdentifier, http.Features.Get<Call>()?.Caller?.Id.Value ?? NoKey);
    }

    private static void Name(Activity span, HttpContext http, string route)
    {
        span.DisplayName = $"{http.Request.Method} {route}";
        span.SetTag("http.request.method", http.Request.Method).SetTag("http.route", route)
            .SetTag("http.response.status_code", http.Response.StatusCode).SetTag("micropoints.request.id", http.TraceIdentifier);
    }

    [LoggerMessage(1, LogLevel.Information,
        "{Method} {Route} answered {Status} in {Milliseconds} ms, request {RequestId}, key {Key}")]
    private partial void Answered(string method, string route, int status, double milliseconds, string requestId, string key);
}
