using System.Text.Json.Serialization.Metadata;

namespace MicroPoints.Client;

/// <summary>Sends a request, again where that is safe and may help, and reads what it came to.</summary>
internal sealed class Sending(HttpClient http, ClientOptions options)
{
    private readonly Attempts _attempts = new(options);

    /// <summary>A value, or the problem thrown.</summary>
    public async Task<T> Read<T>(Outgoing request, JsonTypeInfo<T> type, CancellationToken cancel) =>
        (await Send(request, cancel).ConfigureAwait(false)).Value(type);

    /// <summary>A value with its ETag, or that the caller has it already.</summary>
    public async Task<Fetched<T>> Fetch<T>(Outgoing request, JsonTypeInfo<T> type, CancellationToken cancel) where T : class =>
        (await Send(request, cancel).ConfigureAwait(false)).Fetched(type, request.IfNoneMatch);

    public async Task<Fetched<byte[]>> FetchBytes(Outgoing request, CancellationToken cancel) =>
        (await Send(request, cancel).ConfigureAwait(false)).FetchedBytes(request.IfNoneMatch);

    /// <summary>A write: recorded, exists or refused.</summary>
    /// <param name="isReplay">Whether the answer is one that was given before; null: 200 is, 201 is not.</param>
    public async Task<Sent<T>> Write<T>(
        Outgoing request, JsonTypeInfo<T> type, Func<T, bool>? isReplay, CancellationToken cancel) =>
        (await Send(request, cancel).ConfigureAwait(false)).Sent(type, isReplay);

    private Task<Answered> Send(Outgoing request, CancellationToken cancel) => _attempts.Run(async c =>
    {
        using var message = request.Message(options.Key);
        using var response = await http.SendAsync(message, c).ConfigureAwait(false);
        return await Answered.Of(response, options.Clock, c).ConfigureAwait(false);
    }, request.IsRepeatable, cancel);
}
