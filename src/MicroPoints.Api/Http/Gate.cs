using MicroPoints.Identity;
using MicroPoints.Runtime;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Lets a request to its endpoint: the endpoint's need is stated, the key is good, its role suffices, its rate holds.</summary>
internal sealed class Gate(RequestDelegate next, Workspace workspace, RateLimits rates)
{
    private const string Scheme = "Bearer ";

    public Task Invoke(HttpContext http)
    {
        if (http.GetEndpoint() is not { } endpoint)
        {
            // People at a browser are answered by the pages, in a page.
            if (IsBrowser(http)) return next(http);
            return ProblemAnswer.Of(Fault.RouteUnknown,
                $"there is nothing at {http.Request.Path}: see /openapi/v1.json").ExecuteAsync(http);
        }
        // What routing itself answers (405, 415) is no route and holds no need.
        if (endpoint is not RouteEndpoint) return next(http);
        if (endpoint.Metadata.GetMetadata<Need>() is not { } need)
            return ProblemAnswer.Of(Fault.RoleNotSufficient, "no key may use this").ExecuteAsync(http);
        if (need.IsOpen) return Pass(http, endpoint, null);

        if (Actor(http.Request.Headers.Authorization) is not { } actor)
        {
            if (rates.SecondsToWait(http.Connection.RemoteIpAddress) is { } wait) return TooFast(http, wait,
                "too many requests without a key that is in force came from this address");
            http.Response.Headers.WWWAuthenticate = "Bearer";
            return ProblemAnswer.Of(Fault.KeyRequired, "send a key that is in force: Authorization: Bearer mp_…").ExecuteAsync(http);
        }
        if (rates.SecondsToWait(actor.Id) is { } seconds) return TooFast(http, seconds, "this key sends too fast");
        if (!need.Admits(actor.Role))
            return ProblemAnswer.Of(Fault.RoleNotSufficient,
                $"a key of role {Word(actor.Role)} may not do this: it takes {string.Join(" or ", need.Roles!.Select(Word))}")
                .ExecuteAsync(http);
        return Pass(http, endpoint, actor);
    }

    private static bool IsBrowser(HttpContext http) => !http.Request.Path.StartsWithSegments("/api")
        && http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private static Task TooFast(HttpContext http, int seconds, string why)
    {
        http.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return ProblemAnswer.Of(Fault.RateLimited, $"{why}: wait {seconds} s").ExecuteAsync(http);
    }

    private Task Pass(HttpContext http, Endpoint endpoint, Actor? actor)
    {
        // A condition that nothing checks would be taken as met by whoever set it.
        if (http.Request.Headers.IfMatch.Count > 0 && !HttpMethods.IsGet(http.Request.Method) && !IsConditional(endpoint))
            return ProblemAnswer.Of(Fault.RequestInvalid, "If-Match is not checked here: leave it out").ExecuteAsync(http);
        if (http.Request.QueryString.HasValue) endpoint.Metadata.GetMetadata<Parameters>()?.Check(http.Request.Query);
        http.Features.Set(new Call(http, workspace, actor));
        return next(http);
    }

    private static string Word(Role role) => Statuses.Kebab(role.ToString());

    private static bool IsConditional(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<Refusing>()?.Statuses.Contains(StatusCodes.Status412PreconditionFailed) ?? false;

    private Actor? Actor(string? authorization) =>
        authorization is not null && authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        ? workspace.Keys.Authenticate(authorization[Scheme.Length..]) : null;
}
