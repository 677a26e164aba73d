namespace MicroPoints.Api;

/// <summary>What a host may set of the API.</summary>
public sealed record ApiOptions
{
    /// <summary>Host names by which it may be called; a request to another is refused, whatever address it came to.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>Requests of one key a second, over time.</summary>
    public int RequestsPerSecond { get; init; } = 2_000;

    /// <summary>Requests that one key may send at once before the rate counts.</summary>
    public int RequestsAtOnce { get; init; } = 4_000;

    /// <summary>Requests without a key in force that one address may send a minute before it is told to wait.</summary>
    public int RefusedKeysPerMinute { get; init; } = 120;

    /// <summary>How long one request may take.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a request may take that reads every ledger of a scope: a lock, a decision, a seal, a proof.</summary>
    public TimeSpan LongRequestTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>What was built in, as health prints it.</summary>
    public IReadOnlyList<string> Editions { get; init; } = [];

    /// <summary>Whether the store's last write went well.</summary>
    public Func<bool> StoreIsFine { get; init; } = () => true;

    /// <summary>The product's version, as the OpenAPI document names it.</summary>
    public string Version { get; init; } = "0.1.0";
}
