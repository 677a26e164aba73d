using System.Net;
using Microsoft.AspNetCore.Http;

namespace MicroPoints.Web;

/// <summary>Marks what belongs to the pages, of which all but a few answer this machine alone.</summary>
/// <param name="IsForAnybody">The first page and what pages are dressed in: nothing there is anybody's.</param>
internal sealed record OfPages(bool IsForAnybody = false);

/// <summary>Pages and forms answer this machine alone until the administrator puts them on the network, with TLS.</summary>
/// <remarks>A proxy on this machine that says whom it speaks for is not this machine.</remarks>
internal sealed class OnlyHere(RequestDelegate next, PageOptions options)
{
    private static readonly string[] SpokenFor = ["Forwarded", "X-Forwarded-For", "X-Real-IP", "Via"];

    public Task Invoke(HttpContext http) =>
        options.IsOnNetwork || IsHere(http) || http.GetEndpoint()?.Metadata.GetMetadata<OfPages>() is not { IsForAnybody: false }
            ? next(http)
            : PageGuard.Say(http, StatusCodes.Status403Forbidden, "请在运行程序的电脑上打开",
                "页面目前只在运行程序的这台电脑上打开。要让其他电脑和手机也能打开，请管理员设置 lan 和证书后重新启动。"
                + " Pages answer the machine that the program runs on: an administrator may set lan and a certificate.");

    internal static bool IsHere(HttpContext http) => http.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from)
        && !SpokenFor.Any(http.Request.Headers.ContainsKey);
}
