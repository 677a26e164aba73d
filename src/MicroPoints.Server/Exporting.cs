using System.Collections;
using MicroPoints.Runtime;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
#if !CLUSTER
using OpenTelemetry;
#endif

namespace MicroPoints.Server;

/// <summary>Sends traces, figures and what is logged by OTLP for as long as the server runs.</summary>
/// <remarks>Where OpenTelemetry's hosting package is there, the host starts and ends them; else this does.</remarks>
internal sealed class Exporting(OtlpTarget? target) : IDisposable
{
    /// <summary>Orleans' fall silent where no silo runs in the process.</summary>
    private static readonly string[] Sources =
        [Telemetry.Name, "Microsoft.AspNetCore", "Microsoft.Orleans.Runtime", "Microsoft.Orleans.Application"];

    private static readonly string[] Meters =
        [Telemetry.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.Orleans"];

#if CLUSTER
    public void Add(WebApplicationBuilder builder)
    {
        if (target is null) return;
        TakeItsVariables(builder.Configuration);
        builder.Services.AddOpenTelemetry()
            .WithTracing(traces => Traces(traces, target))
            .WithMetrics(figures => Figures(figures, target))
            .WithLogging(logs => logs.SetResourceBuilder(Resource).AddOtlpExporter(o => Send(o, target, "logs")));
    }

    /// <summary>The host has sent what was left when it ended.</summary>
    public void Dispose() { }
#else
    private TracerProvider? _traces;
    private MeterProvider? _figures;

    public void Add(WebApplicationBuilder builder)
    {
        if (target is null) return;
        TakeItsVariables(builder.Configuration);
        _traces = Traces(Sdk.CreateTracerProviderBuilder(), target).Build();
        _figures = Figures(Sdk.CreateMeterProviderBuilder(), target).Build();
        AddLogs(builder.Logging, target);
    }

    public void Dispose()
    {
        _traces?.Dispose();
        _figures?.Dispose();
    }
#endif

    /// <summary>Logs alone: of a host that stands beside the one whose figures and traces are sent.</summary>
    public static void AddLogs(ILoggingBuilder logging, OtlpTarget target) => logging.AddOpenTelemetry(
        logs => logs.SetResourceBuilder(Resource).AddOtlpExporter(o => Send(o, target, "logs")));

    // Whoever names the service otherwise in OpenTelemetry's own variables has the last word.
    private static ResourceBuilder Resource =>
        ResourceBuilder.CreateEmpty().AddService("micropoints").AddTelemetrySdk().AddEnvironmentVariableDetector();

    private static TracerProviderBuilder Traces(TracerProviderBuilder traces, OtlpTarget target) =>
        traces.SetResourceBuilder(Resource).AddSource(Sources).AddProcessor(new GrainSpans())
            .AddOtlpExporter(o => Send(o, target, "traces"));

    private static MeterProviderBuilder Figures(MeterProviderBuilder figures, OtlpTarget target) =>
        figures.SetResourceBuilder(Resource).AddMeter(Meters).AddOtlpExporter(o => Send(o, target, "metrics"));

    private static void Send(OtlpExporterOptions options, OtlpTarget target, string signal)
    {
        options.Protocol = target.IsHttp ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
        options.Endpoint = target.For(signal);
    }

    /// <summary>What is built inside a host asks the host's configuration for them, which is empty here.</summary>
    private static void TakeItsVariables(IConfigurationBuilder configuration) => configuration.AddInMemoryCollection(
        from DictionaryEntry variable in Environment.GetEnvironmentVariables()
        where ((string)variable.Key).StartsWith("OTEL_", StringComparison.Ordinal)
        select KeyValuePair.Create((string)variable.Key, (string?)variable.Value));
}
