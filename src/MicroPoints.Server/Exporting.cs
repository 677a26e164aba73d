using MicroPoints.Runtime;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace MicroPoints.Server;

/// <summary>Sends traces and figures by OTLP for as long as it lives.</summary>
internal sealed class Exporting : IDisposable
{
    private readonly TracerProvider? _traces;
    private readonly MeterProvider? _figures;

    public Exporting(Uri? otlp)
    {
        if (otlp is null) return;
        var resource = ResourceBuilder.CreateDefault().AddService("micropoints");
        _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource)
            .AddSource(Telemetry.Name, "Microsoft.AspNetCore").AddOtlpExporter(o => Send(o, "traces")).Build();
        _figures = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource)
            .AddMeter(Telemetry.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel")
            .AddOtlpExporter(o => Send(o, "metrics")).Build();

        void Send(OtlpExporterOptions options, string signal)
        {
            // Port 4318 is the protocol's own for HTTP, everything else is taken for gRPC.
            options.Protocol = otlp.Port == 4318 ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
            options.Endpoint = otlp.Port == 4318 ? new Uri(otlp, $"v1/{signal}") : otlp;
        }
    }

    public void Dispose()
    {
        _traces?.Dispose();
        _figures?.Dispose();
    }
}
