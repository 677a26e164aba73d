using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace MicroPoints.Api;

/// <summary>Writes an answer as JSON in one piece, with its length, through a buffer that each thread keeps.</summary>
internal static class JsonOut
{
    private const string Json = "application/json; charset=utf-8";

    /// <summary>Answers are JSON and never HTML, so Chinese is written as itself.</summary>
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private const int KeptBytesMax = 1 << 20;

    [ThreadStatic] private static Buffered? _buffered;

    public static Task Write<T>(
        HttpContext http, int status, T value, JsonTypeInfo<T> type, string mediaType = Json)
    {
        var buffered = Serialize(value, type);
        Write(http, status, buffered.Bytes.WrittenSpan, mediaType);
        if (buffered.Bytes.Capacity > KeptBytesMax) _buffered = null;
        return Task.CompletedTask;
    }

    /// <summary>Writes an answer that was put into bytes before.</summary>
    public static Task Write(HttpContext http, int status, ReadOnlySpan<byte> body, string mediaType = Json)
    {
        var response = http.Response;
        response.StatusCode = status;
        response.ContentType = mediaType;
        response.ContentLength = body.Length;
        response.BodyWriter.Write(body);
        return Task.CompletedTask;
    }

    public static byte[] Bytes<T>(T value, JsonTypeInfo<T> type) => Serialize(value, type).Bytes.WrittenSpan.ToArray();

    private static Buffered Serialize<T>(T value, JsonTypeInfo<T> type)
    {
        var buffered = _buffered ??= new Buffered();
        // First, because an answer that could not be written leaves its beginning behind.
        buffered.Bytes.ResetWrittenCount();
        buffered.Writer.Reset(buffered.Bytes);
        JsonSerializer.Serialize(buffered.Writer, value, type);
        buffered.Writer.Flush();
        return buffered;
    }

    private sealed class Buffered
    {
        public readonly ArrayBufferWriter<byte> Bytes = new(4096);
        public readonly Utf8JsonWriter Writer;
        public Buffered() => Writer = new Utf8JsonWriter(Bytes, Options);
    }
}

/// <summary>An answer as JSON.</summary>
internal sealed class JsonAnswer<T>(int status, T value, JsonTypeInfo<T> type) : IResult
{
    /// <summary>Where what was made can be read.</summary>
    public string? Location { get; init; }

    public string? ETag { get; init; }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (Location is not null) httpContext.Response.Headers.Location = Location;
        if (ETag is not null) httpContext.Response.Headers.ETag = ETag;
        return JsonOut.Write(httpContext, status, value, type);
    }
}

/// <summary>An answer that was put into bytes before.</summary>
internal sealed class BytesAnswer(byte[] body) : IResult
{
    public string? ETag { get; init; }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (ETag is not null) httpContext.Response.Headers.ETag = ETag;
        return JsonOut.Write(httpContext, StatusCodes.Status200OK, body);
    }
}
