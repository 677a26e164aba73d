using MicroPoints.Contracts;
using MicroPoints.Identity;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Lists the keys of a scope, revoked and expired ones among them.</summary>
internal static class ListKeysEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .Get("/keys", Handle).Needs(Role.Approver, Role.Auditor).Takes(Ask.Scope, Ask.CursorOf, Ask.Limit)
        .Is("listKeys", Tags.Identity, "List keys", "In order of id, never with a secret.")
        .Gives(200, "A page.", WireJson.Default.KeyPage, new KeyPage("990101", [KeyOut.Sample]))
        .Refuses(404);

    private static Task<IResult> Handle(Call call)
    {
        var (scope, limit, today) = (call.ScopeOf(), call.LimitOf(), call.Workspace.Today);
        var question = $"keys {scope}";
        var after = Cursor.Read(question, call.Text(Ask.CursorOf));
        var keys = call.Workspace.Keys.List(scope, call.Actor)
            .Where(k => after is null || string.CompareOrdinal(k.Id.Value, after) > 0).Take(limit + 1).ToList();
        var next = keys.Count > limit ? Cursor.Write(question, keys[limit - 1].Id.Value) : null;
        return Task.FromResult<IResult>(new JsonAnswer<KeyPage>(200, new KeyPage(
            scope.Value, [.. keys.Take(limit).Select(k => KeyOut.Details(k, today))], next), WireJson.Default.KeyPage));
    }
}
