namespace MicroPoints.Server;

/// <summary>Where traces, figures and logs go by OTLP.</summary>
/// <param name="IsHttp">Protobuf over HTTP; else gRPC.</param>
public sealed record OtlpTarget(Uri Endpoint, bool IsHttp)
{
    private const int HttpPort = 4318;

    /// <summary>The target of an address; null where the protocol is neither of the two.</summary>
    /// <param name="protocol">Null: port 4318 is the protocol's own for HTTP, everything else is taken for gRPC.</param>
    public static OtlpTarget? Of(Uri endpoint, string? protocol) => protocol switch
    {
        null => new(endpoint, endpoint.Port == HttpPort),
        "http/protobuf" => new(endpoint, true),
        "grpc" => new(endpoint, false),
        _ => null,
    };

    /// <summary>Where one signal goes. Over HTTP each has a path of its own, below the one that was given.</summary>
    public Uri For(string signal) => IsHttp ? new Uri($"{Endpoint.AbsoluteUri.TrimEnd('/')}/v1/{signal}") : Endpoint;
}
