using System.Text.Json.Serialization.Metadata;

namespace MicroPoints.Client;

/// <summary>A request that can be sent more than once: its body is bytes.</summary>
internal sealed record Outgoing(HttpMethod Method, string Path)
{
    /// <summary>Where the path begins.</summary>
    public string Root { get; init; } = "api/v1/";

    public byte[]? Body { get; init; }
    public string MediaType { get; init; } = "application/json";
    public string? IfMatch { get; init; }
    public string? IfNoneMatch { get; init; }

    /// <summary>False where a second sending could do a second thing.</summary>
    public bool IsRepeatable { get; init; } = true;

    public static Outgoing Get(string path, string? known = null) => new(HttpMethod.Get, path) { IfNoneMatch = known };

    public static Outgoing Post<T>(string path, T body, JsonTypeInfo<T> type, string? expected = null) =>
        new(HttpMethod.Post, path) { Body = Json.Bytes(body, type), IfMatch = expected };

    public static Outgoing Put<T>(string path, T body, JsonTypeInfo<T> type, string? expected = null) =>
        new(HttpMethod.Put, path) { Body = Json.Bytes(body, type), IfMatch = expected };

    public HttpRequestMessage Message(string? key)
    {
        var message = new HttpRequestMessage(Method, Root + Path);
        if (Body is not null)
        {
            message.Content = new ByteArrayContent(Body);
            message.Content.Headers.ContentType = new(MediaType);
        }
        Introduce(message, key);
        // As the server gave it, or refused by the server: not for this side to judge.
        if (IfMatch is not null) message.Headers.TryAddWithoutValidation("If-Match", IfMatch);
        if (IfNoneMatch is not null) message.Headers.TryAddWithoutValidation("If-None-Match", IfNoneMatch);
        return message;
    }

    /// <summary>Says who asks, and what they can read.</summary>
    public static void Introduce(HttpRequestMessage message, string? key)
    {
        message.Headers.Accept.ParseAdd("application/json");
        message.Headers.Accept.ParseAdd("*/*;q=0.5");
        if (key is not null) message.Headers.Authorization = new("Bearer", key);
    }
}
