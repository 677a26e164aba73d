using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Maps a method and a path to a function of the call.</summary>
internal static class Routing
{
    public static RouteHandlerBuilder Get(this IEndpointRouteBuilder routes, string path, Func<Call, Task<IResult>> answer) =>
        routes.Map("GET", path, answer);

    public static RouteHandlerBuilder Post(this IEndpointRouteBuilder routes, string path, Func<Call, Task<IResult>> answer) =>
        routes.Map("POST", path, answer);

    public static RouteHandlerBuilder Put(this IEndpointRouteBuilder routes, string path, Func<Call, Task<IResult>> answer) =>
        routes.Map("PUT", path, answer);

    public static RouteHandlerBuilder Delete(this IEndpointRouteBuilder routes, string path, Func<Call, Task<IResult>> answer) =>
        routes.Map("DELETE", path, answer);

    private static RouteHandlerBuilder Map(
        this IEndpointRouteBuilder routes, string method, string path, Func<Call, Task<IResult>> answer) =>
        routes.MapMethods(path, [method], (Delegate)((HttpContext http) => answer(Call.Of(http))));
}
