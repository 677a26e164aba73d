using System.Diagnostics;
using System.Numerics;

namespace MicroPoints.Benchmarks;

/// <summary>Counts durations in buckets that are at most 1/64 wide, so that a percentile costs no list of all.</summary>
public sealed class Latencies
{
    private const int StepBits = 6;
    private const int Steps = 1 << StepBits;

    private readonly long[] _buckets = new long[64 * Steps];

    public long Count { get; private set; }

    /// <param name="ticks">Of <see cref="Stopwatch"/>.</param>
    public void Add(long ticks)
    {
        _buckets[BucketOf(Math.Max(ticks, 1))]++;
        Count++;
    }

    public void Add(Latencies others)
    {
        for (var i = 0; i < _buckets.Length; i++) _buckets[i] += others._buckets[i];
        Count += others.Count;
    }

    /// <summary>The duration that a share of all does not exceed, in microseconds; zero where there is none.</summary>
    public double Percentile(double share)
    {
        var (left, bucket) = ((long)Math.Ceiling(Count * share), 0);
        if (Count == 0) return 0;
        while ((left -= _buckets[bucket]) > 0) bucket++;
        return UpperOf(bucket) * 1e6 / Stopwatch.Frequency;
    }

    private static int BucketOf(long ticks)
    {
        var bits = BitOperations.Log2((ulong)ticks);
        return bits < StepBits
            ? (int)ticks
            : (bits - StepBits + 1) * Steps + (int)(ticks >> (bits - StepBits)) - Steps;
    }

    private static double UpperOf(int bucket)
    {
        if (bucket < Steps) return bucket;
        var shift = bucket / Steps - 1;
        return Math.ScaleB(bucket % Steps + Steps + 1, shift);
    }
}
