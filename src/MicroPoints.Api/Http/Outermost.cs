using System.Diagnostics;
using System.Text.Json;
using MicroPoints.Runtime;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MicroPoints.Api;

/// <summary>Names the request, checks the host it was sent to, and turns whatever goes wrong into a problem.</summary>
/// <remarks>What is no request of HTTP (a NUL in the path, headers or a request line beyond Kestrel's limits: 400, 431, 414) Kestrel
/// answers before anything here sees it, with a status alone.</remarks>
internal sealed partial class Outermost(RequestDelegate next, ApiOptions options, RequestLog requests, ILogger<Outermost> log)
{
    private const string RequestId = "X-Request-Id";

    private readonly HashSet<string> _hosts = new(options.Hosts, StringComparer.OrdinalIgnoreCase);

    public async Task Invoke(HttpContext http)
    {
        var started = Stopwatch.GetTimestamp();
        Name(http);
        try
        {
            if (_hosts.Contains(http.Request.Host.Host)) await next(http);
            else await ProblemAnswer.Of(Fault.HostUnknown,
                "this server is not called by that name: set 'hosts' where it shall be").ExecuteAsync(http);
            await Complete(http);
        }
        catch (Exception e)
        {
            // Half an answer cannot be taken back; ending the connection is what tells the client.
            if (http.Response.HasStarted) { Broken(http.TraceIdentifier, e); http.Abort(); return; }
            if (http.RequestAborted.IsCancellationRequested && e is OperationCanceledException or IOException)
            {
                // Nobody is left to answer.
                http.Response.StatusCode = RequestLog.ClientClosed;
                LastOfItsConnection(http);
                return;
            }
            await Answer(http, e);
        }
        finally { requests.Tell(http, started); }
    }

    private static void Name(HttpContext http)
    {
        var sent = http.Request.Headers[RequestId];
        if (sent.Count == 1 && EntryId.IsValid(sent[0])) http.TraceIdentifier = sent[0]!;
        http.Response.Headers[RequestId] = http.TraceIdentifier;
        http.Response.Headers.XContentTypeOptions = "nosniff";
    }

    /// <summary>What routing refused has a status and no words.</summary>
    private static Task Complete(HttpContext http) => (http.Response.HasStarted, http.Response.StatusCode) switch
    {
        (false, 405) when http.Response.ContentLength is null => ProblemAnswer.Of(Fault.MethodNotAllowed,
            $"{http.Request.Method} is not for {http.Request.Path}: it takes {http.Response.Headers.Allow}").ExecuteAsync(http),
        (false, 415) when http.Response.ContentLength is null => ProblemAnswer.Of(Fault.MediaTypeUnsupported,
            $"'{http.Request.ContentType}' is not read here: send {Taken(http)}").ExecuteAsync(http),
        (false, 412) when http.Response.ContentLength is null => ProblemAnswer.Of(Fault.PreconditionFailed,
            "it is no longer, or not yet, what the request's condition names: ask without one").ExecuteAsync(http),
        (false, 416) => ProblemAnswer.Of(Fault.RangeUnsatisfiable,
            $"'{http.Request.Headers.Range}' lies outside the file: Content-Range says how many bytes it has").ExecuteAsync(http),
        _ => Task.CompletedTask,
    };

    /// <summary>The media types of the endpoint that would have been, had its body been one of them.</summary>
    private static string Taken(HttpContext http)
    {
        var taken = http.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(http.Request.Method) ?? true)
            .Where(e => new TemplateMatcher(new RouteTemplate(e.RoutePattern), []).TryMatch(http.Request.Path, []))
            .OrderBy(e => e.RoutePattern.InboundPrecedence)
            .Select(e => e.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes.ToArray()).FirstOrDefault(t => t is not null);
        return taken switch
        {
            null or [] => "application/json",
            [var only] => only,
            [.. var others, var last] => $"{string.Join(", ", others)} or {last}",
        };
    }

    private Task Answer(HttpContext http, Exception e)
    {
        var answer = AnswerTo(http, e);
        if (answer.Status >= 500) Failed(http.TraceIdentifier, answer.Name, e);
        http.Response.Clear();
        Name(http);
        if (e is BadHttpRequestException) LastOfItsConnection(http);
        if (answer.Status == 503) http.Response.Headers.RetryAfter = "5";
        return answer.ExecuteAsync(http);
    }

    /// <summary>Where a body breaks off, Kestrel leaves its reading unfinished and stumbles over it, loudly, if it looks for
    /// the connection's next request.</summary>
    private static void LastOfItsConnection(HttpContext http) =>
        http.Features.Get<IConnectionLifetimeNotificationFeature>()?.RequestClose();

    private static ProblemAnswer AnswerTo(HttpContext http, Exception e) => e switch
    {
        ProblemException problem => problem.Answer,
        QueryRefusedException refused => ProblemAnswer.Of(refused.Reason, refused.Message),
        JsonException json => JsonFault.Of(json),
        BadHttpRequestException { StatusCode: 413 } => ProblemAnswer.Of(Fault.BodyTooLarge,
            $"the body is larger than {Limits.BatchBodyBytesMax} bytes: send less in one request"),
        BadHttpRequestException bad => ProblemAnswer.Of(Fault.RequestInvalid, bad.Message),
        AppendUnknownException => ProblemAnswer.Of(Fault.AppendUnknown,
            "whether it was recorded is unknown: send the same ids again"),
        StoreException => ProblemAnswer.Of(Fault.StoreUnavailable,
            "the store cannot answer now: send the same again later; the server's log says why"),
        _ => ProblemAnswer.Of(Fault.Internal, $"this is a fault of the server: report request {http.TraceIdentifier}"),
    };

    public static Task AnswerTimedOut(HttpContext http)
    {
        // Whoever ended the request cleared its headers.
        Name(http);
        return ProblemAnswer.Of(Fault.TimedOut,
            "it took too long; what was sent may have been recorded: send the same ids again").ExecuteAsync(http);
    }

    [LoggerMessage(1, LogLevel.Error, "request {RequestId} ended as {Refusal}")]
    private partial void Failed(string requestId, string refusal, Exception e);

    [LoggerMessage(2, LogLevel.Error, "request {RequestId} broke in the middle of its answer")]
    private partial void Broken(string requestId, Exception e);
}
