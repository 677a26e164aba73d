using MicroPoints.Runtime;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace MicroPoints.Server;

/// <summary>Sends traces and figures by OTLP for as long as it lives, and what is logged.</summary>
internal sealed class Exporting : IDisposable
{
    private readonly OtlpTarget? _target;
    private readonly TracerProvider? _traces;
    private readonly MeterProvider? _figures;

    public Exporting(OtlpTarget? target)
    {
        _target = target;
        if (target is null) return;
        _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(Resource)
            .AddSource(Telemetry.Name, "Microsoft.AspNetCore").AddOtlpExporter(o => Send(o, target, "traces")).Build();
        _figures = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(Resource)
            .AddMeter(Telemetry.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel")
            .AddOtlpExporter(o => Send(o, target, "metrics")).Build();
    }

    // Whoever names the service otherwise in OpenTelemetry's own variables has the last word.
    private static ResourceBuilder Resource =>
        ResourceBuilder.CreateEmpty().AddService("micropoints").AddTelemetrySdk().AddEnvironmentVariableDetector();

    /// <summary>Sends what a server logs, as well as showing it.</summary>
    public void Add(ILoggingBuilder logging)
    {
        if (_target is { } target)
            logging.AddOpenTelemetry(logs => logs.SetResourceBuilder(Resource).AddOtlpExporter(o => Send(o, target, "logs")));
    }

    public void Dispose()
    {
        _traces?.Dispose();
        _figures?.Dispose();
    }

    private static void Send(OtlpExporterOptions options, OtlpTarget target, string signal)
    {
        options.Protocol = target.IsHttp ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
        options.Endpoint = target.For(signal);
    }
}
