using Refit;

namespace MicroPoints.Client.Refit;

/// <summary>Says who asks, sends again where that is safe and may help, and reads each answer to its end.</summary>
/// <remarks>The interfaces of this library need it between Refit and the network. Leave <see cref="HttpClient.Timeout"/> without
/// end: it would count for all attempts and the waits between them together.</remarks>
public sealed class AnswerHandler(ClientOptions options) : DelegatingHandler
{
    // Refit names the interface's method on every request.
    private static readonly HttpRequestOptionsKey<string> Method = new(HttpRequestMessageOptions.MethodName);
    private readonly Attempts _attempts = new(options);

    /// <summary>How long one attempt may take until its answer is there.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(100);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        var method = request.Options.TryGetValue(Method, out var name) ? name : null;
        // As in the plain client: a second sending could issue a second secret, and the first would be lost.
        var isRepeatable = method is not nameof(IIdentityApi.IssueKey);
        var isStream = method is nameof(IRoundsApi.OpenProof);
        Outgoing.Introduce(request, options.Key);
        HttpResponseMessage? last = null;
        try
        {
            var answer = await _attempts.Run(async c =>
            {
                last?.Dispose();
                last = null;
                return await Once(request, isStream, r => last = r, c).ConfigureAwait(false);
            }, isRepeatable, cancel).ConfigureAwait(false);
            if (isStream && answer.IsFine) return last!;
            if (isStream) throw new ProblemException(answer.Problem());
            var known = request.Headers.TryGetValues(Route.Known, out var values) ? values.First() : null;
            last!.Content = new AnsweredContent(answer, known);
            return last;
        }
        catch
        {
            last?.Dispose();
            throw;
        }
    }

    private async Task<Answered> Once(
        HttpRequestMessage request, bool isStream, Action<HttpResponseMessage> keep, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(AttemptTimeout);
        try
        {
            var response = await base.SendAsync(request, limit.Token).ConfigureAwait(false);
            keep(response);
            return isStream && response.IsSuccessStatusCode ? new Answered(response.StatusCode, [], null, null, null)
                : await Answered.Of(response, options.Clock, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (limit.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            throw new TaskCanceledException($"no answer within {AttemptTimeout}", new TimeoutException(e.Message, e));
        }
    }
}
