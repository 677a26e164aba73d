using System.Net;
using MicroPoints.Api;
using MicroPoints.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MicroPoints.Server;

/// <summary>Composes a server over an opened workspace.</summary>
public static class Hosting
{
    /// <summary>The server, not started. It does not own the store: close that after the server has stopped.</summary>
    public static WebApplication Build(ServerOptions options, Workspace workspace)
    {
        // Nothing but our own options sets anything: no appsettings.json, no ASPNETCORE_ variables.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Limits.BatchBodyBytesMax;
            var url = new Uri(options.Url);
            kestrel.Listen(IPAddress.Parse(url.Host), url.Port);
        });
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Information)
            .AddFilter("Microsoft", LogLevel.Warning)
            // Its scope and activity for every request would cost more than the request; ours names each in what it logs.
            .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = options.StopWithin);
        builder.Services.AddHttpApi(workspace, options.Api);
        var app = builder.Build();
        app.UseHttpApi();
        return app;
    }
}
