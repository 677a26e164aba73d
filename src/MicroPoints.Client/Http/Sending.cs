using System.Net;
using System.Text.Json.Serialization.Metadata;

namespace MicroPoints.Client;

/// <summary>Sends a request, again where that is safe and may help, and reads what it came to.</summary>
internal sealed class Sending(HttpClient http, ClientOptions options)
{
    /// <summary>A value, or the problem thrown.</summary>
    public async Task<T> Read<T>(Outgoing request, JsonTypeInfo<T> type, CancellationToken cancel)
    {
        var answer = await Send(request, cancel).ConfigureAwait(false);
        return answer.IsFine ? answer.Read(type) : throw new ProblemException(answer.Problem());
    }

    /// <summary>A value with its ETag, or that the caller has it already.</summary>
    public async Task<Fetched<T>> Fetch<T>(Outgoing request, JsonTypeInfo<T> type, CancellationToken cancel) where T : class
    {
        var answer = await Send(request, cancel).ConfigureAwait(false);
        if (answer.Status == HttpStatusCode.NotModified) return new Fetched<T>(null, answer.ETag ?? request.IfNoneMatch);
        return answer.IsFine ? new Fetched<T>(answer.Read(type), answer.ETag) : throw new ProblemException(answer.Problem());
    }

    public async Task<Fetched<byte[]>> FetchBytes(Outgoing request, CancellationToken cancel)
    {
        var answer = await Send(request, cancel).ConfigureAwait(false);
        if (answer.Status == HttpStatusCode.NotModified) return new Fetched<byte[]>(null, answer.ETag ?? request.IfNoneMatch);
        return answer.IsFine ? new Fetched<byte[]>(answer.Body, answer.ETag) : throw new ProblemException(answer.Problem());
    }

    /// <summary>A write: recorded, exists or refused.</summary>
    /// <param name="isReplay">Whether the answer is one that was given before; null: 200 is, 201 is not.</param>
    public async Task<Sent<T>> Write<T>(
        Outgoing request, JsonTypeInfo<T> type, Func<T, bool>? isReplay, CancellationToken cancel)
    {
        var answer = await Send(request, cancel).ConfigureAwait(false);
        if (answer.IsFine)
        {
            var value = answer.Read(type);
            return isReplay?.Invoke(value) ?? answer.Status == HttpStatusCode.OK
                ? new Sent<T>.Exists(value) : new Sent<T>.Recorded(value, answer.ETag);
        }
        return answer.IsRefusal ? new Sent<T>.Refused(answer.Problem()) : throw new ProblemException(answer.Problem());
    }

    private async Task<Answered> Send(Outgoing request, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            Answered? answer = null;
            var isLast = attempt >= options.Retry.Attempts || !request.IsRepeatable;
            try { answer = await SendOnce(request, cancel).ConfigureAwait(false); }
            catch (Exception e) when (!isLast && IsLost(e, cancel)) { }
            if (answer is not null && (isLast || !answer.IsPassing)) return answer;
            var wait = answer?.RetryAfter ?? Backoff(attempt);
            if (wait > options.Retry.LongestRetryAfter && answer is not null) return answer;
            await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, options.Clock, cancel).ConfigureAwait(false);
        }
    }

    private async Task<Answered> SendOnce(Outgoing request, CancellationToken cancel)
    {
        using var message = request.Message(options.Key);
        using var response = await http.SendAsync(message, cancel).ConfigureAwait(false);
        return await Answered.Of(response, options.Clock, cancel).ConfigureAwait(false);
    }

    /// <summary>No answer came, or not all of it; a request that its caller took back is not lost.</summary>
    private static bool IsLost(Exception e, CancellationToken cancel) =>
        e is HttpRequestException or IOException || e is OperationCanceledException && !cancel.IsCancellationRequested;

    private TimeSpan Backoff(int attempt)
    {
        var longest = Math.Min(options.Retry.LongestWait.TotalMilliseconds,
            options.Retry.FirstWait.TotalMilliseconds * Math.Pow(2, attempt - 1));
        return TimeSpan.FromMilliseconds(longest * (1 - Random.Shared.NextDouble() / 2));
    }
}
