using MicroPoints.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Says who the sent key stands for.</summary>
internal static class ShowCallerEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .Get("/identity", Handle).Needs(Need.Readers).Takes()
        .Is("showCaller", Tags.Identity, "Show whom the key stands for")
        .Gives(200, "The caller.", WireJson.Default.Caller, new Caller("key:k2f9c01", CallerRole.Clerk, "990101"));

    private static Task<IResult> Handle(Call call) => Task.FromResult<IResult>(new JsonAnswer<Caller>(
        200, new Caller(call.Actor.Id.Value, KeyOut.RoleOf(call.Actor.Role), call.Actor.Scope.Value), WireJson.Default.Caller));
}
