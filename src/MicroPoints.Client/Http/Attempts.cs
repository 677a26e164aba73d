namespace MicroPoints.Client;

/// <summary>Sends until there is an answer, again where that is safe and may help.</summary>
internal sealed class Attempts(ClientOptions options)
{
    /// <param name="once">Sends one time.</param>
    /// <param name="isRepeatable">False where a second sending could do a second thing.</param>
    public async Task<Answered> Run(
        Func<CancellationToken, Task<Answered>> once, bool isRepeatable, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            Answered? answer = null;
            var isLast = attempt >= options.Retry.Attempts || !isRepeatable;
            try { answer = await once(cancel).ConfigureAwait(false); }
            catch (Exception e) when (!isLast && IsLost(e, cancel)) { }
            if (answer is not null && (isLast || !answer.IsPassing)) return answer;
            var wait = answer?.RetryAfter ?? Backoff(attempt);
            if (wait > options.Retry.LongestRetryAfter && answer is not null) return answer;
            await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, options.Clock, cancel).ConfigureAwait(false);
        }
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
