using System.Text.Json.Serialization;
using MicroPoints.Contracts;
using MicroPoints.Rulesets;
using MicroPoints.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.DependencyInjection;

namespace MicroPoints.Api;

/// <summary>What a host calls to serve the API.</summary>
public static class HttpApi
{
    public static IServiceCollection AddHttpApi(
        this IServiceCollection services, Workspace workspace, IRuleChecks checks, ApiOptions options)
    {
        services.AddSingleton(workspace).AddSingleton(checks).AddSingleton(options).AddSingleton<RateLimits>().AddSingleton<RequestLog>()
            .AddSingleton<LongWork>().AddSingleton<RoundResults>();
        services.AddRouting();
        services.AddRequestTimeouts(timeouts =>
        {
            timeouts.DefaultPolicy = Within(options.RequestTimeout);
            timeouts.AddPolicy(LongWork.Timeout, Within(options.LongRequestTimeout));
        });
        // Endpoints use WireJson itself; these options are what the OpenAPI document reads schemas from.
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, WireJson.Default);
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });
        return services.AddOpenApiDocs(options);
    }

    private static RequestTimeoutPolicy Within(TimeSpan timeout) =>
        new() { Timeout = timeout, WriteTimeoutResponse = Outermost.AnswerTimedOut };

    /// <summary>Puts every request through naming, timeouts and the gate, and maps the endpoints.</summary>
    public static void UseHttpApi(this WebApplication app)
    {
        app.UseMiddleware<Outermost>();
        app.UseRouting();
        app.UseRequestTimeouts();
        app.UseMiddleware<Gate>();
        Endpoints.Map(app.MapGroup("/api/v1"));
        HealthEndpoints.Map(app);
        app.MapOpenApi("/openapi/v1.json").NeedsNoKey();
    }
}
