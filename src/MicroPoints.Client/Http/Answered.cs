using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MicroPoints.Contracts;

namespace MicroPoints.Client;

/// <summary>An answer, read to its end.</summary>
internal sealed record Answered(HttpStatusCode Status, byte[] Body, string? ETag, string? RequestId, TimeSpan? RetryAfter)
{
    private const int ShownMax = 200;

    public bool IsFine => (int)Status is >= 200 and < 300;

    /// <summary>The server may well answer the same later.</summary>
    public bool IsPassing => Status is HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway
        or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    /// <summary>The server understood and says no; anything else that is not fine is no answer to what was asked.</summary>
    public bool IsRefusal => (int)Status is >= 400 and < 500 && Status is not (HttpStatusCode.Unauthorized
        or HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or HttpStatusCode.MisdirectedRequest);

    public static async Task<Answered> Of(HttpResponseMessage response, TimeProvider clock, CancellationToken cancel)
    {
        var headers = response.Headers;
        var wait = headers.RetryAfter?.Delta ?? headers.RetryAfter?.Date - clock.GetUtcNow();
        return new Answered(response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancel).ConfigureAwait(false),
            headers.ETag?.ToString(), headers.TryGetValues("X-Request-Id", out var ids) ? ids.First() : null, wait);
    }

    /// <summary>The value, or the problem thrown.</summary>
    public T Value<T>(JsonTypeInfo<T> type) => IsFine ? Read(type) : throw new ProblemException(Problem());

    /// <summary>The value with its ETag, or that the caller has it already.</summary>
    /// <param name="known">The ETag that the request named.</param>
    public Fetched<T> Fetched<T>(JsonTypeInfo<T> type, string? known) where T : class => Fetched(a => a.Value(type), known);

    public Fetched<byte[]> FetchedBytes(string? known) =>
        Fetched(a => a.IsFine ? a.Body : throw new ProblemException(a.Problem()), known);

    /// <summary>What a write came to: recorded, exists or refused.</summary>
    /// <param name="isReplay">Whether the answer is one that was given before; null: 200 is, 201 is not.</param>
    public Sent<T> Sent<T>(JsonTypeInfo<T> type, Func<T, bool>? isReplay)
    {
        if (IsRefusal) return new Sent<T>.Refused(Problem());
        var value = Value(type);
        return isReplay?.Invoke(value) ?? Status == HttpStatusCode.OK
            ? new Sent<T>.Exists(value) : new Sent<T>.Recorded(value, ETag);
    }

    private Fetched<T> Fetched<T>(Func<Answered, T> value, string? known) where T : class =>
        Status == HttpStatusCode.NotModified ? new Fetched<T>(null, ETag ?? known) : new Fetched<T>(value(this), ETag);

    private T Read<T>(JsonTypeInfo<T> type)
    {
        try { return JsonSerializer.Deserialize(Body, type) ?? throw new JsonException("the answer is null"); }
        catch (JsonException e)
        {
            throw new ProblemException(Made("answer-unreadable",
                $"the answer is not a {typeof(T).Name} ({e.Message}): is this address a MicroPoints server of this version?"));
        }
    }

    /// <summary>What the server said; where something else answered in its place, that it did.</summary>
    public Problem Problem()
    {
        try
        {
            if (JsonSerializer.Deserialize(Body, Json.Wire.Problem) is { Refusal.Length: > 0 } problem) return problem;
        }
        catch (JsonException) { }
        var text = System.Text.Encoding.UTF8.GetString(Body.AsSpan(0, Math.Min(Body.Length, ShownMax))).ReplaceLineEndings(" ");
        return Made($"http-{((int)Status).ToString(CultureInfo.InvariantCulture)}",
            $"the answer has no problem in it, so something between may have given it: {text}");
    }

    private Problem Made(string refusal, string detail) => new(
        Contracts.Problem.TypeBase + refusal, refusal.Replace('-', ' '), (int)Status, detail, refusal, RequestId ?? "");
}
