using System.Net;
using System.Threading.RateLimiting;

namespace MicroPoints.Web;

/// <summary>How often an address may ask for chambers' cards: enough for people, too little for guessing addresses.</summary>
internal sealed class CardVisits : IDisposable
{
    private const int PerMinute = 60;

    // It forgets addresses that have been still for a while, of which there may be any number.
    private readonly PartitionedRateLimiter<IPAddress> _visits = PartitionedRateLimiter.Create<IPAddress, IPAddress>(
        address => RateLimitPartition.GetTokenBucketLimiter(address, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = PerMinute,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1) / PerMinute,
            QueueLimit = 0,
        }));

    public bool Admits(IPAddress? address)
    {
        using var lease = _visits.AttemptAcquire(address ?? IPAddress.None);
        return lease.IsAcquired;
    }

    public void Dispose() => _visits.Dispose();
}
