using System.Collections.Concurrent;
using System.Threading.RateLimiting;

namespace MicroPoints.Api;

/// <summary>How fast each key may send: a bucket that fills evenly.</summary>
internal sealed class RateLimits(ApiOptions options) : IDisposable
{
    private readonly ConcurrentDictionary<ActorId, TokenBucketRateLimiter> _buckets = [];

    /// <summary>Null where the request is within the rate; else how long to wait.</summary>
    public int? SecondsToWait(ActorId key)
    {
        var bucket = _buckets.TryGetValue(key, out var known) ? known : _buckets.GetOrAdd(key, _ => Bucket());
        using var lease = bucket.AttemptAcquire();
        if (lease.IsAcquired) return null;
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) : 1;
    }

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
    }
}
