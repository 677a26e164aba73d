using System.Collections.Concurrent;
using System.Net;
using System.Threading.RateLimiting;

namespace MicroPoints.Api;

/// <summary>How fast each key may send, and how often an address may send a key that is none: buckets that fill evenly.</summary>
/// <remarks>Only what is refused counts against an address: others behind it, with good keys, never wait for its guesses.</remarks>
internal sealed class RateLimits(ApiOptions options) : IDisposable
{
    private readonly ConcurrentDictionary<ActorId, TokenBucketRateLimiter> _buckets = [];

    // It forgets addresses that have been still for a while, of which there may be any number.
    private readonly PartitionedRateLimiter<IPAddress> _refused = PartitionedRateLimiter.Create<IPAddress, IPAddress>(
        address => RateLimitPartition.GetTokenBucketLimiter(address, _ => Refused(options.RefusedKeysPerMinute)));

    /// <summary>Null where the request is within the rate; else how long to wait.</summary>
    public int? SecondsToWait(ActorId key)
    {
        var bucket = _buckets.TryGetValue(key, out var known) ? known : _buckets.GetOrAdd(key, _ => Bucket());
        using var lease = bucket.AttemptAcquire();
        return Wait(lease);
    }

    /// <summary>Counts a request without a key in force; null where its sender has sent few, else how long it shall wait.</summary>
    public int? SecondsToWait(IPAddress? address)
    {
        using var lease = _refused.AttemptAcquire(address ?? IPAddress.None);
        return Wait(lease);
    }

    private static int? Wait(RateLimitLease lease) => lease.IsAcquired ? null
        : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) : 1;

    private static TokenBucketRateLimiterOptions Refused(int perMinute) => new()
    {
        TokenLimit = perMinute,
        TokensPerPeriod = Math.Max(1, perMinute / 60),
        ReplenishmentPeriod = TimeSpan.FromSeconds(perMinute >= 60 ? 1 : 60.0 / perMinute),
        QueueLimit = 0,
    };

    private TokenBucketRateLimiter Bucket() => new(new TokenBucketRateLimiterOptions
    {
        TokenLimit = options.RequestsAtOnce,
        TokensPerPeriod = Math.Max(1, options.RequestsPerSecond / 10),
        ReplenishmentPeriod = TimeSpan.FromMilliseconds(options.RequestsPerSecond >= 10 ? 100 : 1000),
        QueueLimit = 0,
    });

    public void Dispose()
    {
        foreach (var bucket in _buckets.Values) bucket.Dispose();
        _refused.Dispose();
    }
}
