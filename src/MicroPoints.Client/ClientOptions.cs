namespace MicroPoints.Client;

/// <summary>How a client names itself and how patient it is.</summary>
public sealed record ClientOptions
{
    /// <summary>The API key, <c>mp_…</c>; null where the HttpClient sends its own authorization.</summary>
    public string? Key { get; init; }

    public RetryOptions Retry { get; init; } = new();

    /// <summary>Measures the waits between attempts.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Never shows the key.</summary>
    public override string ToString() => $"ClientOptions {{ Key = {(Key is null ? "none" : "given")}, Retry = {Retry} }}";
}
