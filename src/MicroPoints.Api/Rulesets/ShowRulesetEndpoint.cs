using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Gives a published version's own bytes.</summary>
internal static class ShowRulesetEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .Get("/rulesets/{ruleset}/versions/{version}", Handle).Needs(Need.Readers).Takes()
        .Is("showRuleset", Tags.Rulesets, "Read a ruleset", "The published bytes; their SHA-256 is the version's hash.")
        .GivesYaml(200, "The file as it was published.", "ruleset: micro-points\nversion: '2026.1'\n").Gives304().Refuses(404);

    private static async Task<IResult> Handle(Call call)
    {
        var (ruleset, bytes) = await PublishedRulesets.Version(call, call.Route("ruleset"), call.Route("version"));
        var etag = $"\"{ruleset.Hash}\"";
        return call.IsKnown(etag) ? ETags.NotModified(etag) : new YamlAnswer(bytes, etag);
    }

    private sealed class YamlAnswer(ReadOnlyMemory<byte> bytes, string etag) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            (response.ContentType, response.ContentLength, response.Headers.ETag) = ("application/yaml; charset=utf-8", bytes.Length, etag);
            await response.BodyWriter.WriteAsync(bytes, httpContext.RequestAborted);
        }
    }
}
