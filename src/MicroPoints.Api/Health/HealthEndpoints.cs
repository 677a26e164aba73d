using MicroPoints.Contracts;
using MicroPoints.Rulesets;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace MicroPoints.Api;

/// <summary>Says whether the process runs and whether its store can answer.</summary>
internal static class HealthEndpoints
{
    private static readonly TimeSpan AnswersWithin = TimeSpan.FromSeconds(2);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var options = routes.ServiceProvider.GetRequiredService<ApiOptions>();
        routes.Get("/health/live", _ => Task.FromResult(Told(200, "live", options))).NeedsNoKey().Takes()
            .Is("showLive", Tags.Health, "Show whether the process runs")
            .Gives(200, "It runs.", WireJson.Default.HealthReport, new HealthReport("live", ["embedded journal"], "0.1.0"));
        routes.Get("/health/ready", call => Ready(call, options)).NeedsNoKey().Takes()
            .Is("showReady", Tags.Health, "Show whether requests are answered")
            .Gives(200, "They are.", WireJson.Default.HealthReport, new HealthReport("ready", ["embedded journal"], "0.1.0"))
            .Gives(503, "They are not; the server's log says why.", WireJson.Default.HealthReport,
                new HealthReport("not-ready", ["embedded journal"], "0.1.0"));
    }

    private static async Task<IResult> Ready(Call call, ApiOptions options)
    {
        if (!options.StoreIsFine()) return Told(503, "not-ready", options);
        // What every store has from its first start, so that an answer is a proof of reading.
        var reading = call.Workspace.Log.Load(
            StreamId.OfRuleset(RulesetState.Activities), call.Workspace.Today.Year, [], call.Cancel).AsTask();
        // A database that is away is waited for where work is to be done; whoever asks here wants to know now.
        await Task.WhenAny(reading, Task.Delay(AnswersWithin, call.Cancel));
        return reading is { IsCompletedSuccessfully: true, Result.Head.Sequence: > 0 }
            ? Told(200, "ready", options) : Told(503, "not-ready", options);
    }

    private static IResult Told(int status, string word, ApiOptions options) =>
        new JsonAnswer<HealthReport>(status, new HealthReport(word, options.Editions, options.Version), WireJson.Default.HealthReport);
}
