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
        var buffered = _buffered ??= new Buffered();
        // First, because an answer that could not be written leaves its beginning behind.
        buffered.Bytes.ResetWrittenCount();
        buffered.Writer.Reset(buffered.Bytes);
        JsonSerializer.Serialize(buffered.Writer, value, type);
        buffered.Writer.Flush();
        var response = http.Response;
        response.StatusCode = status;
        response.ContentType = mediaType;
        response.ContentLength = buffered.Bytes.WrittenCount;
        response.BodyWriter.Write(buffered.Bytes.WrittenSpan);
        if (buffered.Bytes.Capacity > KeptBytesMax) _buffered = null;
        return Task.CompletedTask;
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
