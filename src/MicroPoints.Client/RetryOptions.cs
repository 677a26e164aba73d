namespace MicroPoints.Client;

/// <summary>When and how often a request that got no answer is sent again.</summary>
/// <remarks>
/// Sent again are requests whose connection failed or timed out, and those answered 429, 502, 503 or 504. The wait doubles with
/// each attempt, and a random half of it is left out so that many clients do not come back together.
/// </remarks>
public sealed record RetryOptions
{
    /// <summary>No request is sent twice.</summary>
    public static readonly RetryOptions Never = new() { Attempts = 1 };

    /// <summary>How often a request is sent at most, the first time among them.</summary>
    public int Attempts { get; init; } = 5;

    /// <summary>The longest wait before the second attempt.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The longest wait before any attempt, where the server names none.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest Retry-After that is waited for; a server that asks for more ends the attempts.</summary>
    public TimeSpan LongestRetryAfter { get; init; } = TimeSpan.FromMinutes(1);
}
