using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace MicroPoints.Api.Tests;

/// <summary>A collector: takes what is sent by OTLP, over HTTP or as gRPC, and reads of its protobuf what a test asks for.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Path, byte[] Body)> _taken = [];

    private OtlpReceiver(bool isHttp)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(
            IPAddress.Loopback, 0, listen => listen.Protocols = isHttp ? HttpProtocols.Http1 : HttpProtocols.Http2));
        _app = builder.Build();
        _app.MapPost("/{**path}", isHttp ? Take : TakeCall);
    }

    public string Address => _app.Urls.First();

    public static async Task<OtlpReceiver> Start(bool isHttp)
    {
        var receiver = new OtlpReceiver(isHttp);
        await receiver._app.StartAsync();
        return receiver;
    }

    /// <summary>Every body that came, whatever its path.</summary>
    public IReadOnlyList<string> Texts => [.. _taken.Select(t => Encoding.UTF8.GetString(t.Body))];

    public IEnumerable<string> Paths => _taken.Select(t => t.Path).Distinct().Order(StringComparer.Ordinal);

    /// <summary>The <c>service.name</c> of every resource of a signal.</summary>
    public IEnumerable<string> Services(string signal) => Fields(signal, 1, 1, 1)
        .Where(attribute => At(attribute, 1).Select(Text).SequenceEqual(["service.name"]))
        .SelectMany(attribute => At(attribute, 2, 1)).Select(Text);

    public IEnumerable<string> Spans => Fields("traces", 1, 2, 2, 5).Select(Text);
    public IEnumerable<string> Figures => Fields("metrics", 1, 2, 2, 1).Select(Text);
    public IEnumerable<string> Logs => Fields("logs", 1, 2, 2, 5, 1).Select(Text);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task<IResult> Take(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        if (request.ContentType != "application/x-protobuf") return Results.StatusCode(415);
        _taken.Enqueue((request.Path, body.ToArray()));
        return Results.Bytes([], "application/x-protobuf");
    }

    /// <summary>A call of gRPC: one message behind a byte for its compression and four for its length, answered by an empty one.</summary>
    private async Task<IResult> TakeCall(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        var message = body.ToArray();
        if (request.ContentType != "application/grpc" || message[0] != 0
            || BinaryPrimitives.ReadInt32BigEndian(message.AsSpan(1)) != message.Length - 5) return Results.StatusCode(415);
        _taken.Enqueue((request.Path, message[5..]));
        request.HttpContext.Response.AppendTrailer("grpc-status", "0");
        return Results.Bytes(new byte[5], "application/grpc");
    }

    /// <summary>The path of a signal ends so, over HTTP or as the name of a service's method.</summary>
    private static string[] Endings(string signal) => [$"/v1/{signal}", signal switch
    {
        "traces" => "collector.trace.v1.TraceService/Export",
        "metrics" => "collector.metrics.v1.MetricsService/Export",
        _ => "collector.logs.v1.LogsService/Export",
    }];

    private IEnumerable<ReadOnlyMemory<byte>> Fields(string signal, params int[] path) => _taken
        .Where(t => Endings(signal).Any(e => t.Path.EndsWith(e, StringComparison.Ordinal))).SelectMany(t => At(t.Body, path));

    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);

    /// <summary>Every message or text that lies at a path of field numbers.</summary>
    private static IEnumerable<ReadOnlyMemory<byte>> At(ReadOnlyMemory<byte> message, params int[] path) => path.Length == 0
        ? [message] : Lengths(message).Where(f => f.Number == path[0]).SelectMany(f => At(f.Bytes, path[1..]));

    /// <summary>A message's fields that have a length; numbers between them are passed over.</summary>
    private static List<(int Number, ReadOnlyMemory<byte> Bytes)> Lengths(ReadOnlyMemory<byte> message)
    {
        var fields = new List<(int, ReadOnlyMemory<byte>)>();
        for (var at = 0; at < message.Length;)
        {
            var tag = Varint(message.Span, ref at);
            switch (tag & 7)
            {
                case 0: Varint(message.Span, ref at); break;
                case 1: at += 8; break;
                case 5: at += 4; break;
                case 2:
                    var length = (int)Varint(message.Span, ref at);
                    fields.Add(((int)(tag >> 3), message.Slice(at, length)));
                    at += length;
                    break;
                default: throw new FormatException($"wire type {tag & 7} is no protobuf");
            }
        }
        return fields;
    }

    private static ulong Varint(ReadOnlySpan<byte> bytes, ref int at)
    {
        var (value, shift) = (0UL, 0);
        while (true)
        {
            var next = bytes[at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80) return value;
            shift += 7;
        }
    }
}
