using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace MicroPoints.Api;

/// <summary>Pages as they were sent, kept while nothing is recorded: most who look see what others saw just before.</summary>
/// <remarks>A page depends on its question and on the region of the key, so both are what it is kept under.</remarks>
internal sealed class KeptPages
{
    private const int PagesMax = 2_000;

    private readonly ConcurrentDictionary<(RegionCode Scope, string Question), KeptPage> _pages = [];

    public KeptPage? Find(Call call, long changes) =>
        _pages.TryGetValue(KeyOf(call), out var kept) && kept.Changes == changes && kept.Day == call.Workspace.Today ? kept : null;

    /// <param name="changes">The workspace's count from before the page was worked out.</param>
    public KeptPage Keep(Call call, long changes, string etag, byte[] body)
    {
        if (_pages.Count >= PagesMax) _pages.Clear();
        return _pages[KeyOf(call)] = new KeptPage(changes, call.Workspace.Today, etag, body);
    }

    private static (RegionCode, string) KeyOf(Call call) => (call.Actor.Scope, call.Http.Request.QueryString.Value ?? "");
}

/// <summary>One page with its validator.</summary>
internal sealed record KeptPage(long Changes, DateOnly Day, string ETag, byte[] Body) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.ETag = ETag;
        return JsonOut.Write(httpContext, StatusCodes.Status200OK, Body);
    }
}
