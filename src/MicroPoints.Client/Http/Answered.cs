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

    public T Read<T>(JsonTypeInfo<T> type)
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
